import type { optOuts } from "@/drizzle/schema/inbound";
import type { OptOutView } from "./contract";

/** A row in the words of the wire. */
export function toOptOutView(row: typeof optOuts.$inferSelect): OptOutView {
  return {
    number: row.to,
    sender: row.from || null,
    reason: row.reason,
    source: row.source,
    created_at: row.createdAt.toISOString(),
  };
}
