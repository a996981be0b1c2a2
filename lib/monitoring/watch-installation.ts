import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { alarms } from "@/drizzle/schema/alarms";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { log } from "../core/log";
import { enqueueAlarm } from "../deliveries/enqueue-alarm";
import { type News, newsLetter, newsSummary } from "./_alarm-letters";
import { alarmFacts, type Condition } from "./alarm-kinds";
import { findConditions } from "./find-conditions";
import { type Alarm, listAlarms } from "./list-alarms";
import { readInstallation, readLives } from "./read-installation";

/** What lasts is told again after so long. */
const repeatMs = 24 * 3_600_000;
/** What is over for so long is over: until then it may come back without anybody being told. */
const clearMs = 120_000;
/** A worker that starts with this process may need so long for its first heartbeat. */
const startMs = 60_000;

type Alarmed = Pick<Alarm, "alarm" | "subject">;

/**
 * Tells the administrators, by email and by webhook, what has gone wrong with the installation and what is well again: one
 * alarm for each kind and subject, over all processes, told when it begins, once a day while it lasts, and when it ends.
 * The worker watches everything, the API the worker. Returns 0: there is nothing more to do at once.
 */
export async function watchInstallation(watcher: "worker" | "api"): Promise<number> {
  if (watcher === "api" && process.uptime() * 1000 < startMs) return 0;
  const facts = watcher === "worker" ? await readInstallation() : await readLives();
  const found = findConditions(facts, watcher);
  const open = await listAlarms();
  for (const condition of found.conditions) await raise(condition, open);
  for (const alarm of open.filter(found.isJudged)) {
    if (!found.conditions.some((each) => isSame(each, alarm))) await clear(alarm);
  }
  return 0;
}

async function raise(condition: Condition, open: Alarm[]): Promise<void> {
  const now = await databaseNow();
  const { alarm, subject } = condition;
  const known = open.find((each) => isSame(each, condition));
  if (!known) {
    if (alarmFacts(alarm).isRaisedElsewhere) return;
    const row = { alarm, subject, since: now, toldAt: now };
    // Written before it is told, so that two processes never tell it twice.
    const inserted = await db().insert(alarms).values(row).onConflictDoNothing().returning();
    if (inserted.length > 0) await notify({ ...condition, since: now, status: "open" });
    return;
  }
  await db()
    .update(alarms)
    .set({ clearSince: null })
    .where(and(isAlarm(condition), isNotNull(alarms.clearSince)));
  const isDue = lt(alarms.toldAt, new Date(now.getTime() - repeatMs));
  const due = await db()
    .update(alarms)
    .set({ toldAt: now })
    .where(and(isAlarm(condition), isDue))
    .returning();
  if (due.length > 0) await notify({ ...condition, since: known.since, status: "lasting" });
}

async function clear(known: Alarm): Promise<void> {
  const now = await databaseNow();
  const isOver = lt(alarms.clearSince, new Date(now.getTime() - clearMs));
  const ended = await db()
    .delete(alarms)
    .where(and(isAlarm(known), isOver))
    .returning();
  if (ended.length > 0) return notify({ ...known, amount: Number.NaN, status: "resolved" });
  await db()
    .update(alarms)
    .set({ clearSince: now })
    .where(and(isAlarm(known), isNull(alarms.clearSince)));
}

async function notify(news: News): Promise<void> {
  const { alarm, subject, since, status } = news;
  log().warn({ alarm, subject, status }, "an alarm of the installation");
  // What lasts is for people: a program knows it already.
  if (status !== "lasting") {
    const carrier = alarmFacts(alarm).isOfCarrier ? subject : null;
    await enqueueAlarm({ carrier, alarm, status, since, summary: newsSummary(news) });
  }
  await notifyAdministrators(newsLetter(news));
}

function isSame(one: Alarmed, other: Alarmed): boolean {
  return one.alarm === other.alarm && one.subject === other.subject;
}

function isAlarm({ alarm, subject }: Alarmed) {
  return and(eq(alarms.alarm, alarm), eq(alarms.subject, subject));
}
