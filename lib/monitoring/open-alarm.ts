import { alarms } from "@/drizzle/schema/alarms";
import { db } from "../core/db";
import { isAlarmKind } from "./alarm-kinds";

interface Begun {
  alarm: string;
  subject: string;
  since: Date;
}

/** Records that something is wrong, if it is not recorded yet; `publishAlarm` tells of it. */
export async function openAlarm({ alarm, subject, since }: Begun): Promise<void> {
  if (!isAlarmKind(alarm)) return;
  await db().insert(alarms).values({ alarm, subject, since }).onConflictDoNothing();
}
