import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { attempts } from "@/drizzle/schema/accounts";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { attemptSentences } from "./sentences";

export interface Limit {
  /** What is counted, such as `sign-in:address:203.0.113.7`. */
  key: string;
  /** Refused beyond it; left out, it only counts. */
  most?: number;
  windowMs: number;
}

/** A typed text as part of a key: hashed, a mistyped or hostile one is neither stored nor able to break the statement. */
export function hashForKey(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Takes one attempt from each limit, or none and throws `rate_limited`. Taken before the attempt is made,
 * so that parallel guesses cannot pass together. Keys are always given in the same order: no deadlock.
 * Returns how many attempts each window now holds. In a transaction of the caller's they are taken if it commits.
 */
export async function takeAttempts(limits: Limit[], tx?: Tx): Promise<number[]> {
  if (!tx) return db().transaction((own) => takeAttempts(limits, own));
  const counts: number[] = [];
  // One clock for all processes: by one that is ahead, a window would be over before its time.
  const now = await databaseNow(tx);
  for (const limit of limits) counts.push(await take(limit, now, tx));
  return counts;
}

/** Throws `rate_limited` where a limit is used up, and takes nothing from it: for attempts that count only when they fail. */
export async function demandAttempts({ key, most, windowMs }: Required<Limit>): Promise<void> {
  const [counter] = await db().select().from(attempts).where(eq(attempts.key, key));
  if (!counter || counter.count < most) return;
  const leftMs = counter.windowStartedAt.getTime() + windowMs - (await databaseNow()).getTime();
  if (leftMs > 0) throw tooManyAttempts(Math.max(1000, leftMs));
}

/** Gives attempts back that turned out to be no guesses. Keys in the order in which they were taken: no deadlock. */
export async function giveAttemptsBack(keys: string[]): Promise<void> {
  for (const key of keys) {
    await db()
      .update(attempts)
      .set({ count: sql`${attempts.count} - 1` })
      .where(and(eq(attempts.key, key), gt(attempts.count, 0)));
  }
}

/** Forgets everything counted under a key. */
export async function clearAttempts(key: string): Promise<void> {
  await db().delete(attempts).where(eq(attempts.key, key));
}

/** Forgets everything counted under keys that begin so. Reads the whole table: for what happens rarely. */
export async function clearAttemptsUnder(prefix: string): Promise<void> {
  await db().delete(attempts).where(sql`starts_with(${attempts.key}, ${prefix})`);
}

async function take({ key, most, windowMs }: Limit, now: Date, tx: Tx): Promise<number> {
  const windowStart = new Date(now.getTime() - windowMs).toISOString();
  const isOver = sql`${attempts.windowStartedAt} <= ${windowStart}::timestamptz`;
  const [taken] = await tx
    .insert(attempts)
    .values({ key, windowStartedAt: now, count: 1 })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${attempts.count} + 1 end`,
        windowStartedAt: sql`case when ${isOver} then excluded.window_started_at else ${attempts.windowStartedAt} end`,
      },
      ...(most !== undefined && { setWhere: sql`${isOver} or ${attempts.count} < ${most}` }),
    })
    .returning({ count: attempts.count });
  if (taken) return taken.count;
  const [counter] = await tx.select().from(attempts).where(eq(attempts.key, key));
  const startedMs = (counter?.windowStartedAt ?? now).getTime();
  throw tooManyAttempts(Math.max(1000, startedMs + windowMs - now.getTime()));
}

/** The refusal that says when to come back. */
export function tooManyAttempts(retryAfterMs: number): AppError {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return new AppError("rate_limited", attemptSentences.tooMany({ seconds }), {
    retryAfterMs,
  });
}
