import { and, isNull } from "drizzle-orm";
import { alarms } from "@/drizzle/schema/alarms";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { takeAttempts } from "../attempts/attempts";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { enqueueAlarm } from "../deliveries/enqueue-alarm";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { type AlarmKey, isAlarm, markTold, tellingAt } from "./_told";

const hourMs = 3_600_000;

interface Beginning extends AlarmKey {
  /** Null where it concerns no single carrier. */
  carrier: string | null;
  since: Date;
  /** In a sentence for the webhook. */
  summary: string;
  letter: Words<MailContent>;
  /** Whether it has begun just now, so that it is told even if nothing recorded it. */
  isNews?: boolean;
}

/**
 * Tells the administrators that an alarm has begun, by webhook and by email, once an hour at most for each kind and subject
 * over all processes; until then, it stays untold. A crash loses nothing: before the commit, the next look tells it, and
 * after that, emails that did not leave are sent as about an alarm that lasts.
 */
export async function publishAlarm({
  letter,
  isNews = false,
  ...beginning
}: Beginning): Promise<void> {
  const untold = await findUntold(beginning);
  if (!untold && !isNews) return;
  // As its end will say, whichever process recorded it.
  const since = untold?.since ?? beginning.since;
  const publish = await ifFirst(() => enqueue({ ...beginning, since }));
  if (!publish) return;
  publish();
  const { alarm, subject } = beginning;
  log().warn({ alarm, subject, status: "open" }, "an alarm of the installation");
  await notifyAdministrators(letter);
  await markTold(beginning);
}

async function findUntold(key: AlarmKey): Promise<{ since: Date } | undefined> {
  const isUntold = and(isAlarm(key), isNull(alarms.toldAt));
  const [row] = await db().select().from(alarms).where(isUntold);
  return row;
}

/** In the transaction that takes the attempt: the event is sent if and only if nobody else sends it within the hour. */
async function enqueue(beginning: Omit<Beginning, "letter" | "isNews">): Promise<() => void> {
  const { alarm, subject, ...facts } = beginning;
  return db().transaction(async (tx) => {
    const key = `alarm:${alarm}:${subject}`;
    await takeAttempts([{ key, most: 1, windowMs: hourMs }], tx);
    const toldAt = tellingAt(await databaseNow(tx));
    await tx.update(alarms).set({ toldAt }).where(isAlarm(beginning));
    return enqueueAlarm({ ...facts, alarm, status: "open" }, tx);
  });
}

/** Undefined if it was told within the hour. */
async function ifFirst<T>(work: () => Promise<T>): Promise<T | undefined> {
  return work().catch((error: unknown) => {
    if (error instanceof AppError && error.code === "rate_limited") return undefined;
    throw error;
  });
}
