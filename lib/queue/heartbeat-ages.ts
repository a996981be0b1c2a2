import { sql } from "drizzle-orm";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { db } from "../core/db";

/** How long ago each heartbeat was recorded, by its name. */
export async function heartbeatAges(): Promise<{ name: string; ageSeconds: number }[]> {
  return db()
    .select({
      name: heartbeats.name,
      ageSeconds: sql<number>`greatest(0, extract(epoch from now() - ${heartbeats.at}))::float8`,
    })
    .from(heartbeats)
    .orderBy(heartbeats.name);
}
