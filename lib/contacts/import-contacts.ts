import { setImmediate } from "node:timers/promises";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { fieldSentences } from "../core/parse-input";
import type { Sentence } from "../core/sentence";
import { readNumber } from "../numbers/read-number";
import type { Country } from "../numbers/reading";
import { holdGroups } from "./_find-group";
import { type ContactChange, joinGroups, storeContacts } from "./_store-contacts";
import { isChangeable } from "./_visible-contacts";
import { ContactFields } from "./contract";
import { contactSentences } from "./sentences";

/** Somebody to import: the number as it was written, and fields that nobody has checked. */
export interface ImportedRow {
  number: string;
  fields: Record<string, string>;
}

/** What an import did. */
export interface ImportedContacts {
  added: number;
  merged: number;
  rejected: number;
  /** The first 100 rejected rows by their place, from 0. */
  errors: { index: number; sentence: Sentence }[];
}

interface Wanted {
  actor: Actor;
  input: {
    rows: AsyncIterable<ImportedRow> | Iterable<ImportedRow>;
    /** The group that they are put into, as on the wire. */
    groupId?: string | undefined;
    /** Where a number without a country code belongs. */
    country: Country | null;
  };
}

const storedAtOnce = 1000;
const checkedAtOnce = 100;
const maxErrors = 100;
const maxNumberLength = 64;

/**
 * Adds contacts or merges them into known ones, in commits of 1,000; a row that is none is rejected alone. What was
 * stored before a failure stays, and importing the same again changes nothing more. Throws invalid_request for an
 * unknown group, and forbidden without `manage_contacts`.
 */
export async function importContacts({ actor, input }: Wanted): Promise<ImportedContacts> {
  demandPermission(actor, "manage_contacts");
  const { rows, groupId, country } = input;
  const groups = groupId === undefined ? [] : [groupId];
  await holdGroups(actor, groups, db());
  const done: ImportedContacts = { added: 0, merged: 0, rejected: 0, errors: [] };
  let chunk: { index: number; change: ContactChange }[] = [];
  let index = 0;
  const reject = (at: number, sentence: Sentence) => {
    done.rejected += 1;
    if (done.errors.length < maxErrors) done.errors.push({ index: at, sentence });
  };
  const store = async () => {
    const outcomes = await storeChunk(
      actor,
      chunk.map(({ change }) => change),
      groups,
    );
    for (const [place, outcome] of outcomes.entries()) {
      if ("refusal" in outcome) reject(chunk[place]?.index ?? 0, outcome.refusal);
      else if (outcome.isNew) done.added += 1;
      else done.merged += 1;
    }
    chunk = [];
  };
  for await (const row of rows) {
    if (index % checkedAtOnce === 0) await setImmediate();
    const read = readRow(actor, row, country);
    if ("problem" in read) reject(index, read.problem);
    else chunk.push({ index, change: read });
    index += 1;
    if (chunk.length === storedAtOnce) await store();
  }
  if (chunk.length > 0) await store();
  const { added, merged, rejected } = done;
  const target = { id: groupId };
  // Each commit has its own rows; what the import came to is said once it has ended.
  await recordActivity(
    { actor, action: "contacts.imported", target, after: { added, merged, rejected } },
    db(),
  );
  return done;
}

function storeChunk(actor: Actor, changes: ContactChange[], groups: string[]) {
  const { accountId } = actor;
  return db().transaction(async (tx) => {
    const groupIds = await holdGroups(actor, groups, tx);
    const outcomes = await storeContacts(accountId, changes, tx);
    const contactIds = outcomes.flatMap((each) => ("id" in each ? each.id : []));
    await joinGroups(accountId, { contactIds: [...new Set(contactIds)], groupIds }, tx);
    return outcomes;
  });
}

function readRow(
  actor: Actor,
  { number, fields }: ImportedRow,
  country: Country | null,
): ContactChange | { problem: Sentence } {
  if (number.length > maxNumberLength) return { problem: contactSentences.wrongNumber };
  const reading = readNumber(number, country);
  if (!("to" in reading)) return { problem: reading.sentence };
  if (!isChangeable(actor, reading.to)) return { problem: contactSentences.testToken };
  // What is empty is not known here, and takes nothing away.
  const known = Object.entries(fields).filter(([, value]) => value !== "");
  const parsed = ContactFields.safeParse(Object.fromEntries(known));
  if (parsed.success) return { number: reading.to, fields: parsed.data };
  const [said = contactSentences.wrongFields({ max: 0 })] = Object.values(
    fieldSentences(parsed.error),
  ).flat();
  return { problem: said };
}
