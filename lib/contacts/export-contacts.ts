import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { streamCsv } from "../core/stream-csv";
import { type ContactView, ListContactsQuery } from "./contract";
import { listContacts } from "./list-contacts";
import { listGroups } from "./list-groups";
import { namesOfFields } from "./names-of-fields";

const pageSize = 1000;

interface Wanted {
  actor: Actor;
  input: { q?: string | undefined; group_id?: string | undefined; separator?: Separator };
}

/**
 * Contacts as CSV (RFC 4180, UTF-8 with a byte order mark), newest first: the number, a column for each field that any
 * contact of the account has, and the names of the groups. The pages are read as the stream is. Throws forbidden
 * without `read_contacts`.
 */
export async function exportContacts({
  actor,
  input: { separator = ",", ...filter },
}: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "read_contacts");
  const { names } = await namesOfFields({ actor });
  const groups = await nameGroups(actor);
  return streamCsv({
    heading: ["number", ...names, "groups"],
    pages: recordedPages(
      { actor, input: { file: "contacts", format: "csv" } },
      pagesOf(actor, filter),
    ),
    toCells: ({ number, fields, groups: ids }) => [
      number,
      ...names.map((name) => fields[name] ?? ""),
      ids.map((id) => groups.get(id) ?? "").join("; "),
    ],
    separator,
  });
}

async function* pagesOf(
  actor: Actor,
  filter: Omit<Wanted["input"], "separator">,
): AsyncGenerator<ContactView[], undefined> {
  let cursor: string | undefined;
  do {
    const input = ListContactsQuery.parse({ ...filter, limit: pageSize, cursor });
    const { data, nextCursor } = await listContacts({ actor, input });
    cursor = nextCursor ?? undefined;
    if (data.length > 0) yield data;
  } while (cursor !== undefined);
}

async function nameGroups(actor: Actor): Promise<Map<string, string>> {
  const { data } = await listGroups({ actor, input: { limit: 1000 } });
  return new Map(data.map(({ group_id, name }) => [group_id, name]));
}
