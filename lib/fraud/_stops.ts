import { and, eq, isNotNull, lte, or } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { countryOf } from "../numbers/country-of";
import type { Ranges } from "./_ranges";
import type { StopReason } from "./contract";

export type Stop = typeof verificationStops.$inferSelect;

const hourMs = 3_600_000;
/** A flood passes; who asks for codes and enters none comes back. */
const lengthsMs: Record<StopReason, number> = {
  velocity: hourMs,
  conversion: 24 * hourMs,
  sequence: 24 * hourMs,
};

/** What was decided about both ranges of a number, also what is over by now. */
export async function stopsOf(accountId: string, { narrow, wide }: Ranges): Promise<Stop[]> {
  return db()
    .select()
    .from(verificationStops)
    .where(
      and(
        eq(verificationStops.accountId, accountId),
        anyOf(verificationStops.prefix, [narrow, wide]),
      ),
    );
}

/** Whether nothing is sent to a range now. */
export function isStopped({ until, liftedAt }: Stop, now: Date): boolean {
  return liftedAt === null && until > now;
}

interface NewStop {
  accountId: string;
  prefix: string;
  /** A number of the range. */
  to: string;
  reason: StopReason;
  started: number;
  approved: number;
  now: Date;
}

/** Stops a range for a while. One that somebody else has stopped meanwhile stays as they did, so it is told once. */
export async function storeStop({ to, now, accountId, prefix, ...decided }: NewStop): Promise<void> {
  const values = {
    ...decided,
    country: countryOf(to),
    stoppedAt: now,
    until: new Date(now.getTime() + lengthsMs[decided.reason]),
    liftedAt: null,
    toldAt: null,
  };
  await db()
    .insert(verificationStops)
    .values({ accountId, prefix, ...values })
    .onConflictDoUpdate({
      target: [verificationStops.accountId, verificationStops.prefix],
      set: values,
      setWhere: or(lte(verificationStops.until, now), isNotNull(verificationStops.liftedAt)),
    });
}
