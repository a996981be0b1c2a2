import { eq, sql } from "drizzle-orm";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { db } from "../core/db";
import { heartbeatMs } from "./record-heartbeat";

/** Whether any worker of this installation has lately said that it is alive; one missed beat is forgiven. */
export async function isWorkerAlive(): Promise<boolean> {
  const [row] = await db()
    .select({
      alive: sql<boolean>`${heartbeats.at} > now() - ${heartbeatMs * 3} * interval '1 millisecond'`,
    })
    .from(heartbeats)
    .where(eq(heartbeats.name, "worker"));
  return row?.alive ?? false;
}
