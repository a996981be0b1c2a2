import { asc } from "drizzle-orm";
import { alarms } from "@/drizzle/schema/alarms";
import { db } from "../core/db";
import { type AlarmKind, isAlarmKind } from "./alarm-kinds";

/** An alarm that is open. */
export interface Alarm {
  alarm: AlarmKind;
  subject: string;
  since: Date;
}

const maxAlarms = 100;

/** The open alarms, the oldest first; those that only a newer version knows are left out. */
export async function listAlarms(): Promise<Alarm[]> {
  const rows = await db().select().from(alarms).orderBy(asc(alarms.since)).limit(maxAlarms);
  return rows.flatMap(({ alarm, subject, since }) =>
    isAlarmKind(alarm) ? [{ alarm, subject, since }] : [],
  );
}
