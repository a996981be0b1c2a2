import { parsePublicId } from "../core/ids";
import type { MessageFilter } from "./_filter-messages";
import type { LogQuery } from "./log-contract";

const dayMs = 86_400_000;

/** The filter behind the log's address. */
export function readLogQuery(query: LogQuery): MessageFilter {
  const { status, test, since, until, zone = "UTC", from, token, reason, client_ref, q } = query;
  return {
    status,
    test: test === undefined ? undefined : test === "true",
    since: since === undefined ? undefined : momentOf(since, { zone, dayShift: 0 }),
    until: until === undefined ? undefined : momentOf(until, { zone, dayShift: 1 }),
    from: from?.replace(/^\+(?=\d+$)/, ""),
    // A token of another shape is nobody's, and finds nothing.
    tokenId: token === undefined ? undefined : (parsePublicId("tok", token) ?? nobody),
    reason,
    clientRef: client_ref,
    search: q,
  };
}

const nobody = "00000000-0000-0000-0000-000000000000";

function momentOf(text: string, { zone, dayShift }: { zone: string; dayShift: 0 | 1 }): Date {
  if (text.length > 10) return new Date(text);
  const wallMs = Date.parse(`${text}T00:00:00Z`) + dayShift * dayMs;
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  const guessMs = wallMs - offsetMs(wallMs, zone);
  return new Date(wallMs - offsetMs(guessMs, zone));
}

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetMs(atMs: number, timeZone: string): number {
  const field = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const clock = {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  } as const;
  const parts = new Intl.DateTimeFormat("en", { ...field, ...clock, timeZone })
    .formatToParts(new Date(atMs))
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - atMs;
}
