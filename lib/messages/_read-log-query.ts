import { parsePublicId } from "../core/ids";
import { dayStart, laterDay } from "../core/time-zone";
import type { MessageFilter } from "./_filter-messages";
import type { LogQuery } from "./log-contract";

/** The filter behind the log's address. */
export function readLogQuery(query: LogQuery): MessageFilter {
  const {
    status,
    test,
    since,
    until,
    zone = "UTC",
    from,
    token,
    reason,
    client_ref,
    send,
    q,
  } = query;
  return {
    status,
    test: test === undefined ? undefined : test === "true",
    since: since === undefined ? undefined : momentOf(since, { zone, dayShift: 0 }),
    until: until === undefined ? undefined : momentOf(until, { zone, dayShift: 1 }),
    from: from?.replace(/^\+(?=\d+$)/, ""),
    // A token of another shape is nobody's, and finds nothing.
    tokenId: token === undefined ? undefined : (parsePublicId("tok", token) ?? nobody),
    sendId: send === undefined ? undefined : (parsePublicId("snd", send) ?? nobody),
    reason,
    clientRef: client_ref,
    search: q,
  };
}

const nobody = "00000000-0000-0000-0000-000000000000";

function momentOf(text: string, { zone, dayShift }: { zone: string; dayShift: 0 | 1 }): Date {
  return text.length > 10 ? new Date(text) : dayStart(laterDay(text, dayShift), zone);
}
