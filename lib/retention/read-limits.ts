import { retentionLimits } from "@/drizzle/schema/retention";
import { db } from "../core/db";
import { defaultDays, type RetentionDays } from "./contract";

/** For how many days the installation keeps things at most; null for ever. */
export async function readLimits(): Promise<RetentionDays> {
  const rows = await db().select().from(retentionLimits);
  const set = Object.fromEntries(rows.map(({ kind, days }) => [kind, days]));
  return { ...defaultDays, ...set };
}
