import { and, eq, gt } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { findVerification, isVerification } from "./_find-verification";
import { toVerificationView } from "./_verification-view";
import type { VerificationView } from "./contract";
import { verificationSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** As on the wire, `ver_…`. */
  input: { verificationId: string };
}

/**
 * Ends a pending verification: its code works no longer, and has no event. The message that carries it stays as it is. A
 * second time changes nothing. Throws conflict when it has ended otherwise, not_found, and forbidden without
 * `send_messages`.
 */
export async function cancelVerification({ actor, input }: Wanted): Promise<VerificationView> {
  demandPermission(actor, "send_messages");
  const found = await findVerification(actor, input.verificationId);
  const now = await databaseNow();
  const [cancelled] = await db()
    .update(verifications)
    .set({ status: "cancelled", endedAt: now })
    .where(
      and(
        isVerification(found),
        eq(verifications.status, "pending"),
        gt(verifications.expiresAt, now),
      ),
    )
    .returning();
  if (cancelled) return toVerificationView(cancelled, now);
  // Whoever was quicker decides: it is read again.
  const view = toVerificationView(await findVerification(actor, input.verificationId), now);
  if (view.status === "cancelled") return view;
  throw new AppError("conflict", verificationSentences.isOver({ status: view.status }));
}
