import {
  maxNarrowSends,
  maxNeighbors,
  maxWideSends,
  minConversion,
  minNarrowSends,
  minWideSends,
  minWideSettled,
  type StopReason,
} from "./contract";

/** The newest verifications of a range whose messages have left, of each number two at most. */
export interface RangeFigures {
  started: number;
  /** Their messages, which are more where a code was sent again. */
  sent: number;
  approved: number;
  /** Of those that were started, the ones that are over or had a few minutes for it. */
  settled: number;
  /** The same within ten minutes. */
  recentStarted: number;
  recentSent: number;
  recentApproved: number;
  /** Messages within ten minutes, those among them that have not left. */
  recentTaken: number;
  /** Of those within ten minutes, what had a minute and a half. */
  agedStarted: number;
  agedSent: number;
  agedApproved: number;
}

/** Verifications of the numbers around one that are over or had a few minutes for it. */
export type NeighborFigures = Pick<RangeFigures, "started" | "approved">;

/** Whether too few of these were approved. */
function isPoor({ started, approved }: NeighborFigures): boolean {
  return approved < started * minConversion;
}

/**
 * Why no further code may go to 10,000 numbers in a row, if so. Nobody's users come in dozens from such a range at the same
 * moment, so those that are still pending count, too. The few of a sequence may be colleagues, who get their time.
 */
export function judgeNarrow(
  range: RangeFigures,
  neighbors: NeighborFigures,
): StopReason | undefined {
  if (neighbors.started - neighbors.approved >= maxNeighbors && isPoor(neighbors))
    return "sequence";
  if (range.sent >= minNarrowSends && isPoor(range)) return "conversion";
  return range.recentTaken >= maxNarrowSends ? "velocity" : undefined;
}

/**
 * The same for a million numbers, of which many may be users: those that are pending count in a flood alone, and the
 * youngest of them only where there are very many.
 */
export function judgeWide(range: RangeFigures): StopReason | undefined {
  const { settled, approved } = range;
  if (settled >= minWideSettled && isPoor({ started: settled, approved })) return "conversion";
  const aged = { started: range.agedStarted, approved: range.agedApproved };
  if (range.agedSent >= minWideSends && isPoor(aged)) return "velocity";
  const recent = { started: range.recentStarted, approved: range.recentApproved };
  return range.recentSent >= maxWideSends && isPoor(recent) ? "velocity" : undefined;
}
