import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { constantStatement } from "../core/constant-statement";
import { chargeAccountsClauses } from "../credits/charge-accounts-clauses";
import { insertMessagesClause } from "../messages/insert-messages-clause";
import { newRowsClause } from "../messages/new-rows-clause";
import { optedOutAccountsClause } from "../opt-outs/opted-out-accounts-clause";
import { spendBudgetsClauses, tokenBudgetClauses } from "../tokens/token-budget-clauses";
import { unprovenTokenClause } from "../tokens/unproven-token-clause";

type Parameter = "account" | "wanted" | "rows" | "remembered" | "limited";

/** Makes the statement from its values. */
type AdmissionStatement = (values: Record<Parameter, string>) => SQL;

/**
 * How long a commit of several accounts waits for a used key while somebody changes it. The messages are
 * stored after `clock` is read, and the limit ends with the transaction.
 */
const patience = sql`, set_config('lock_timeout', '200ms', true) as patience`;

/**
 * The statement that charges accounts and stores their messages. Of one account (`account`) it waits for the row; of
 * several it leaves out those that somebody else has locked.
 */
function admissionStatement(
  of: "one" | "several",
  { areKeyed, areLimited }: Variant,
): AdmissionStatement {
  return constantStatement<Parameter>(() => {
    const accountId = of === "one" ? sql`${sql.placeholder("account")}::uuid` : undefined;
    return statement({ accountId, areKeyed, areLimited });
  });
}

interface Variant {
  /** Whether a message has an idempotency key. */
  areKeyed: boolean;
  /** Whether a token has a daily limit. Without one, nothing is looked up and nothing is counted. */
  areLimited: boolean;
}

/** The statements of all variants. */
export function admissionStatements(of: "one" | "several"): AdmissionStatements {
  const variants = (areLimited: boolean) => ({
    keyed: admissionStatement(of, { areKeyed: true, areLimited }),
    keyless: admissionStatement(of, { areKeyed: false, areLimited }),
  });
  return { limited: variants(true), unlimited: variants(false) };
}

export type AdmissionStatements = Record<
  "limited" | "unlimited",
  Record<"keyed" | "keyless", AdmissionStatement>
>;

function statement({ accountId, areKeyed, areLimited }: Variant & { accountId: SQL | undefined }) {
  const budgets = { wanted: sql.placeholder("limited"), accountId };
  return sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${sql.placeholder("wanted")}::jsonb)
        as wanted(account_id uuid, charge_id uuid, credits bigint, messages int)
      order by account_id
    ), ${newRowsClause(sql.placeholder("rows"))}, locked as materialized (${lockClause(accountId)}), unproven as (
      select account_id
      from jsonb_to_recordset(${sql.placeholder("remembered")}::jsonb)
        as remembered(account_id uuid, hash text, version int)
      where ${unprovenTokenClause()}
    ), ${optedOutAccountsClause(accountId)}, ${areLimited ? sql`${tokenBudgetClauses(budgets)}, ` : sql``}payer as materialized (
      select wanted.account_id, wanted.charge_id, wanted.messages
      from wanted join locked on locked.id = wanted.account_id
      where locked.status = 'active' and locked.credits >= wanted.credits
        and wanted.account_id not in (select account_id from opted_out)
        and wanted.account_id not in (select account_id from unproven)
        ${areLimited ? sql`and wanted.account_id not in (select account_id from overspent)` : sql``}
    ), clock as (
      select date_trunc('milliseconds', now()) as now ${accountId ? sql`` : patience}
    ), ${insertMessagesClause({ areKeyed, accountId })}, charge as materialized (
      select account_id, (array_agg(charge_id) filter (where credits > 0))[1] as charge_id,
        sum(credits) as credits, count(*) as messages
      from stored group by account_id
    ), ${areLimited ? sql`${spendBudgetsClauses(accountId)}, ` : sql``}${chargeAccountsClauses(accountId)}
    select locked.id as account_id, payer.account_id is not null as is_admitted, clock.now,
      case when payer.messages > coalesce(charge.messages, 0) then (
        select array_agg(row.id::text) from row
        where row.account_id = locked.id and row.id not in (select id from stored)
      ) end as repeated
    from clock, locked
    left join payer on payer.account_id = locked.id
    left join charge on charge.account_id = locked.id`;
}

/**
 * Locked in the order of their IDs and never waited for, several accounts cannot hold each other up in two processes. Each
 * is looked up by itself: a plan for many would read the table, which is small, but full of the rows' former versions.
 */
function lockClause(accountId: SQL | undefined): SQL {
  if (accountId) {
    return sql`
      select id, status, credits from ${accounts} where id = ${accountId} for no key update
    `;
  }
  return sql`
      select account.* from wanted, lateral (
        select id, status, credits from ${accounts}
        where id between wanted.account_id and wanted.account_id order by id limit 1
        for no key update skip locked
      ) account
    `;
}
