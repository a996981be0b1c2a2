import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { countryOf } from "../numbers/country-of";
import { allowedCountries } from "./_allowed-countries";
import type { Stop } from "./_stops";

/** The newest verifications that are counted, and the ranges that are shown. */
const maxRows = 20_000;
const maxRanges = 500;
const maxStops = 100;
const reportDays = 30;
const dayMs = 86_400_000;

interface Counts {
  started: number;
  approved: number;
}

interface RangeConversion extends Counts {
  /** What its million numbers begin with. */
  prefix: string;
}

export interface CountryConversion extends Counts {
  /** ISO 3166; null for networks of no country. */
  country: string | null;
  /** Those with the most verifications first. */
  ranges: RangeConversion[];
}

export interface ConversionReport {
  /** Those with the most verifications first. */
  countries: CountryConversion[];
  days: number;
  /** There were more verifications or ranges than are counted. */
  isCut: boolean;
  /** The stops that hold now, newest first. */
  stops: Stop[];
  allowed: Awaited<ReturnType<typeof allowedCountries>>;
}

/**
 * How many live verifications of the last 30 days were approved, by country and range, which ranges are stopped, and which
 * countries codes go to. At most the newest 20,000 are counted. Throws forbidden without `read_settings`.
 */
export async function getConversion({ actor }: { actor: Actor }): Promise<ConversionReport> {
  demandPermission(actor, "read_settings");
  const { accountId } = actor;
  const now = await databaseNow();
  const [ranges, stops, allowed] = await Promise.all([
    readRanges(accountId, now),
    readStops(accountId, now),
    allowedCountries(accountId),
  ]);
  const counted = ranges.reduce((sum, { started }) => sum + started, 0);
  const isCut = counted >= maxRows || ranges.length >= maxRanges;
  return { countries: byCountry(ranges), days: reportDays, isCut, stops, allowed };
}

type ReadRange = RangeConversion & { sample: string };

async function readRanges(accountId: string, now: Date): Promise<ReadRange[]> {
  const since = new Date(now.getTime() - reportDays * dayMs).toISOString();
  const rows = await db().execute<{ [Name in keyof ReadRange]: ReadRange[Name] }>(sql`
    select left(recipient, -6) as "prefix", min(recipient) as "sample", count(*)::int as "started",
      (count(*) filter (where status = 'approved'))::int as "approved"
    from (
      select recipient, status from ${verifications}
      where account_id = ${accountId}::uuid and created_at > ${since}::timestamptz
        and not decoy and not test
      order by created_at desc limit ${maxRows}
    ) as newest
    group by left(recipient, -6) order by count(*) desc, left(recipient, -6) limit ${maxRanges}`);
  return [...rows];
}

function byCountry(ranges: ReadRange[]): CountryConversion[] {
  const found = new Map<string | null, CountryConversion>();
  for (const { sample, ...range } of ranges) {
    const country = countryOf(sample);
    const so = found.get(country) ?? { country, started: 0, approved: 0, ranges: [] };
    found.set(country, {
      country,
      started: so.started + range.started,
      approved: so.approved + range.approved,
      ranges: [...so.ranges, range],
    });
  }
  return [...found.values()].toSorted((a, b) => b.started - a.started);
}

function readStops(accountId: string, now: Date): Promise<Stop[]> {
  return db()
    .select()
    .from(verificationStops)
    .where(
      and(
        eq(verificationStops.accountId, accountId),
        isNull(verificationStops.liftedAt),
        gt(verificationStops.until, now),
      ),
    )
    .orderBy(desc(verificationStops.stoppedAt))
    .limit(maxStops);
}
