import { sql } from "drizzle-orm";

/** Of a send and without a final status, in the words of the index on those, which serves no other words. */
export const openInSend = sql`send_id is not null
  and status in ('scheduled', 'queued', 'sending', 'sent', 'unknown')`;
