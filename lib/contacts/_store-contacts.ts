import { and, count, eq, sql } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import type { Sentence } from "../core/sentence";
import { maxContacts, maxFields } from "./contract";
import { contactSentences } from "./sentences";

/** What is known of a number from now on; null or an empty value removes a field. */
export interface ContactChange {
  number: string;
  fields: Readonly<Record<string, string | null>>;
}

/** What became of a change: the contact, or why there is none. */
export type Stored =
  | { id: string; isNew: boolean }
  | { refusal: Sentence; code: "invalid_request" | "conflict" };

interface Row {
  id: string;
  number: string;
  fields: Record<string, string>;
  isChanged: boolean;
}

/**
 * One writer of an account's contacts at a time, until the transaction ends: so merging loses no field, and the bound is
 * exact. It stops no message of the account.
 */
export async function lockContacts(accountId: string, tx: Tx): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`contacts ${accountId}`}, 0))`,
  );
}

/** Adds contacts or merges them into those of the same numbers, in order, each with an outcome of its own. */
export async function storeContacts(
  accountId: string,
  changes: readonly ContactChange[],
  tx: Tx,
): Promise<Stored[]> {
  await lockContacts(accountId, tx);
  const rows = await readRows(accountId, changes, tx);
  const isAnyNew = changes.some(({ number }) => !rows.has(number));
  let room = isAnyNew ? maxContacts - (await countContacts(accountId, tx)) : 0;
  const outcomes = changes.map((change): Stored => {
    const known = rows.get(change.number);
    const fields = mergeFields(known?.fields ?? {}, change.fields);
    const refusal = refusalOf(fields, known !== undefined || room > 0);
    if (refusal) return refusal;
    if (!known) room -= 1;
    const row = known ?? { id: newId(), number: change.number };
    rows.set(change.number, { ...row, fields, isChanged: true });
    return { id: row.id, isNew: known === undefined };
  });
  await writeRows(
    accountId,
    [...rows.values()].filter(({ isChanged }) => isChanged),
    tx,
  );
  return outcomes;
}

function refusalOf(
  fields: object,
  hasRoom: boolean,
): Extract<Stored, { code: unknown }> | undefined {
  if (!hasRoom) {
    return { refusal: contactSentences.tooMany({ max: maxContacts }), code: "conflict" };
  }
  if (Object.keys(fields).length <= maxFields) return undefined;
  return { refusal: contactSentences.manyFields({ max: maxFields }), code: "invalid_request" };
}

/** Puts contacts into groups; those that are in one already stay. */
export async function joinGroups(
  accountId: string,
  { contactIds, groupIds }: { contactIds: readonly string[]; groupIds: readonly string[] },
  tx: Tx,
): Promise<number> {
  if (contactIds.length === 0 || groupIds.length === 0) return 0;
  const joined = await tx.execute<{ count: number }>(sql`
    with joined as (
      insert into ${contactGroupMembers} (account_id, group_id, contact_id)
      select ${accountId}::uuid, g.id, c.id
      from unnest(${`{${groupIds.join(",")}}`}::uuid[]) as g(id),
        unnest(${`{${contactIds.join(",")}}`}::uuid[]) as c(id)
      order by g.id, c.id
      on conflict do nothing returning 1
    ) select count(*)::int as count from joined`);
  return joined[0]?.count ?? 0;
}

/** The fields after a change; names that are in neither stay away. */
export function mergeFields(
  before: Readonly<Record<string, string>>,
  change: ContactChange["fields"],
): Record<string, string> {
  const fields = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(change)) {
    const trimmed = value?.normalize("NFC").trim() ?? "";
    if (trimmed === "") fields.delete(name);
    else fields.set(name, trimmed);
  }
  return Object.fromEntries(fields);
}

async function readRows(accountId: string, changes: readonly ContactChange[], tx: Tx) {
  const numbers = [...new Set(changes.map(({ number }) => number))];
  const known = await tx
    .select({ id: contacts.id, number: contacts.number, fields: contacts.fields })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), anyOf(contacts.number, numbers)));
  return new Map<string, Row>(known.map((row) => [row.number, { ...row, isChanged: false }]));
}

async function countContacts(accountId: string, tx: Tx): Promise<number> {
  const [held] = await tx
    .select({ contacts: count() })
    .from(contacts)
    .where(eq(contacts.accountId, accountId));
  return held?.contacts ?? 0;
}

async function writeRows(accountId: string, rows: readonly Row[], tx: Tx): Promise<void> {
  if (rows.length === 0) return;
  const list = rows.map(({ id, number, fields }) => ({ id, number, fields }));
  await tx.execute(sql`
    insert into ${contacts} (account_id, id, number, fields)
    select ${accountId}::uuid, r.id, r.number, r.fields
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(id uuid, number text, fields jsonb)
    on conflict (account_id, number) do update set fields = excluded.fields, updated_at = excluded.updated_at`);
}
