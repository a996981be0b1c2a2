import { sql } from "drizzle-orm";
import { carrierAttempts, carrierStates } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { windowMs } from "./_attempt-window";
import { chooseCarrier } from "./choose-carrier";

/** How the carrier of live messages does, and what waits for it. */
export interface CarrierHealth {
  carrier: string;
  /** Of its circuit breaker: open while messages wait, half-open while a few of them are a probe. */
  circuit: "closed" | "open" | "half_open";
  /** Why it is not closed; null when it is. */
  reason: string | null;
  /** What the carrier said last when it failed, lately or to open the circuit. */
  detail: string | null;
  /** Since when it is so; null when there never was any trouble. */
  since: Date | null;
  /** When the next probe may be made; null when the circuit is closed. */
  retryAt: Date | null;
  /** What was attempted in the last seconds, and what of it failed. */
  window: { seconds: number; attempts: number; failures: number };
  waiting: number;
  /** When the oldest message that waits should have left. */
  oldestSince: Date | null;
}

/** Looks at the carrier in use: its state, since when, and the messages that wait for it. */
export async function getCarrierHealth(): Promise<CarrierHealth> {
  const carrier = chooseCarrier({ test: false }).name;
  const [[state], [recent], [queue]] = await Promise.all([
    db().select().from(carrierStates).where(sql`${carrierStates.carrier} = ${carrier}`),
    db().execute<{ attempts: number; failures: number; detail: string | null }>(sql`
      select coalesce(sum(attempts), 0)::int as attempts, coalesce(sum(failures), 0)::int as failures,
        (array_agg(detail order by second desc) filter (where detail is not null))[1] as detail
      from ${carrierAttempts}
      where carrier = ${carrier} and second > now() - ${windowMs} * interval '1 millisecond'`),
    db().execute<{ waiting: number; oldest: string | null }>(sql`
      select count(*)::int as waiting, min(coalesce(scheduled_at, created_at)) as oldest
      from ${messages}
      where not test and (
        status in ('scheduled', 'queued') and (due_at <= now() or wait_reason is not null)
        or status = 'sending' and wait_reason is not null)`),
  ]);
  const circuit = state?.state ?? "closed";
  return {
    carrier,
    circuit,
    reason: state?.reason ?? null,
    detail: state?.detail ?? recent?.detail ?? null,
    since: state?.since ?? null,
    retryAt: circuit === "closed" ? null : (state?.retryAt ?? null),
    window: {
      seconds: windowMs / 1000,
      attempts: recent?.attempts ?? 0,
      failures: recent?.failures ?? 0,
    },
    waiting: queue?.waiting ?? 0,
    oldestSince: queue?.oldest ? new Date(queue.oldest) : null,
  };
}
