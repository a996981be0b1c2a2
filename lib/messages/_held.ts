import { sql } from "drizzle-orm";
import { openInSend } from "./open-in-send";

/** As `due_at` of what is held: no queue comes to it, and nothing expires meanwhile. */
export const heldUntil = sql`now() + interval '100 years'`;
export const isHeld = sql`due_at > now() + interval '50 years'`;
/** Of a send, and not with a carrier. */
export const notLeft = sql`${openInSend} and status in ('scheduled', 'queued') and offered_at is null`;
