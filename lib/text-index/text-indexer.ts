import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { db } from "../core/db";
import { allIds } from "./id-range";
import { indexTexts, settledAfterMs } from "./index-texts";

/** Accounts whose messages have moved, at most; a walk over all accounts finds the rest. */
const maxNoticed = 10_000;
const accountsPerWalk = 10;
/** Of its own time it works a fifth, and a fiftieth where the process has much else to do. */
const restPerWork = 4;
const restBesideOthers = 49;
const busyShare = 0.5;
const maxRestMs = 10_000;
const restAfterNothingMs = 5000;

/** When an account's messages have moved last, and when its index is looked after. */
interface Notice {
  movedMs: number;
  dueMs: number;
}

export interface TextIndexer {
  /** Names accounts whose messages have moved. */
  notice(accountIds: string[]): void;
  /** Does the next step, if it has rested. Resolves to how many messages it read. */
  work(): Promise<number>;
}

/**
 * Keeps the index of all accounts' texts, a step at a time: of accounts that were named, as soon as their messages are old
 * enough, and of all in turn. After a step it rests, longer where the process is busy: sending and receiving come first.
 */
export function textIndexer(): TextIndexer {
  const notices = new Map<string, Notice>();
  /** Where the last step was not the last one that there is to do. */
  const behind = new Set<string>();
  const turn = { walkedTo: allIds.low, restUntilMs: 0, look: performance.eventLoopUtilization() };

  /** One with more to do, or one that was named; else the next of all. */
  async function next(): Promise<string[]> {
    const [unfinished] = behind;
    if (unfinished !== undefined) return [unfinished];
    const [first] = notices;
    if (first && first[1].dueMs <= performance.now()) return [first[0]];
    const rows = await db().execute<{ id: string }>(sql`
      select id from accounts where id > ${turn.walkedTo}::uuid order by id limit ${accountsPerWalk}`);
    turn.walkedTo = rows.at(-1)?.id ?? allIds.low;
    return rows.map(({ id }) => id);
  }

  async function index(accountId: string): Promise<number> {
    const notice = notices.get(accountId);
    // Of one that fails, the walk finds what is left: others have their turn first.
    behind.delete(accountId);
    notices.delete(accountId);
    const isDue = notice !== undefined && notice.dueMs <= performance.now();
    const count = await indexTexts({ accountId, findsLate: isDue });
    if (count > 0 && behind.size < maxNoticed) behind.add(accountId);
    if (notice) remember(accountId, notice, count > 0);
    return count;
  }

  /** Notices again an account with more to do, or whose messages have moved since. */
  function remember(accountId: string, notice: Notice, hasMore: boolean): void {
    const { movedMs } = notices.get(accountId) ?? notice;
    const dueMs = hasMore ? notice.dueMs : movedMs + settledAfterMs;
    if (hasMore || dueMs > performance.now()) notices.set(accountId, { movedMs, dueMs });
  }

  return {
    notice(accountIds) {
      const movedMs = performance.now();
      for (const id of accountIds) {
        const known = notices.get(id);
        if (known) known.movedMs = movedMs;
        else if (notices.size < maxNoticed) {
          notices.set(id, { movedMs, dueMs: movedMs + settledAfterMs });
        }
      }
    },
    async work() {
      const startedMs = performance.now();
      if (startedMs < turn.restUntilMs) return 0;
      const { utilization } = performance.eventLoopUtilization(turn.look);
      let read = 0;
      for (const accountId of await next()) read += await index(accountId);
      const endedMs = performance.now();
      const share = utilization > busyShare ? restBesideOthers : restPerWork;
      const restMs = Math.min(maxRestMs, (endedMs - startedMs) * share);
      turn.restUntilMs = endedMs + (read > 0 ? restMs : restAfterNothingMs);
      turn.look = performance.eventLoopUtilization();
      return read;
    },
  };
}
