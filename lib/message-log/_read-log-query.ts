import { parsePublicId } from "../core/ids";
import { readMember } from "../core/metadata";
import { dayStart, laterDay, wallMoment } from "../core/time-zone";
import type { MessageFilter } from "./_filter-messages";
import type { LogQuery } from "./log-contract";

const minuteMs = 60_000;
const dayLength = "2026-05-15".length;
const minuteLength = "2026-05-15T14:05".length;

/** The filter behind the log's address. */
export function readLogQuery(query: LogQuery): MessageFilter {
  const { status, test, since, until, zone = "UTC", from, token, ...rest } = query;
  const { client_ref, send, q } = rest;
  const member = readMember(rest.metadata ?? "");
  return {
    status,
    test: test === undefined ? undefined : test === "true",
    since: since === undefined ? undefined : startOf(since, zone),
    until: until === undefined ? undefined : endOf(until, zone),
    from: from?.replace(/^\+(?=\d+$)/, ""),
    // A token of another shape is nobody's, and finds nothing.
    tokenId: token === undefined ? undefined : (parsePublicId("tok", token) ?? nobody),
    sendId: send === undefined ? undefined : (parsePublicId("cmp", send) ?? nobody),
    reason: rest.reason,
    carrier: rest.carrier,
    country: rest.country,
    operator: rest.operator,
    clientRef: client_ref,
    metadata: member ? { [member.key]: member.value } : undefined,
    search: q,
  };
}

const nobody = "00000000-0000-0000-0000-000000000000";

function startOf(text: string, zone: string): Date {
  if (text.length === dayLength) return dayStart(text, zone);
  return text.length === minuteLength ? wallMoment(text, zone, "earlier") : new Date(text);
}

/** A day and a minute are taken in: who looks at 14:05 to 14:20 wants what happened in that minute, too. */
function endOf(text: string, zone: string): Date {
  if (text.length === dayLength) return dayStart(laterDay(text, 1), zone);
  if (text.length !== minuteLength) return new Date(text);
  return new Date(wallMoment(text, zone, "later").getTime() + minuteMs);
}
