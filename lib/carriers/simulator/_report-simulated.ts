import { and, eq, sql } from "drizzle-orm";
import { simulatorReports } from "@/drizzle/schema/carriers";
import { anyOf } from "../../core/any-of";
import { db } from "../../core/db";
import { newId } from "../../core/ids";
import { log } from "../../core/log";
import { untilBack } from "../../core/until-back";
import { postReports } from "./_post-reports";

const leaseSeconds = 20;
/** As many as the route takes at once. */
const batchSize = 500;
const retrySeconds = 2;

interface Claim {
  leaseId: string;
  ids: string[];
}

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
    // As a list: a join may compare all there are with each of these.
    .where(sql`${simulatorReports.id} = any(array(select id from picked))`)
    .returning({
      id: simulatorReports.id,
      event: simulatorReports.event,
      dueAt: simulatorReports.dueAt,
    });
  if (claimed.length === 0) return 0;
  claimed.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const claim = { leaseId, ids: claimed.map(({ id }) => id) };
  await postReports(claimed.map(({ event }) => event as Record<string, unknown>))
    .then(() => untilBack(() => forget(claim)))
    .catch(async (error) => {
      const reports = claimed.length;
      log().warn({ err: error, reports }, "simulator reports not accepted, retrying");
      await untilBack(() => postpone(claim));
    });
  return claimed.length;
}

function forget(claim: Claim) {
  return db().delete(simulatorReports).where(isClaimed(claim));
}

function postpone(claim: Claim) {
  return db()
    .update(simulatorReports)
    .set({
      leaseId: null,
      leaseUntil: null,
      dueAt: sql`now() + ${retrySeconds} * interval '1 second'`,
    })
    .where(isClaimed(claim));
}

/** By their IDs: an index on the lease would have to be written with each claim. */
function isClaimed({ leaseId, ids }: Claim) {
  return and(anyOf(simulatorReports.id, ids), eq(simulatorReports.leaseId, leaseId));
}
