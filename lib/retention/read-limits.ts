import { retentionLimits } from "@/drizzle/schema/retention";
import { db, type Tx } from "../core/db";
import { defaultDays, type RetentionDays } from "./contract";

/** For how many days the installation keeps things at most; null for ever. */
export async function readLimits(): Promise<RetentionDays> {
  return limitsOf(await db().select().from(retentionLimits));
}

/** The same, held until the transaction ends. */
export async function lockLimits(tx: Tx): Promise<RetentionDays> {
  return limitsOf(await tx.select().from(retentionLimits).for("update"));
}

function limitsOf(rows: (typeof retentionLimits.$inferSelect)[]): RetentionDays {
  const set = Object.fromEntries(rows.map(({ kind, days }) => [kind, days]));
  return { ...defaultDays, ...set };
}
