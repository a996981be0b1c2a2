import { sql } from "drizzle-orm";
import { openInSend } from "./open-in-send";

const heldMs = 100 * 365.25 * 24 * 3_600_000;

/** As `due_at` of what is held from an instant on: no queue comes to it, and nothing expires meanwhile. */
export function heldFrom(now: Date): Date {
  return new Date(now.getTime() + heldMs);
}
export const isHeld = sql`due_at > now() + interval '50 years'`;
/** Of a send, and not with a carrier. */
export const notLeft = sql`${openInSend} and status in ('scheduled', 'queued') and offered_at is null`;
