import { sql } from "drizzle-orm";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { db } from "../core/db";

/** Forgets messages that the simulator accepted more than a week ago. */
export async function sweepSimulator(): Promise<void> {
  await db().execute(
    sql`delete from ${simulatorMessages} where created_at < now() - interval '7 days'`,
  );
}
