import { sql } from "drizzle-orm";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { db } from "../../core/db";

/** Deletes what the simulator accepted more than a week ago. Resolves to 0: nothing is due right after. */
export async function forgetMessages(): Promise<number> {
  await db().execute(
    sql`delete from ${simulatorMessages} where created_at < now() - interval '7 days'`,
  );
  return 0;
}
