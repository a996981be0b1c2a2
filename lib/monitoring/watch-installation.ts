import { and, isNotNull, isNull, lt } from "drizzle-orm";
import { alarms } from "@/drizzle/schema/alarms";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { log } from "../core/log";
import { enqueueAlarm } from "../deliveries/enqueue-alarm";
import { type News, newsLetter, newsSummary } from "./_alarm-letters";
import { type AlarmKey, isAlarm, markTold, repeatMs, tellingAt } from "./_told";
import { alarmFacts, type Condition } from "./alarm-kinds";
import { findConditions, isOfAnotherMachine } from "./find-conditions";
import { type Alarm, listAlarms } from "./list-alarms";
import { openAlarm } from "./open-alarm";
import { publishAlarm } from "./publish-alarm";
import { readInstallation, readLives } from "./read-installation";

/** What is over for so long is over: until then it may come back without anybody being told. */
const clearMs = 120_000;
/** A machine that has not confirmed its alarm for so long has been replaced, or has no worker any more. */
const lostMs = 3_600_000;

/**
 * Tells the administrators, by email and by webhook, what has gone wrong with the installation and what is well again: one
 * alarm for each kind and subject, over all processes, told when it begins, once a day while it lasts, and when it ends. Its
 * beginning is told once an hour at most; one that is untold for that is open all the same, and its end is not told either.
 * The worker watches everything, the API the worker. Returns 0: there is nothing more to do at once.
 */
export async function watchInstallation(watcher: "worker" | "api"): Promise<number> {
  const facts = watcher === "worker" ? await readInstallation() : await readLives();
  const found = findConditions(facts, watcher);
  const open = await listAlarms();
  for (const condition of found.conditions) await raise(condition, open);
  for (const alarm of open) {
    if (found.conditions.some((each) => isSame(each, alarm))) continue;
    if (found.isJudged(alarm)) await clear(alarm, { isLost: false });
    // Its machine takes the mark away with each look, as long as there is one that looks.
    else if (watcher === "worker" && isOfAnotherMachine(alarm))
      await clear(alarm, { isLost: true });
  }
  return 0;
}

async function raise(condition: Condition, open: Alarm[]): Promise<void> {
  const { alarm, subject } = condition;
  const known = open.find((each) => isSame(each, condition));
  const { isRaisedElsewhere } = alarmFacts(alarm);
  if (known) await keepOpen(condition, known);
  if (isRaisedElsewhere) return;
  const since = known?.since ?? (await databaseNow());
  if (!known) await openAlarm({ alarm, subject, since });
  const news: News = { ...condition, since, status: "open" };
  const [summary, letter] = [newsSummary(news), newsLetter(news)];
  await publishAlarm({ alarm, subject, carrier: carrierOf(news), since, summary, letter });
}

/** It is not over, and when it was told long ago, people are told again; a program knows it already. */
async function keepOpen(condition: Condition, { since }: Alarm): Promise<void> {
  const now = await databaseNow();
  await db()
    .update(alarms)
    .set({ clearSince: null })
    .where(and(isAlarm(condition), isNotNull(alarms.clearSince)));
  const isDue = lt(alarms.toldAt, new Date(now.getTime() - repeatMs));
  const due = await db()
    .update(alarms)
    .set({ toldAt: tellingAt(now) })
    .where(and(isAlarm(condition), isDue))
    .returning();
  if (due.length === 0) return;
  await mail({ ...condition, since, status: "lasting" });
  await markTold(condition);
}

async function clear(known: Alarm, { isLost }: { isLost: boolean }): Promise<void> {
  const ended: News = { ...known, amount: Number.NaN, status: "resolved", isLost };
  const publish = await db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const isOver = lt(alarms.clearSince, new Date(now.getTime() - (isLost ? lostMs : clearMs)));
    const [row] = await tx
      .delete(alarms)
      .where(and(isAlarm(known), isOver))
      .returning();
    // Who was not told of its beginning is not told of its end.
    if (row) return row.toldAt ? enqueueEnd(ended, tx) : undefined;
    const isUnmarked = and(isAlarm(known), isNull(alarms.clearSince));
    await tx.update(alarms).set({ clearSince: now }).where(isUnmarked);
    return undefined;
  });
  if (!publish) return;
  publish();
  await mail(ended);
}

function enqueueEnd(news: News, tx: Tx): Promise<() => void> {
  const { alarm, since } = news;
  const facts = { carrier: carrierOf(news), alarm, since, summary: newsSummary(news) };
  return enqueueAlarm({ ...facts, status: "resolved" }, tx);
}

async function mail(news: News): Promise<void> {
  const { alarm, subject, status } = news;
  log().warn({ alarm, subject, status }, "an alarm of the installation");
  await notifyAdministrators(newsLetter(news));
}

function carrierOf({ alarm, subject }: Condition): string | null {
  return alarmFacts(alarm).isOfCarrier ? subject : null;
}

function isSame(one: AlarmKey, other: AlarmKey): boolean {
  return one.alarm === other.alarm && one.subject === other.subject;
}
