import { and, eq, gt, lt, sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { newId } from "../core/ids";
import { enqueueVerificationEnd } from "../deliveries/enqueue-verification-end";
import { publishProgress } from "../queue/notice";
import { isCodeOf } from "./_code-of";
import { isVerification } from "./_find-verification";
import type { Verification } from "./_verification-view";
import { type CheckResult, maxChecks } from "./contract";

/**
 * Compares a code with that of a verification, counted in the same statement that decides: of any number of checks at the
 * same moment, at most five count and one approves. Right and wrong codes and decoys take the same statements.
 */
export async function compareCode(verification: Verification, code: string): Promise<CheckResult> {
  const isSame = isCodeOf(verification, code);
  const isRight = isSame && !verification.isDecoy;
  const eventId = newId();
  const status = await db().transaction((tx) => count({ verification, isRight, eventId }, tx));
  if (status === "approved") publishProgress(verification.accountId, [eventId]);
  return { status };
}

interface Compared {
  verification: Verification;
  isRight: boolean;
  eventId: string;
}

async function count(
  { verification, isRight, eventId }: Compared,
  tx: Tx,
): Promise<CheckResult["status"]> {
  const now = await databaseNow(tx);
  const isLast = sql`${verifications.checks} + 1 >= ${maxChecks}`;
  const [after] = await tx
    .update(verifications)
    .set({
      checks: sql`${verifications.checks} + 1`,
      ...(isRight
        ? { status: "approved" as const, endedAt: now, eventId }
        : {
            status: sql`case when ${isLast} then 'max_attempts' else 'pending' end`,
            endedAt: sql`case when ${isLast} then ${now.toISOString()}::timestamptz end`,
          }),
    })
    .where(
      and(
        isVerification(verification),
        eq(verifications.status, "pending"),
        gt(verifications.expiresAt, now),
        lt(verifications.checks, maxChecks),
      ),
    )
    .returning();
  if (!after) return statusOfEnded(verification, tx);
  if (!isRight) return after.status === "max_attempts" ? "max_attempts" : "pending";
  await enqueueVerificationEnd({ ...after, status: "approved", endedAt: now, eventId }, tx);
  return "approved";
}

/** Of one that takes no check any more: whoever has used, cancelled, or outlived its code gets the same answer. */
async function statusOfEnded(
  verification: Verification,
  tx: Tx,
): Promise<"expired" | "max_attempts"> {
  const [row] = await tx
    .select({ status: verifications.status })
    .from(verifications)
    .where(isVerification(verification));
  return row?.status === "max_attempts" ? "max_attempts" : "expired";
}
