import type { Actor } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { AppError } from "../core/errors";
import type { Sentence } from "../core/sentence";
import { countryOf } from "../numbers/country-of";
import { allowedCountries } from "./_allowed-countries";
import { judgeNarrow, judgeWide, type NeighborFigures, type RangeFigures } from "./_judge-range";
import { type Ranges, rangesOf } from "./_ranges";
import { readFigures, readNeighbors, readNumber, windowMs } from "./_read-figures";
import { isStopped, type Stop, stopsOf, storeStop } from "./_stops";
import { maxNumberSends, minStoppedBlocks, type StopReason } from "./contract";
import { fraudSentences } from "./sentences";

interface Wanted {
  actor: Pick<Actor, "accountId" | "mode">;
  /** The number that a code is about to be sent to, E.164 digits without the plus. */
  to: string;
}

/**
 * Asks whether a code may be sent to a number: its country is one of the account's, it did not miss many within a day, and
 * its range is neither stopped nor has to be now, by what its newest verifications came to. A number that has proved itself
 * lately passes each stop. Requests of the same moment don't see each other, so a range may get as many more as are in
 * flight. Test verifications cost nothing, and pass. Throws verification_blocked.
 */
export async function guardVerification({ actor, to }: Wanted): Promise<void> {
  const ranges = rangesOf(to);
  if (actor.mode === "test" || !ranges) return;
  const { accountId } = actor;
  const [now, stops] = await Promise.all([
    databaseNow(),
    stopsOf(accountId, ranges),
    demandCountry(accountId, to),
  ]);
  const current = stops.own.find((stop) => isStopped(stop, now));
  const [number, prefix] = await Promise.all([
    readNumber(to, { accountId, now }),
    current?.prefix ?? stopIfPumped({ accountId, to, ranges, now, stops }),
  ]);
  if (number.missed >= maxNumberSends) throw blocked(fraudSentences.numberStopped);
  if (prefix === undefined || number.isProved) return;
  throw blocked(fraudSentences.rangeStopped({ prefix }));
}

async function demandCountry(accountId: string, to: string): Promise<void> {
  const { countries } = await allowedCountries(accountId);
  const country = countryOf(to);
  if (countries === null || (country !== null && countries.includes(country))) return;
  throw blocked(fraudSentences.countryNotAllowed);
}

interface Judged {
  accountId: string;
  to: string;
  ranges: Ranges;
  now: Date;
  stops: Awaited<ReturnType<typeof stopsOf>>;
}

/** Judges both ranges of a number, the narrow one first, and returns the one that was stopped for it, if any. */
async function stopIfPumped({ accountId, to, ranges, now, stops }: Judged) {
  const liftedAt = (range: string) =>
    stops.own.find(({ prefix }) => prefix === range)?.liftedAt ?? null;
  const notBefore = { narrow: liftedAt(ranges.narrow), wide: liftedAt(ranges.wide) };
  const wanted = { accountId, now };
  const [figures, neighbors] = await Promise.all([
    readFigures(ranges, { ...wanted, notBefore, stopped: stoppedBlocks(stops.blocks, now) }),
    readNeighbors(to, { ...wanted, notBefore: notBefore.narrow }),
  ]);
  const stop = async (of: keyof Ranges, reason: StopReason) => {
    const decidedBy = {
      conversion: figures[of],
      velocity: recentOf(figures[of]),
      sequence: neighbors,
    };
    const { started, approved } = decidedBy[reason];
    await storeStop({ accountId, to, now, prefix: ranges[of], reason, started, approved });
    return ranges[of];
  };
  const narrow = judgeNarrow(figures.narrow, neighbors);
  if (narrow) return stop("narrow", narrow);
  const wide = judgeWide(figures.wide);
  return wide && stop("wide", wide);
}

/** Those whose messages are not counted against their million; none where there are so many that it is pumped itself. */
function stoppedBlocks(blocks: Stop[], now: Date): string[] {
  if (blocks.filter((stop) => isStopped(stop, now)).length >= minStoppedBlocks) return [];
  const recent = blocks.filter(({ until }) => until.getTime() > now.getTime() - windowMs);
  return recent.map(({ prefix }) => prefix);
}

/** With the messages that wait for a carrier, which the narrow range is judged by, too. */
function recentOf({ recentStarted, recentTaken, recentApproved }: RangeFigures): NeighborFigures {
  return { started: Math.max(recentStarted, recentTaken), approved: recentApproved };
}

function blocked(sentence: Sentence): AppError {
  return new AppError("verification_blocked", sentence, { fields: { to: [sentence] } });
}
