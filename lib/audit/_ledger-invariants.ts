import type { Invariant } from "./_invariant";
import { isStarted } from "./_is-started";
import type { RowsSince } from "./_rows-since";

/** What a kind of movement says of messages, and of the people of campaigns who have none. */
const kinds = {
  charge: { column: "charge_id", sign: -1, messages: "charged" },
  refund: { column: "refund_id", sign: 1, messages: "refunded" },
} as const;

/** About balances, transactions, and what they paid for. */
export function ledgerInvariants(rows: RowsSince): Invariant[] {
  return [
    {
      name: "balance_is_ledger",
      sentence: "Each account's balance is the sum of its ledger entries.",
      breaches: `
      select coalesce(a.id, e.account_id)::text as what
      from ${rows.accounts} a full join (
        select account_id, sum(gain) as total from ${rows.transactions} t group by 1
      ) e on e.account_id = a.id
      where a.id is null or a.credits <> a.closed_balance + coalesce(e.total, 0)`,
    },
    {
      name: "movements_balance",
      sentence:
        "Each ledger transaction has two entries that sum to zero: the customer's, and one of the ledger of its type.",
      breaches: `
      select t.id::text as what
      from ${rows.transactions} t left join (
        select account_id, transaction_id, count(*) as entries, sum(amount) as total,
          max(ledger) filter (where ledger <> 'customer') as other
        from ${rows.entries} e group by 1, 2
      ) e on e.account_id = t.account_id and e.transaction_id = t.id
      where e.entries is distinct from 2 or e.total <> 0
        or e.other is distinct from case t.kind when 'grant' then 'granted' when 'topup' then 'paid'
          when 'charge' then 'spent' when 'refund' then 'refunded' when 'reversal' then 'paid' end`,
    },
    {
      name: "balances_follow",
      sentence:
        "The balance after each transaction is the previous balance plus the credits of the transaction.",
      breaches: `
      select t.id::text as what
      from (
        select account_id, id, number, balance, gain,
          lag(balance, 1, closed_balance) over moved as before,
          closed_number + row_number() over moved as place
        from ${rows.transactions} t window moved as (partition by account_id order by number)
      ) t
      where t.number <> t.place or t.balance <> t.before + t.gain`,
    },
    {
      name: "no_debt",
      sentence: "No balance is negative.",
      breaches: `
      select a.id::text as what
      from ${rows.accounts} a left join (
        select account_id, sum(gain) as total from ${rows.transactions} t group by 1
      ) e on e.account_id = a.id
      where a.credits < 0 or a.closed_balance + coalesce(e.total, 0) < 0`,
    },
    {
      name: "charges_match_messages",
      sentence:
        "Each charge is exactly what the messages it paid for cost, with the people of its campaign who have no message.",
      breaches: `
      ${movementsUnlike(rows, "charge")}
      union all
      select m.id::text from ${rows.messages} m
      where ${rows.isClosedId("m.charge_id")} and not exists (
        select 1 from campaigns c where c.account_id = m.account_id and c.charge_id = m.charge_id)`,
    },
    {
      name: "messages_are_charged_once",
      sentence:
        "Each live message has one charge of one credit per segment; test messages have none.",
      breaches: `
      select id::text as what from ${rows.messages} m
      where case when test then credits <> 0 or charge_id is not null
        else credits <> segments or charge_id is null end`,
    },
    {
      name: "refunds_match_messages",
      sentence:
        "Each refund is exactly what its messages, or the people of its campaign without one, had cost: all that were cancelled or expired before a carrier was offered them, and no others.",
      breaches: `
      ${movementsUnlike(rows, "refund")}
      union all
      select id::text from ${rows.messages} m
      where (refund_id is not null) <> (credits > 0 and (status = 'cancelled'
        or (status = 'expired' and offered_at is null and sent_at is null)))`,
    },
  ];
}

/** Movements of a kind that differ from the messages naming them, either side missing included. */
function movementsUnlike(rows: RowsSince, kind: keyof typeof kinds): string {
  const { column, sign, messages } = kinds[kind];
  return `
      select coalesce(m.movement, t.id)::text as what
      from (
        select account_id, movement, sum(credits) as cost from (
          select account_id, ${column} as movement, credits from ${rows[messages]} m
          union all
          ${rowsPaidBy(rows, kind)}
        ) paid where movement is not null group by 1, 2
      ) m full join (
        select account_id, id, gain * ${sign} as cost from ${rows.movements} t where kind = '${kind}'
      ) t on t.account_id = m.account_id and t.id = m.movement
      where m.cost is distinct from t.cost`;
}

/** What the movements of a kind paid for beside messages: the people of campaigns who have none. */
function rowsPaidBy({ campaigns, isOpenId }: RowsSince, kind: keyof typeof kinds): string {
  if (kind === "charge")
    return `select r.account_id, c.charge_id, r.credits from campaign_rows r
            join campaigns c on c.account_id = r.account_id and c.id = r.campaign_id
            where r.message_id is null and r.credits > 0 and ${isOpenId("c.charge_id")} and ${isStarted}`;
  return `select r.account_id, r.refund_id, r.credits from campaign_rows r
          join ${campaigns} c on c.account_id = r.account_id and c.id = r.campaign_id
          where ${isOpenId("r.refund_id")}`;
}
