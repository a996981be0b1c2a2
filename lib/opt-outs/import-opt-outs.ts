import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { demandChangeable } from "./_test-numbers";
import { CreateOptOutInput, type ImportedOptOuts, ImportOptOutsInput } from "./contract";

interface Wanted {
  actor: Actor;
  /** An `ImportOptOutsInput` that nobody has checked. */
  input: unknown;
}

const checkedAtOnce = 500;
const maxErrors = 100;

/**
 * Adds up to 10,000 opt-outs in one commit. Known ones stay as they are, and an entry that is none is rejected alone.
 * Throws invalid_request for no list, and forbidden without `manage_contacts`.
 */
export async function importOptOuts({ actor, input }: Wanted): Promise<ImportedOptOuts> {
  demandPermission(actor, "manage_contacts");
  const { opt_outs: entries } = parseInput(ImportOptOutsInput, input);
  const rows: { recipient: string; sender: string; reason: string }[] = [];
  const errors: ImportedOptOuts["errors"] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % checkedAtOnce === 0) await setImmediate();
    const read = readEntry(entry, actor);
    if ("detail" in read) errors.push({ index, detail: read.detail });
    else rows.push(read);
  }
  const added = await db().transaction(async (tx) => {
    const made = await insertRows(actor.accountId, rows, tx);
    const after = { added: made, known: rows.length - made, rejected: errors.length };
    await recordActivity({ actor, action: "opt_outs.imported", after }, tx);
    return made;
  });
  return {
    added,
    known: rows.length - added,
    rejected: errors.length,
    errors: errors.slice(0, maxErrors),
  };
}

type Read = { detail: string } | { recipient: string; sender: string; reason: string };

function readEntry(entry: unknown, actor: Actor): Read {
  try {
    const { number, sender, reason } = parseInput(CreateOptOutInput, entry);
    demandChangeable(actor, number);
    return { recipient: number, sender: sender ?? "", reason: reason ?? "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [first = error.message] = Object.values(error.details.fields ?? {}).flat();
    return { detail: first };
  }
}

async function insertRows(accountId: string, rows: object[], tx: Tx): Promise<number> {
  if (rows.length === 0) return 0;
  const [inserted] = await tx.execute<{ count: number }>(sql`
    with added as (
      insert into ${optOuts} (account_id, recipient, sender, reason, source)
      select ${accountId}::uuid, recipient, sender, reason, 'import'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(recipient text, sender text, reason text)
      order by recipient, sender
      on conflict do nothing returning 1
    )
    select count(*)::int as count from added`);
  return inserted?.count ?? 0;
}
