import { sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { chooseCarrier } from "./choose-carrier";

/** How the carrier of live messages does, and what waits for it. */
export interface CarrierHealth {
  carrier: string;
  /** Null when it takes messages. */
  reason: string | null;
  detail: string | null;
  /** Since when it is so; null when there never was any trouble. */
  since: Date | null;
  /** When it is asked again; null when it takes messages. */
  retryAt: Date | null;
  waiting: number;
  /** When the oldest message that waits should have left. */
  oldestSince: Date | null;
}

/** Looks at the carrier in use: its state, since when, and the messages that wait for it. */
export async function getCarrierHealth(): Promise<CarrierHealth> {
  const carrier = chooseCarrier({ test: false }).name;
  const [[state], [queue]] = await Promise.all([
    db().select().from(carrierStates).where(sql`${carrierStates.carrier} = ${carrier}`),
    db().execute<{ waiting: number; oldest: string | null }>(sql`
      select count(*)::int as waiting, min(coalesce(scheduled_at, created_at)) as oldest
      from ${messages}
      where not test and (
        status in ('scheduled', 'queued') and (due_at <= now() or wait_reason is not null)
        or status = 'sending' and wait_reason is not null)`),
  ]);
  const isInTrouble = typeof state?.reason === "string";
  return {
    carrier,
    reason: state?.reason ?? null,
    detail: state?.detail ?? null,
    since: state?.since ?? null,
    retryAt: isInTrouble ? (state?.retryAt ?? null) : null,
    waiting: queue?.waiting ?? 0,
    oldestSince: queue?.oldest ? new Date(queue.oldest) : null,
  };
}
