import { sql } from "drizzle-orm";

/** As `due_at` of what is held: no queue comes to it, and nothing expires meanwhile. */
export const heldUntil = sql`now() + interval '100 years'`;
export const isHeld = sql`due_at > now() + interval '50 years'`;
/** In the words of the index on the open messages of a send, and not with a carrier. */
export const notLeft = sql`send_id is not null
  and status in ('scheduled', 'queued', 'sending', 'sent', 'unknown')
  and status in ('scheduled', 'queued') and offered_at is null`;
