import { findBlocks, type KnownStretch, type TextConditions } from "../text-index/find-blocks";
import type { IdRange } from "../text-index/id-range";
import { idAfter, idBefore } from "../text-index/neighbour-id";

/** How many messages one statement reads, and how many such statements a list or a count makes. */
export interface ScanBound {
  rows: number;
  stretches: number;
}

/** How far reading a range came. */
export interface RangeRead {
  isEnough: boolean;
  /** The ID it came to, if it stopped at its bound. */
  end: string | null;
  stretches: number;
}

/** A frequent word is found in the first segments, a rare one in few blocks of many. */
const segmentsPerRound = [4, 16, 64];
const partsPerRead = [16, 64, 256];
const messagesPerPart = 64;
/** Over 100 million messages. */
const maxRounds = 30;

interface Search {
  accountId: string;
  texts: TextConditions;
  always: IdRange[];
  within: IdRange;
  isDescending: boolean;
  bound: ScanBound;
  /** Reads all of a range, at most so many stretches of it. */
  readWhole(range: IdRange, stretches: number): Promise<RangeRead>;
  /** Reads some blocks; true when that is enough. */
  readParts(parts: IdRange[]): Promise<boolean>;
}

/** What has to be read next: all of a range, or parts of it. */
type Step = { whole: IdRange } | { parts: IdRange[] };

/** How far a search came. */
type Outcome = { isEnough: true } | { isEnough: false; end: string | null };

/**
 * Reads the messages that the index of texts does not know, and of the others those that may match, in order, until it is
 * enough or as many were read as the bound allows. Returns the ID it came to; null if it has enough or nothing is left.
 */
export async function searchBlocks(search: Search): Promise<string | null> {
  const budget = { messages: search.bound.rows * search.bound.stretches, reads: 0 };
  let left: IdRange | null = search.within;
  for (let round = 0; round < maxRounds; round += 1) {
    const limit = at(segmentsPerRound, round);
    const known: KnownStretch[] = await findBlocks({ ...search, within: left, limit });
    const next: IdRange | null = rest(known.at(-1)?.covers, left, search.isDescending);
    for (const step of stepsOf(known, left, search.isDescending)) {
      const outcome = await take(step, search, budget);
      if (outcome.isEnough) return null;
      if (outcome.end !== null) return outcome.end;
    }
    if (!next) return null;
    left = next;
  }
  return search.isDescending ? idAfter(left.high) : idBefore(left.low);
}

interface Budget {
  messages: number;
  reads: number;
}

async function take(step: Step, search: Search, budget: Budget): Promise<Outcome> {
  if ("whole" in step) {
    const { rows } = search.bound;
    const stretches = Math.max(1, Math.floor(budget.messages / rows));
    const read = await search.readWhole(step.whole, stretches);
    budget.messages -= (read.stretches - 1) * rows;
    return read.isEnough ? { isEnough: true } : { isEnough: false, end: read.end };
  }
  for (let place = 0; place < step.parts.length; ) {
    const parts = step.parts.slice(place, place + at(partsPerRead, budget.reads));
    if (await search.readParts(parts)) return { isEnough: true };
    place += parts.length;
    budget.reads += 1;
    budget.messages -= parts.length * messagesPerPart;
    if (budget.messages <= 0) return { isEnough: false, end: endOf(parts, search) };
  }
  return { isEnough: false, end: null };
}

function endOf(parts: IdRange[], { isDescending }: Search): string | null {
  const last = parts.at(-1);
  return (isDescending ? last?.low : last?.high) ?? null;
}

/** In the order of the search: the gaps that the index leaves, and the parts of what it knows. */
function stepsOf(known: KnownStretch[], within: IdRange, isDescending: boolean): Step[] {
  const steps: Step[] = [];
  let left: IdRange | null = within;
  for (const { covers, ranges, isDense } of known) {
    const gap = left && between(left, covers, isDescending);
    if (gap) steps.push({ whole: gap });
    const last = steps.at(-1);
    if (isDense) steps.push({ whole: covers });
    else if (last && "parts" in last) last.parts.push(...ranges);
    else steps.push({ parts: [...ranges] });
    left = rest(covers, within, isDescending);
  }
  // Where the index ends, everything is read.
  if (known.length === 0) steps.push({ whole: within });
  return steps;
}

/** What is left of a range before its next known stretch. */
function between(left: IdRange, covers: IdRange, isDescending: boolean): IdRange | null {
  if (isDescending) return covers.high < left.high ? { ...left, low: idAfter(covers.high) } : null;
  return covers.low > left.low ? { ...left, high: idBefore(covers.low) } : null;
}

/** What is left of a range after a stretch; without one, nothing. */
function rest(covers: IdRange | undefined, within: IdRange, isDescending: boolean): IdRange | null {
  if (!covers) return null;
  if (isDescending) {
    return covers.low > within.low ? { low: within.low, high: idBefore(covers.low) } : null;
  }
  return covers.high < within.high ? { low: idAfter(covers.high), high: within.high } : null;
}

/** The entry at a place; from the end on the last. */
function at(list: number[], place: number): number {
  return list[Math.min(place, list.length - 1)] ?? 1;
}
