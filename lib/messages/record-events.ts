import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import { eventClauses } from "./_event-clauses";

export interface NewEvent {
  messageId: string;
  type: string;
  source: "api" | "panel" | "worker" | "carrier";
  test: boolean;
  /** This event ends the message. */
  terminal?: boolean;
  at?: Date;
  reason?: string | null;
  carrierCode?: string | null;
  operator?: string | null;
  raw?: unknown;
}

/** Writes history lines of one account and, for terminal ones, a delivery row per subscribed endpoint. */
export async function recordEvents(accountId: string, events: NewEvent[], tx: Tx): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(sql`with ${eventClauses(accountId, events)} select`);
}
