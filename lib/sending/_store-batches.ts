import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { constantStatement } from "../core/constant-statement";
import type { Tx } from "../core/db";
import { pickEchoed } from "../core/echoed-contract";
import { newId } from "../core/ids";
import { chargeAccountsClauses } from "../credits/charge-accounts-clauses";
import { insertMessagesClause } from "../messages/insert-messages-clause";
import { type NewMessageRow, newRowsClause } from "../messages/new-rows-clause";
import { sourceOf } from "../messages/source-of";
import { optedOutAccountsClause } from "../opt-outs/opted-out-accounts-clause";
import { rememberedKey } from "../tokens/remembered-key";
import { unprovenTokenClause } from "../tokens/unproven-token-clause";
import type { Admission, AdmittedMessage } from "./_admission";
import { rememberedOf } from "./_remembered-of";
import { newMessageRow } from "./new-message-row";

/** What one account sends at the same moment. */
export interface AccountBatch {
  accountId: string;
  admissions: Admission[];
}

/**
 * What became of an account's batch. It was stored, without the messages whose keys are used already; or nothing was,
 * because somebody else had locked the account, or because something in it, or about the account, has to be refused.
 */
export type Stored = { messages: (AdmittedMessage | undefined)[] } | "locked" | "refused";

interface Storing {
  tx: Tx;
  /** Whether to wait for an account whose row somebody else has locked; never with more than one account. */
  waits: boolean;
}

/**
 * Charges accounts for their batches and stores them, all in one statement and one commit. An account, which comes once,
 * is left out of it when somebody else has locked it, it is suspended or cannot pay for its whole batch, a recipient has
 * opted out, or a remembered token is not confirmed. The clock is the database's, so that no process is ahead of the
 * queue.
 */
export async function storeBatches(
  batches: AccountBatch[],
  { tx, waits }: Storing,
): Promise<Stored[]> {
  const rows = batches.map(({ accountId, admissions }) =>
    admissions.map((each) => toColumns(accountId, each)),
  );
  const areKeyed = rows.some((each) => each.some((row) => row.idempotency_key));
  const statement = statements[areKeyed ? "keyed" : "keyless"][waits ? "waiting" : "skipping"];
  const outcomes = await tx.execute<Outcome>(
    statement({
      wanted: JSON.stringify(batches.map(toWanted)),
      rows: JSON.stringify(rows.flat()),
      remembered: JSON.stringify(batches.flatMap(toRemembered)),
    }),
  );
  const byAccount = new Map(outcomes.map((each) => [each.account_id, each]));
  const now = new Date(outcomes[0]?.now ?? Number.NaN);
  return batches.map(({ accountId, admissions }, place) => {
    const outcome = byAccount.get(accountId);
    if (!outcome) return "locked";
    if (!outcome.is_admitted) return "refused";
    const ids = (rows[place] ?? []).map(({ id }) => id);
    const { repeated } = outcome;
    const messages = admissions.map((each, position) => {
      const id = ids[position] ?? "";
      return repeated?.includes(id) ? undefined : toAdmitted(each, id, now);
    });
    return { messages };
  });
}

interface Outcome extends Record<string, unknown> {
  /** An account whose row was locked for this statement. */
  account_id: string;
  is_admitted: boolean;
  /** The IDs of messages that were not stored, because their keys are used; null if all were. */
  repeated: string[] | null;
  now: string;
}

type Parameter = "wanted" | "rows" | "remembered";

/**
 * How long a commit of several accounts waits for a used key while somebody changes it. The messages are
 * stored after `clock` is read, and the limit ends with the transaction.
 */
const patience = sql`, set_config('lock_timeout', '200ms', true) as patience`;

const statements = {
  keyed: {
    waiting: constantStatement<Parameter>(() => statement({ skips: false, areKeyed: true })),
    skipping: constantStatement<Parameter>(() => statement({ skips: true, areKeyed: true })),
  },
  keyless: {
    waiting: constantStatement<Parameter>(() => statement({ skips: false, areKeyed: false })),
    skipping: constantStatement<Parameter>(() => statement({ skips: true, areKeyed: false })),
  },
};

/**
 * Locked in the order of their IDs and never waited for, several accounts cannot hold each other up in two processes. Each
 * is looked up by itself: a plan for many would read the table, which is small, but full of the rows' former versions.
 */
function statement({ skips, areKeyed }: { skips: boolean; areKeyed: boolean }) {
  return sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${sql.placeholder("wanted")}::jsonb)
        as wanted(account_id uuid, charge_id uuid, credits bigint, messages int)
      order by account_id
    ), ${newRowsClause(sql.placeholder("rows"))}, locked as materialized (
      select account.* from wanted, lateral (
        select id, status, credits from ${accounts}
        where id between wanted.account_id and wanted.account_id order by id limit 1
        for no key update ${skips ? sql`skip locked` : sql``}
      ) account
    ), unproven as (
      select account_id
      from jsonb_to_recordset(${sql.placeholder("remembered")}::jsonb)
        as remembered(account_id uuid, hash text, version int)
      where ${unprovenTokenClause()}
    ), ${optedOutAccountsClause()}, payer as materialized (
      select wanted.account_id, wanted.charge_id, wanted.messages
      from wanted join locked on locked.id = wanted.account_id
      where locked.status = 'active' and locked.credits >= wanted.credits
        and wanted.account_id not in (select account_id from opted_out)
        and wanted.account_id not in (select account_id from unproven)
    ), clock as (
      select date_trunc('milliseconds', now()) as now ${skips ? patience : sql``}
    ), ${insertMessagesClause({ areKeyed })}, charge as materialized (
      select account_id, (array_agg(charge_id) filter (where credits > 0))[1] as charge_id,
        sum(credits) as credits, count(*) as messages
      from stored group by account_id
    ), ${chargeAccountsClauses()}
    select locked.id as account_id, payer.account_id is not null as is_admitted, clock.now,
      case when payer.messages > coalesce(charge.messages, 0) then (
        select array_agg(row.id::text) from row
        where row.account_id = locked.id and row.id not in (select id from stored)
      ) end as repeated
    from clock, locked
    left join payer on payer.account_id = locked.id
    left join charge on charge.account_id = locked.id`;
}

function toWanted({ accountId, admissions }: AccountBatch) {
  return {
    account_id: accountId,
    charge_id: newId(),
    credits: admissions.reduce((sum, { credits }) => sum + credits, 0),
    messages: admissions.length,
  };
}

function toRemembered({ accountId, admissions }: AccountBatch) {
  const versions = new Map(
    admissions.flatMap((each) => {
      const token = rememberedOf(each);
      return token ? [[rememberedKey(token), token] as const] : [];
    }),
  );
  return [...versions.values()].map(({ hash, version }) => ({
    account_id: accountId,
    hash,
    version,
  }));
}

function toColumns(accountId: string, { input, actor, ...admission }: Admission): NewMessageRow {
  return newMessageRow({
    ...admission,
    ...input,
    accountId,
    sendId: null,
    tokenId: actor.kind === "token" ? actor.tokenId : null,
    source: sourceOf(actor),
    test: actor.mode === "test",
  });
}

function toAdmitted(
  { actor, input, encoding, segments, credits }: Admission,
  id: string,
  now: Date,
): AdmittedMessage {
  const { from, to, scheduledAt } = input;
  return {
    id,
    from,
    to,
    segments,
    encoding,
    credits,
    scheduledAt: scheduledAt && scheduledAt > now ? scheduledAt : null,
    firstScheduledAt: null,
    createdAt: now,
    ...pickEchoed(input),
    test: actor.mode === "test",
  };
}
