import { and, asc, between, lte, sql } from "drizzle-orm";
import { simulatorReports } from "@/drizzle/schema/carriers";
import { anyOf } from "../../core/any-of";
import { db, type Tx } from "../../core/db";
import { log } from "../../core/log";
import { untilBack } from "../../core/until-back";
import { postReports, postTimeoutMs } from "./_post-reports";

/** As many as the route takes at once. */
const batchSize = 500;
const retrySeconds = 2;
/** Posting takes no longer, so a worker that is silent for so long is frozen: its turn ends with its connection. */
const silenceMs = postTimeoutMs + 5000;

type Report = typeof simulatorReports.$inferSelect;

const isDue = lte(simulatorReports.dueAt, sql`now()`);

/**
 * Makes the simulator's due reports; each is forgotten only when the route has taken it. One worker at a time does so, in
 * a transaction that ends with its connection: the reports of one that was killed are made again. Returns how many.
 */
export async function reportSimulated(): Promise<number> {
  const [due] = await db()
    .select({ id: simulatorReports.id })
    .from(simulatorReports)
    .where(isDue)
    // In the order of the key, so that it is looked up there and not among the rows that are gone.
    .orderBy(asc(simulatorReports.dueAt))
    .limit(1);
  if (!due) return 0;
  const made: Report[] = [];
  const reporting = db().transaction(async (tx) => {
    if (!(await takeTurn(tx))) return 0;
    const reports = await findDue(tx);
    if (reports.length === 0) return 0;
    if (!(await wasAccepted(reports))) await postpone(reports, tx);
    else {
      made.push(...reports);
      await forget(reports, tx);
    }
    return reports.length;
  });
  return reporting.catch(async (error) => {
    if (made.length === 0) throw error;
    // The database went away after the route had accepted them.
    await untilBack(() => forget(made, db()));
    return made.length;
  });
}

/** A lock of its own instead of one on each row, which whoever erases a message would wait for. */
async function takeTurn(tx: Tx): Promise<boolean> {
  const [turn] = await tx.execute<{ is_mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('reports of the simulator', 0)) as is_mine,
      set_config('idle_in_transaction_session_timeout', ${String(silenceMs)}, true)`,
  );
  return turn?.is_mine ?? false;
}

/** Looked for after the turn is taken, so that none is seen that the last one has forgotten. */
function findDue(tx: Tx): Promise<Report[]> {
  return tx
    .select()
    .from(simulatorReports)
    .where(isDue)
    .orderBy(asc(simulatorReports.dueAt), asc(simulatorReports.id))
    .limit(batchSize);
}

async function wasAccepted(reports: Report[]): Promise<boolean> {
  try {
    await postReports(reports.map(({ event }) => event as Record<string, unknown>));
    return true;
  } catch (error) {
    log().warn({ err: error, reports: reports.length }, "simulator reports not accepted, retrying");
    return false;
  }
}

async function forget(reports: Report[], tx: Tx): Promise<void> {
  await tx.delete(simulatorReports).where(areThese(reports));
}

async function postpone(reports: Report[], tx: Tx): Promise<void> {
  await tx
    .update(simulatorReports)
    .set({ dueAt: sql`clock_timestamp() + ${retrySeconds} * interval '1 second'` })
    .where(areThese(reports));
}

/** Reports in the order of their key, by the stretch of it that they take: their IDs alone are not its beginning. */
function areThese(reports: Report[]) {
  const [first, last] = [reports[0], reports.at(-1)];
  const ids = reports.map(({ id }) => id);
  if (!first || !last) return sql`false`;
  return and(
    between(simulatorReports.dueAt, first.dueAt, last.dueAt),
    anyOf(simulatorReports.id, ids),
  );
}
