import { sql } from "drizzle-orm";
import { parkedReceipts } from "@/drizzle/schema/carriers";
import type { Tx } from "../core/db";

/** Erases parked receipts by the carrier's IDs of their messages. */
export async function eraseParkedReceipts(refs: string[], tx: Tx): Promise<void> {
  await tx
    .delete(parkedReceipts)
    .where(
      sql`${parkedReceipts.ref} in (select jsonb_array_elements_text(${JSON.stringify(refs)}::jsonb))`,
    );
}
