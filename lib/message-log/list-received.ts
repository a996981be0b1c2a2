import type { Actor } from "../core/actor";
import { type InboundMatches, searchInbound } from "../inbound/search-inbound";
import { readLogQuery } from "./_read-log-query";
import type { LogQuery } from "./log-contract";

const pageSize = 50;

/**
 * One page of what the log's address asks for, of received messages: by mode, time, and text. The other filters are
 * about messages that were sent. Throws forbidden without `read_messages`.
 */
export async function listReceived({
  actor,
  input,
}: {
  actor: Actor;
  input: LogQuery;
}): Promise<InboundMatches> {
  const { test, since, until, search } = readLogQuery(input);
  const filter = { test, since, until, search, before: input.before };
  return searchInbound({ actor, input: { ...filter, limit: pageSize } });
}
