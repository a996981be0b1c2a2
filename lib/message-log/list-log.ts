import { type Actor, demandPermission } from "../core/actor";
import { parsePublicId, publicId } from "../core/ids";
import { readInTurn } from "../core/limits/read-in-turn";
import { viewMessages } from "../messages/view-messages";
import { readLogQuery } from "./_read-log-query";
import { readPage } from "./_read-page";
import type { LogPage, LogQuery } from "./log-contract";

const pageSize = 50;

interface Wanted {
  actor: Actor;
  input: LogQuery;
}

/**
 * One page of the log, newest first: the newest, or the page before or after a message. If fewer messages than a page
 * are newer, the response is the whole first page. Throws forbidden without `read_messages`.
 */
export async function listLog({ actor, input }: Wanted): Promise<LogPage> {
  demandPermission(actor, "read_messages");
  return readInTurn(actor.accountId, () => read(actor, input));
}

async function read(actor: Actor, query: LogQuery): Promise<LogPage> {
  const { accountId } = actor;
  const scan = { actor, filter: readLogQuery(query) };
  const after = idOf(query.after);
  if (after !== undefined) {
    const { rows } = await readPage({ ...scan, after }, pageSize + 1);
    if (rows.length > pageSize) {
      const data = await viewMessages(accountId, rows.slice(0, pageSize).toReversed());
      return { data, has_newer: true, has_older: true, searched_to: null };
    }
  }
  const before = after === undefined ? idOf(query.before) : undefined;
  const { rows, searchedTo } = await readPage({ ...scan, before }, pageSize + 1);
  return {
    data: await viewMessages(accountId, rows.slice(0, pageSize)),
    has_newer: before !== undefined,
    has_older: rows.length > pageSize || searchedTo !== null,
    searched_to: searchedTo && publicId("msg", searchedTo),
  };
}

function idOf(messageId: string | undefined): string | undefined {
  return messageId === undefined ? undefined : parsePublicId("msg", messageId);
}
