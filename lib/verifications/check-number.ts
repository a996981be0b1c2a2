import { and, asc, desc, eq, gt, lte, or, sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { compareCode } from "./_compare-code";
import { decoyLifeMs, lapsedKnownMs } from "./_times";
import type { Verification } from "./_verification-view";
import { CheckNumberInput, type CheckResult } from "./contract";

interface Wanted {
  actor: Actor;
  /** A `CheckNumberInput` that nobody has checked. */
  input: unknown;
}

/**
 * Checks a code against the newest verification of a number that is not over. A number without one is answered as if it
 * had: `pending`, then `max_attempts`, later `expired`, after the same statements. Throws invalid_request, and forbidden
 * without `send_messages`.
 */
export async function checkNumber({ actor, input }: Wanted): Promise<CheckResult> {
  demandPermission(actor, "send_messages");
  const { to, code } = parseInput(CheckNumberInput, input);
  const number = { accountId: actor.accountId, test: actor.mode === "test", to };
  const now = await databaseNow();
  await keepDecoy(number, now);
  return compareCode(await newestOf(number, now), code);
}

type Subject = Pick<Verification, "accountId" | "test" | "to">;

/** Also of a number that has a verification, so that both take the same time. An old one begins anew. */
async function keepDecoy(number: Subject, now: Date): Promise<void> {
  const fresh = {
    status: "pending" as const,
    checks: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + decoyLifeMs),
    endedAt: null,
  };
  await db()
    .insert(verifications)
    .values({ ...number, ...fresh, id: newId(), isDecoy: true, codeLength: 6 })
    .onConflictDoUpdate({
      target: [verifications.accountId, verifications.test, verifications.to],
      targetWhere: sql`decoy`,
      set: fresh,
      setWhere: lte(verifications.expiresAt, new Date(now.getTime() - lapsedKnownMs)),
    });
}

async function newestOf({ accountId, test, to }: Subject, now: Date): Promise<Verification> {
  const [newest] = await db()
    .select()
    .from(verifications)
    .where(
      and(
        eq(verifications.accountId, accountId),
        eq(verifications.to, to),
        eq(verifications.test, test),
        or(verifications.isDecoy, sql`status in ('pending', 'max_attempts', 'expired')`),
        gt(verifications.expiresAt, new Date(now.getTime() - lapsedKnownMs)),
      ),
    )
    .orderBy(asc(verifications.isDecoy), desc(verifications.id))
    .limit(1);
  if (!newest) throw new AppError("internal", coreSentences.internal);
  return newest;
}
