import { type SQL, sql } from "drizzle-orm";
import { type Actor, demandPermission } from "../core/actor";
import { readInTurn } from "../core/limits/read-in-turn";
import { totalByStatus } from "../traffic/total-by-status";
import type { MessageFilter } from "./_filter-messages";
import { readLogQuery } from "./_read-log-query";
import { scanMessages } from "./_scan-messages";
import type { LogCount, LogQuery } from "./log-contract";

/** Where messages have to be read one by one, counting stops here. */
const maxCounted = 10_000;

type StatusCounts = LogCount["by_status"];

interface Wanted {
  actor: Actor;
  input: LogQuery;
}

/**
 * How many messages match the filters of the log, whichever page the address names, and how many of each status match
 * the other filters. Exact if the counters know such messages; otherwise up to 10,000, and whether there are more.
 * Throws forbidden without `read_messages`.
 */
export async function countLog({ actor, input }: Wanted): Promise<LogCount> {
  demandPermission(actor, "read_messages");
  const filter = readLogQuery(input);
  return readInTurn(actor.accountId, () => count(actor, filter));
}

async function count(actor: Actor, filter: MessageFilter): Promise<LogCount> {
  const { status, ...others } = filter;
  const isKnown = actor.mode !== "test" && isCounted(others);
  const known = isKnown ? await totalByStatus(actor.accountId, others) : null;
  if (known) {
    const messages = total(narrowed(known, status));
    return { messages, has_more: false, by_status: known, has_more_by_status: false };
  }
  const found = await scan(actor, others);
  const counts = found.isCut && status ? await scan(actor, filter) : found;
  return {
    messages: Math.min(total(narrowed(counts.byStatus, status)), maxCounted),
    has_more: counts.isCut,
    by_status: found.byStatus,
    has_more_by_status: found.isCut,
  };
}

/** Up to 10,001 messages of those that a scan reads, and whether there are, or may be, more. */
async function scan(actor: Actor, filter: MessageFilter) {
  const byStatus: StatusCounts = {};
  const end = await scanMessages({ actor, filter }, async ({ tx, rows, matching }) => {
    const found = tx
      .select({ status: rows.status })
      .from(rows)
      .where(matching)
      .limit(maxCounted + 1 - total(byStatus))
      .as("found");
    const count: SQL<number> = sql`count(*)::int`;
    const counts = await tx.select({ status: found.status, count }).from(found).groupBy(sql`1`);
    for (const { status, count } of counts) byStatus[status] = (byStatus[status] ?? 0) + count;
    return total(byStatus) > maxCounted;
  });
  return { byStatus, isCut: end !== null || total(byStatus) > maxCounted };
}

function narrowed(counts: StatusCounts, status: MessageFilter["status"]): StatusCounts {
  if (!status) return counts;
  return Object.fromEntries(status.map((each) => [each, counts[each] ?? 0]));
}

function total(counts: StatusCounts): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}

/** Whether nothing but mode and time is asked about. */
function isCounted({ test: _, since: _since, until: _until, ...rest }: MessageFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}
