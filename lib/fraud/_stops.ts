import { and, eq, isNotNull, lte, or } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { countryOf } from "../numbers/country-of";
import { blocksOf, type Ranges } from "./_ranges";
import type { StopReason } from "./contract";

export type Stop = typeof verificationStops.$inferSelect;

const hourMs = 3_600_000;
/** A flood passes, and few numbers in a row may be colleagues; who asks for many codes and enters none comes back. */
const lengthsMs: Record<StopReason, number> = {
  velocity: hourMs,
  sequence: hourMs,
  conversion: 24 * hourMs,
};

interface Stops {
  /** Of both ranges of a number, also what is over by now. */
  own: Stop[];
  /** Of all ranges of 10,000 numbers in its million. */
  blocks: Stop[];
}

/** What was decided about the ranges of a number, and of those beside it. */
export async function stopsOf(accountId: string, ranges: Ranges): Promise<Stops> {
  const { narrow, wide } = ranges;
  const stops = await db()
    .select()
    .from(verificationStops)
    .where(
      and(
        eq(verificationStops.accountId, accountId),
        anyOf(verificationStops.prefix, [wide, ...blocksOf(ranges)]),
      ),
    );
  return {
    own: stops.filter(({ prefix }) => prefix === narrow || prefix === wide),
    blocks: stops.filter(({ prefix }) => prefix !== wide),
  };
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
export async function storeStop({
  to,
  now,
  accountId,
  prefix,
  ...decided
}: NewStop): Promise<void> {
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
