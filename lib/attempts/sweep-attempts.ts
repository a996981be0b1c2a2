import { lt } from "drizzle-orm";
import { attempts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

/** Longer than any window that attempts are counted in. */
const maxWindowMs = daysOf("attempts") * 24 * 60 * 60_000;

/** Removes counts of attempts that no longer matter. */
export async function sweepAttempts(): Promise<void> {
  const before = new Date(Date.now() - maxWindowMs);
  await db().delete(attempts).where(lt(attempts.windowStartedAt, before));
}
