import { sql } from "drizzle-orm";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { db } from "../core/db";

/** How often a worker records its heartbeat. */
export const heartbeatMs = 5000;

/** Records that a worker runs, or that a readiness check could write, by the database's clock, which all processes share. */
export async function recordHeartbeat(name: "worker" | "readiness"): Promise<void> {
  await db()
    .insert(heartbeats)
    .values({ name, at: sql`now()` })
    .onConflictDoUpdate({ target: heartbeats.name, set: { at: sql`now()` } });
}
