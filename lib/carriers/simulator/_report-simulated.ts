import { eq, inArray, sql } from "drizzle-orm";
import { simulatorReports } from "@/drizzle/schema/carriers";
import { db } from "../../core/db";
import { newId } from "../../core/ids";
import { log } from "../../core/log";
import { untilBack } from "../../core/until-back";
import { postReports } from "./_post-reports";

const leaseSeconds = 20;
const batchSize = 200;
const retrySeconds = 2;

/** Makes the simulator's due reports; each is forgotten only when the route has taken it. Returns how many. */
export async function reportSimulated(): Promise<number> {
  const leaseId = newId();
  const due = db()
    .select({ id: simulatorReports.id })
    .from(simulatorReports)
    .where(
      sql`${simulatorReports.dueAt} <= now() and (${simulatorReports.leaseUntil} is null or ${simulatorReports.leaseUntil} < now())`,
    )
    .orderBy(simulatorReports.dueAt)
    .limit(batchSize)
    .for("update", { skipLocked: true });
  const picked = db().$with("picked").as(due);
  const claimed = await db()
    .with(picked)
    .update(simulatorReports)
    .set({
      leaseId,
      leaseUntil: sql`now() + ${leaseSeconds} * interval '1 second'`,
      attempts: sql`${simulatorReports.attempts} + 1`,
    })
    .where(inArray(simulatorReports.id, db().select({ id: picked.id }).from(picked)))
    .returning({
      id: simulatorReports.id,
      event: simulatorReports.event,
      dueAt: simulatorReports.dueAt,
    });
  if (claimed.length === 0) return 0;
  claimed.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  await postReports(claimed.map(({ event }) => event as Record<string, unknown>))
    .then(() => untilBack(() => forget(leaseId)))
    .catch(async (error) => {
      const reports = claimed.length;
      log().warn({ err: error, reports }, "simulator reports not accepted, retrying");
      await untilBack(() => postpone(leaseId));
    });
  return claimed.length;
}

function forget(leaseId: string) {
  return db().delete(simulatorReports).where(eq(simulatorReports.leaseId, leaseId));
}

function postpone(leaseId: string) {
  return db()
    .update(simulatorReports)
    .set({
      leaseId: null,
      leaseUntil: null,
      dueAt: sql`now() + ${retrySeconds} * interval '1 second'`,
    })
    .where(eq(simulatorReports.leaseId, leaseId));
}
