import type { Bar, Outcome, Overview, Range } from "./contract";
import { outcomes } from "./contract";
import { countMessages, type MessageCount } from "./count-messages";
import { percentileMs } from "./delivery-buckets";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Asked {
  accountId: string;
  test: boolean;
  range: Range;
  now?: Date;
}

/** An account's traffic in figures; each is what the log shows for the same filter. */
export async function getOverview({ accountId, test, range, now }: Asked): Promise<Overview> {
  const nowMs = (now ?? new Date()).getTime();
  const firstHour = new Date(Math.floor(nowMs / hourMs) * hourMs - 23 * hourMs);
  const today = new Date(Math.floor(nowMs / dayMs) * dayMs);
  const days = range === "30d" ? 30 : 7;
  const firstDay = new Date(today.getTime() - (days - 1) * dayMs);
  const [hourly, daily] = await Promise.all([
    countMessages({ accountId, test, since: firstHour, step: "hour" }),
    countMessages({ accountId, test, since: firstDay, step: "day" }),
  ]);
  const hours = toBars(hourly, { since: firstHour, stepMs: hourMs, steps: 24 });
  const perDay = toBars(daily, { since: firstDay, stepMs: dayMs, steps: days });
  return {
    bars: range === "24h" ? hours : perDay,
    today: {
      since: today,
      messages: perDay.at(-1)?.total ?? 0,
      hourly: hours.map(({ total }) => total),
    },
    week: weekOf(daily, new Date(today.getTime() - 6 * dayMs)),
  };
}

function weekOf(daily: MessageCount[], since: Date): Overview["week"] {
  const week = daily.filter(({ at }) => at >= since);
  const days = Array.from({ length: 7 }, (_, place) => {
    const at = since.getTime() + place * dayMs;
    return week.filter((count) => count.at.getTime() === at);
  });
  const dailyCredits = days.map(spentOf);
  const firstUsed = dailyCredits.findIndex((credits) => credits > 0);
  const spent = dailyCredits.reduce((sum, credits) => sum + credits, 0);
  return {
    since,
    rate: rateOf(week),
    dailyRate: days.map(rateOf),
    p50Ms: percentileMs(timesOf(week), 0.5),
    p95Ms: percentileMs(timesOf(week), 0.95),
    dailyP95Ms: days.map((day) => percentileMs(timesOf(day), 0.95)),
    // Someone who began two days ago has spent that in two days, not in seven.
    creditsPerDay: firstUsed === -1 ? 0 : spent / (7 - firstUsed),
    dailyCredits,
  };
}

/** Counts as one bar for each hour or day, those without messages included. */
export function toBars(
  counts: MessageCount[],
  { since, stepMs, steps }: { since: Date; stepMs: number; steps: number },
): Bar[] {
  return Array.from({ length: steps }, (_, place) => {
    const from = new Date(since.getTime() + place * stepMs);
    const bar: Bar = {
      from,
      until: new Date(from.getTime() + stepMs),
      counts: { delivered: 0, open: 0, failed: 0, bounced: 0, expired: 0, cancelled: 0 },
      total: 0,
    };
    for (const { at, status, messages } of counts) {
      if (at.getTime() !== from.getTime()) continue;
      bar.counts[outcomeOf(status)] += messages;
      bar.total += messages;
    }
    return bar;
  });
}

function outcomeOf(status: string): Outcome {
  return outcomes.find((outcome) => outcome === status) ?? "open";
}

function rateOf(counts: MessageCount[]): number | null {
  const ended = counts.filter(({ status }) => reported.includes(status));
  const sum = messagesOf(ended);
  if (sum === 0) return null;
  return messagesOf(ended.filter(({ status }) => status === "delivered")) / sum;
}

/** How a message can end other than by its sender's own wish. */
const reported = ["delivered", "failed", "bounced", "expired"];

function timesOf(counts: MessageCount[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const { bucket, messages } of counts) {
    if (bucket >= 0) times.set(bucket, (times.get(bucket) ?? 0) + messages);
  }
  return times;
}

function spentOf(counts: MessageCount[]): number {
  return counts
    .filter(({ status }) => status !== "cancelled")
    .reduce((sum, { credits }) => sum + credits, 0);
}

function messagesOf(counts: MessageCount[]): number {
  return counts.reduce((sum, { messages }) => sum + messages, 0);
}
