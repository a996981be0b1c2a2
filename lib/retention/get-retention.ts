import { eq } from "drizzle-orm";
import { accountRetention } from "@/drizzle/schema/retention";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { type Retention, type RetentionDays, retentionKinds } from "./contract";
import { readLimits } from "./read-limits";

/** How long things are kept for the actor's account, and who decided so. Throws forbidden. */
export async function getRetention({ actor }: { actor: Actor }): Promise<Retention> {
  demandPermission(actor, "read_settings");
  const [limits, [row]] = await Promise.all([
    readLimits(),
    db().select().from(accountRetention).where(eq(accountRetention.accountId, actor.accountId)),
  ]);
  const chosen = {
    texts: row?.textDays ?? null,
    events: row?.eventDays ?? null,
    attempts: row?.attemptDays ?? null,
  };
  return { limits, chosen, days: shorterOf(limits, chosen) };
}

function shorterOf(limits: RetentionDays, chosen: RetentionDays): RetentionDays {
  const days = retentionKinds.map((kind) => {
    const both = [limits[kind], chosen[kind]].filter((each) => each !== null);
    return [kind, both.length > 0 ? Math.min(...both) : null] as const;
  });
  return Object.fromEntries(days) as RetentionDays;
}
