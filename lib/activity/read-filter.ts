import { dayStart, laterDay } from "../core/time-zone";
import type { ActivityFilter, ListActivityQuery } from "./contract";

/** What the filters in the page's address ask for: whole days on the reader's clock. */
export function readFilter(
  { action, actor, since, until, zone = "UTC", cursor }: ActivityFilter,
  limit: number,
): ListActivityQuery {
  return {
    action,
    actor: actor || undefined,
    since: since === undefined ? undefined : dayStart(since, zone),
    until: until === undefined ? undefined : dayStart(laterDay(until, 1), zone),
    limit,
    cursor,
  };
}
