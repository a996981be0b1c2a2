import { sql } from "drizzle-orm";
import { retentionLimits } from "@/drizzle/schema/retention";
import type { Tx } from "../core/db";
import type { RetentionKind } from "./contract";

interface Gone {
  kind: RetentionKind;
  /** For how long they are kept. */
  days: number;
  until: Date;
}

/** Remembers in the transaction that drops them that older rows may be gone, so that an audit doesn't miss them. */
export async function recordGone({ kind, days, until }: Gone, tx: Tx): Promise<void> {
  await tx
    .insert(retentionLimits)
    .values({ kind, days, goneUntil: until })
    .onConflictDoUpdate({
      target: retentionLimits.kind,
      set: { goneUntil: sql`greatest(${retentionLimits.goneUntil}, excluded.gone_until)` },
    });
}
