import { type SQL, sql } from "drizzle-orm";

/** A listener whose program has not asked for events for this long is deleted. */
export const listenerLeftMs = 600_000;

/** Whether the endpoint `e` is one that events are posted to, or a listener that was left: what the deliverer deals with. */
export function isForDeliverer(): SQL {
  return sql`(e.pulled_at is null or e.pulled_at < now() - ${listenerLeftMs / 1000} * interval '1 second')`;
}
