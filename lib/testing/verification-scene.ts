import { and, eq } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { checkVerification } from "../verifications/check-verification";
import { mintAccount } from "./mint-account";

/** The number of every verification whose test names no other. */
export const verified = "48732129000";

/** An account of a test's own, as its operator in live mode. */
export async function mintVerifier(credits = 100): Promise<Actor> {
  return operatorOf((await mintAccount({ credits })).accountId, "live");
}

/** The row behind `ver_…`. */
export async function rowOf(actor: Actor, verificationId: string) {
  const id = parsePublicId("ver", verificationId) ?? "";
  const [row] = await db()
    .select()
    .from(verifications)
    .where(and(eq(verifications.accountId, actor.accountId), eq(verifications.id, id)));
  if (!row) throw new Error("The verification is gone.");
  return row;
}

/** What a check of this code gets. */
export async function check(actor: Actor, verificationId: string, code: string): Promise<string> {
  const input = { verificationId, wanted: { code } };
  return (await checkVerification({ actor, input })).status;
}

/** A code of the same length that is not this one. */
export function wrongFor(code: string): string {
  const last = (Number(code.at(-1)) + 1) % 10;
  return `${code.slice(0, -1)}${last}`;
}

/** As if this many seconds had gone by for all verifications of an account. */
export async function ageBy(actor: Actor, seconds: number): Promise<void> {
  const rows = await db()
    .select()
    .from(verifications)
    .where(eq(verifications.accountId, actor.accountId));
  for (const { id, createdAt, expiresAt } of rows) {
    const earlier = (at: Date) => new Date(at.getTime() - seconds * 1000);
    await db()
      .update(verifications)
      .set({ createdAt: earlier(createdAt), expiresAt: earlier(expiresAt) })
      .where(and(eq(verifications.accountId, actor.accountId), eq(verifications.id, id)));
  }
}
