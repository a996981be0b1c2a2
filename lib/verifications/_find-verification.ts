import { and, eq, not, type SQL } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import type { Verification } from "./_verification-view";
import { verificationSentences } from "./sentences";

/** One verification, by its account and ID. */
export function isVerification({
  accountId,
  id,
}: Pick<Verification, "accountId" | "id">): SQL | undefined {
  return and(eq(verifications.accountId, accountId), eq(verifications.id, id));
}

/** What an actor can see: verifications that were started, in a mode those of it. */
export function visibleVerifications({
  accountId,
  mode,
}: Pick<Actor, "accountId" | "mode">): SQL | undefined {
  return and(
    eq(verifications.accountId, accountId),
    not(verifications.isDecoy),
    mode === null ? undefined : eq(verifications.test, mode === "test"),
  );
}

/** The verification behind `ver_…`. Throws not_found: what cannot exist is answered like what does not. */
export async function findVerification(actor: Actor, publicId: string): Promise<Verification> {
  const id = parsePublicId("ver", publicId.slice(0, 64));
  const [row] = id
    ? await db()
        .select()
        .from(verifications)
        .where(and(visibleVerifications(actor), eq(verifications.id, id)))
    : [];
  if (!row) throw new AppError("not_found", verificationSentences.notFound);
  return row;
}
