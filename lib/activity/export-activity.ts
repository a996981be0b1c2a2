import { type Actor, demandAdmin, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { streamCsv } from "../core/stream-csv";
import type { ActivityFilter, ActivityView } from "./contract";
import { listActivity } from "./list-activity";
import { listInstallationActivity } from "./list-installation-activity";
import { readFilter } from "./read-filter";
import { recordedPages } from "./recorded-pages";
import { installationId } from "./who";

const pageSize = 200;
const heading = [
  ...["id", "time", "action", "actor_type", "actor", "ip_address", "user_agent"],
  ...["target_type", "target_id", "target", "before", "after"],
];

interface Wanted {
  actor: Actor;
  input: { filter: ActivityFilter; separator?: Separator };
}

/**
 * What was done in an account as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, with the filters of the page.
 * The pages are read as the stream is. Throws forbidden without `read_activity`.
 */
export function exportActivity({ actor, input }: Wanted): ReadableStream<Uint8Array> {
  demandPermission(actor, "read_activity");
  const { filter, separator = "," } = input;
  const pages = pagesOf((cursor) =>
    listActivity({ actor, input: readFilter({ ...filter, cursor }, pageSize) }),
  );
  const file = { file: "activity", format: "csv" } as const;
  return streamCsv({
    heading,
    pages: recordedPages({ actor, input: file }, pages),
    toCells,
    separator,
  });
}

/** The same of all accounts and of the installation, with the account of each event. Throws forbidden unless the actor is an administrator. */
export function exportInstallationActivity({ actor, input }: Wanted): ReadableStream<Uint8Array> {
  demandAdmin(actor);
  const { filter, separator = "," } = input;
  const { account } = filter;
  const pages = pagesOf((cursor) =>
    listInstallationActivity({
      actor,
      input: { ...readFilter({ ...filter, cursor }, pageSize), account: account || undefined },
    }),
  );
  const file = { file: "activity", format: "csv" } as const;
  return streamCsv({
    heading: [...heading, "account_id", "account"],
    pages: recordedPages({ actor, accountId: installationId, input: file }, pages),
    toCells: (event) => [...toCells(event), event.account_id, event.account_name],
    separator,
  });
}

async function* pagesOf<Item>(
  read: (cursor: string | undefined) => Promise<{ data: Item[]; nextCursor: string | null }>,
): AsyncGenerator<Item[], undefined> {
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await read(cursor);
    cursor = nextCursor ?? undefined;
    if (data.length > 0) yield data;
  } while (cursor !== undefined);
}

function toCells({ actor, target, ...event }: ActivityView): unknown[] {
  return [
    ...[event.activity_id, event.at, event.action, actor.type, actor.name],
    ...[event.ip_address, event.user_agent, target.type, target.id, target.name],
    ...[event.before && JSON.stringify(event.before), event.after && JSON.stringify(event.after)],
  ];
}
