import { sql } from "drizzle-orm";
import { carrierAttempts, carrierStates } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { windowMs } from "./_attempt-window";
import { type Figures, noFigures, readFigures } from "./carrier-minutes";
import { carrierSetup, type ReadyCarrier } from "./carrier-setup";

/** How a carrier of live messages does, and what waits for it. */
export interface CarrierHealth {
  carrier: string;
  kind: string;
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
  /** Since when it gets no new messages; null when it does. */
  drainingSince: Date | null;
  /** What was attempted in the last seconds, and what of it failed. */
  window: { seconds: number; attempts: number; failures: number };
  figures: Figures;
  /** Parts per second it may get; null for no limit. */
  rate: number | null;
  waiting: number;
  /** When the oldest message that waits should have left. */
  oldestSince: Date | null;
}

interface Recent extends Record<string, unknown> {
  carrier: string;
  attempts: number;
  failures: number;
  detail: string | null;
}

interface Waiting extends Record<string, unknown> {
  carrier: string | null;
  waiting: number;
  oldest: string;
}

/**
 * Looks at every carrier that live messages go to by the routes in force, or that some wait for: its state, since when,
 * and the messages that wait for it. `unrouted` are those that no route was found for.
 */
export async function listCarrierHealth(): Promise<{
  carriers: CarrierHealth[];
  unrouted: number;
}> {
  const [figures, states, recent, queues] = await Promise.all([
    readFigures(),
    db().select().from(carrierStates),
    db().execute<Recent>(sql`
      select carrier, coalesce(sum(attempts), 0)::int as attempts,
        coalesce(sum(failures), 0)::int as failures,
        (array_agg(detail order by second desc) filter (where detail is not null))[1] as detail
      from ${carrierAttempts} where second > now() - ${windowMs} * interval '1 millisecond'
      group by carrier`),
    db().execute<Waiting>(sql`
      select carrier, count(*)::int as waiting, min(coalesce(scheduled_at, created_at)) as oldest
      from ${messages}
      where not test and (
        status in ('scheduled', 'queued') and (due_at <= now() or wait_reason is not null)
        or status = 'sending' and wait_reason is not null)
      group by carrier`),
  ]);
  const { carriers, routes } = carrierSetup();
  const isUsed = ({ carrier: { name } }: ReadyCarrier) =>
    routes.some(({ carrier }) => carrier === name) ||
    queues.some(({ carrier }) => carrier === name);
  const health = carriers.filter(isUsed).map((ready) => {
    const { name } = ready.carrier;
    const isOf = (row: { carrier: string | null }) => row.carrier === name;
    return toHealth(ready, {
      state: states.find(isOf),
      recent: recent.find(isOf),
      queue: queues.find(isOf),
      figures: figures.get(name) ?? noFigures,
    });
  });
  const unrouted = queues.find(({ carrier }) => carrier === null)?.waiting ?? 0;
  return { carriers: health, unrouted };
}

interface Known {
  state: typeof carrierStates.$inferSelect | undefined;
  recent: Recent | undefined;
  queue: Waiting | undefined;
  figures: Figures;
}

function toHealth({ carrier, kind, common }: ReadyCarrier, known: Known): CarrierHealth {
  const { recent, queue, figures } = known;
  const trouble: Trouble = known.state ?? noTrouble;
  const { state: circuit, reason, detail, since, drainingSince, retryAt } = trouble;
  return {
    carrier: carrier.name,
    ...{ kind, circuit, reason, since, drainingSince, figures },
    rate: common.rate ?? null,
    detail: detail ?? recent?.detail ?? null,
    retryAt: circuit === "closed" ? null : retryAt,
    window: {
      seconds: windowMs / 1000,
      attempts: recent?.attempts ?? 0,
      failures: recent?.failures ?? 0,
    },
    waiting: queue?.waiting ?? 0,
    oldestSince: queue ? new Date(queue.oldest) : null,
  };
}

type Trouble = Pick<
  typeof carrierStates.$inferSelect,
  "state" | "reason" | "detail" | "drainingSince"
> & { since: Date | null; retryAt: Date | null };
const noTrouble: Trouble = {
  ...{ state: "closed", reason: null, detail: null, since: null },
  ...{ drainingSince: null, retryAt: null },
};
