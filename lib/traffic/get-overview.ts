import { type Actor, demandPermission } from "../core/actor";
import { readInTurn } from "../core/limits/read-in-turn";
import { countMessages, type MessageCount } from "./_count-messages";
import { type Bounds, windowsOf } from "./_windows";
import type { Bar, Outcome, Overview, Range } from "./contract";
import { outcomes } from "./contract";
import { percentileMs } from "./delivery-buckets";

interface Asked {
  actor: Actor;
  input: {
    test: boolean;
    range: Range;
    /** Whose days they are to be. */
    zone?: string;
    now?: Date;
  };
}

/** An account's traffic in figures; each is what the log shows for the same filter. */
export async function getOverview({ actor, input }: Asked): Promise<Overview> {
  demandPermission(actor, "read_messages");
  const { accountId } = actor;
  const { test, range, zone = "UTC", now = new Date() } = input;
  const { hours, week, today, chart, ...windows } = windowsOf(range, zone, now);
  const days = range === "30d" ? chart : week;
  const wanted = [...new Set([hours, days, chart])];
  const counted = await Promise.all(
    wanted.map((bounds) => readInTurn(accountId, () => countMessages({ accountId, test, bounds }))),
  );
  const countsIn = (bounds: Bounds) => counted[wanted.indexOf(bounds)] ?? [];
  return {
    zone: windows.zone,
    bars: toBars(countsIn(chart), chart),
    today: {
      since: today,
      messages: messagesOf(countsIn(days).filter(({ at }) => at >= today)),
      hourly: toBars(countsIn(hours), hours).map(({ total }) => total),
    },
    week: weekOf(countsIn(days), week),
  };
}

function weekOf(daily: MessageCount[], bounds: Bounds): Overview["week"] {
  const starts = bounds.slice(0, -1);
  const days = starts.map((start) => daily.filter(({ at }) => at.getTime() === start.getTime()));
  const week = days.flat();
  return {
    since: starts[0] ?? new Date(0),
    rate: rateOf(week),
    dailyRate: days.map(rateOf),
    p50Ms: percentileMs(timesOf(week), 0.5),
    p95Ms: percentileMs(timesOf(week), 0.95),
    dailyP95Ms: days.map((day) => percentileMs(timesOf(day), 0.95)),
    ends: bounds.slice(1),
  };
}

/** Counts as one bar for each span of time, those without messages included. */
export function toBars(counts: MessageCount[], bounds: Bounds): Bar[] {
  return bounds.slice(0, -1).map((from, place) => {
    const bar: Bar = {
      from,
      until: bounds[place + 1] ?? from,
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

function messagesOf(counts: MessageCount[]): number {
  return counts.reduce((sum, { messages }) => sum + messages, 0);
}
