import { asc, sql } from "drizzle-orm";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { heartbeatMs } from "./record-heartbeat";

/** When something last said that it is alive, and whether that is too long ago. */
export interface Heartbeat {
  name: string;
  at: Date;
  isLate: boolean;
}

/**
 * What has said that it is alive, by name: the worker says so every five seconds, and one missed beat is forgiven. Throws
 * forbidden unless the actor is an administrator.
 */
export async function readHeartbeats({ actor }: { actor: Actor }): Promise<Heartbeat[]> {
  demandAdmin(actor);
  return db()
    .select({
      name: heartbeats.name,
      at: heartbeats.at,
      isLate: sql<boolean>`${heartbeats.at} < now() - ${heartbeatMs * 3} * interval '1 millisecond'`,
    })
    .from(heartbeats)
    .orderBy(asc(heartbeats.name));
}
