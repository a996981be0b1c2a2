import { eq, sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import type { ReadyCarrier } from "./carrier-setup";

/** How many parts may leave now, and if none, in how many milliseconds to ask again. */
interface Reserved {
  parts: number;
  waitMs: number;
}

/**
 * Reserves room for at most so many parts in a carrier's rate, which all processes share (GCRA: one instant says up to
 * when the rate is used up). Without a rate there is room for all of them.
 */
export async function reserveRate(
  { carrier, common: { rate, burst } }: ReadyCarrier,
  wanted: number,
): Promise<Reserved> {
  if (rate === undefined) return { parts: wanted, waitMs: 0 };
  const everyMs = 1000 / rate;
  const maxMs = (burst ?? Math.max(1, Math.round(rate))) * everyMs;
  return db().transaction(async (tx) => {
    await tx.insert(carrierStates).values({ carrier: carrier.name }).onConflictDoNothing();
    const [row] = await tx
      .select({
        aheadMs: sql<number>`greatest(extract(epoch from ${carrierStates.rateUntil} - clock_timestamp()) * 1000, 0)::float8`,
      })
      .from(carrierStates)
      .where(eq(carrierStates.carrier, carrier.name))
      .for("update");
    const aheadMs = row?.aheadMs ?? 0;
    // The instant is kept in whole milliseconds: half of one is no reason to wait.
    const parts = Math.min(wanted, Math.max(0, Math.floor((maxMs - aheadMs + 0.5) / everyMs)));
    if (parts === 0) return { parts, waitMs: Math.ceil(aheadMs + everyMs - maxMs) };
    await use(carrier.name, parts * everyMs, tx);
    return { parts, waitMs: 0 };
  });
}

/** Counts parts that left beyond those reserved; below zero, gives back those that did not leave. */
export async function settleRate(
  { carrier, common: { rate } }: ReadyCarrier,
  parts: number,
): Promise<void> {
  if (rate === undefined || parts === 0) return;
  await use(carrier.name, (parts * 1000) / rate, db());
}

async function use(carrier: string, ms: number, tx: Pick<ReturnType<typeof db>, "update">) {
  await tx
    .update(carrierStates)
    .set({
      rateUntil: sql`greatest(coalesce(${carrierStates.rateUntil}, clock_timestamp()), clock_timestamp()) + ${ms} * interval '1 millisecond'`,
    })
    .where(eq(carrierStates.carrier, carrier));
}
