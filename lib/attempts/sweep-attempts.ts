import { lt } from "drizzle-orm";
import { attempts } from "@/drizzle/schema/accounts";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

/** Longer than any window that attempts are counted in. */
const maxWindowMs = daysOf("attempts") * 24 * 60 * 60_000;

/** Removes counts of attempts that no longer matter. */
export async function sweepAttempts(): Promise<void> {
  const before = new Date((await databaseNow()).getTime() - maxWindowMs);
  await db().delete(attempts).where(lt(attempts.windowStartedAt, before));
}
