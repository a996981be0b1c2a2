import { and, eq, type SQL } from "drizzle-orm";
import { alarms } from "@/drizzle/schema/alarms";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";

/** What lasts is told again after so long. */
export const repeatMs = 24 * 3_600_000;
/** Whoever tells an alarm has so long to say that the emails left; after that it is told as one that lasts. */
const tellingMs = 300_000;

/** Which alarm. */
export interface AlarmKey {
  alarm: string;
  subject: string;
}

export function isAlarm({ alarm, subject }: AlarmKey): SQL | undefined {
  return and(eq(alarms.alarm, alarm), eq(alarms.subject, subject));
}

/** As `told_at` while it is being told: if `markTold` never comes, as in a crash, it is soon due again. */
export function tellingAt(now: Date): Date {
  return new Date(now.getTime() - repeatMs + tellingMs);
}

/** Says that the emails have left. */
export async function markTold(key: AlarmKey): Promise<void> {
  const toldAt = await databaseNow();
  await db().update(alarms).set({ toldAt }).where(isAlarm(key));
}
