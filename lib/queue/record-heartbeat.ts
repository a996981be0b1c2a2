import { sql } from "drizzle-orm";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { db } from "../core/db";

/** How often a worker says that it is alive. */
export const heartbeatMs = 5000;

/** Says that a worker is alive, by the database's clock, which all processes share. */
export async function recordHeartbeat(): Promise<void> {
  await db()
    .insert(heartbeats)
    .values({ name: "worker", at: sql`now()` })
    .onConflictDoUpdate({ target: heartbeats.name, set: { at: sql`now()` } });
}
