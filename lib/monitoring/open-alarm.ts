import { alarms } from "@/drizzle/schema/alarms";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { isAlarmKind } from "./alarm-kinds";

/** Keeps in mind that administrators have been told of an alarm, so that they are told of its end, too. */
export async function openAlarm({
  alarm,
  subject,
}: {
  alarm: string;
  subject: string;
}): Promise<void> {
  if (!isAlarmKind(alarm)) return;
  const now = await databaseNow();
  await db()
    .insert(alarms)
    .values({ alarm, subject, since: now, toldAt: now })
    .onConflictDoNothing();
}
