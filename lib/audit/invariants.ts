export interface Invariant {
  name: string;
  /** What always holds, for people. */
  sentence: string;
  /** SQL that selects every breach, naming it in a column `what`. */
  breaches: string;
}

const isOpen = "status in ('scheduled', 'queued', 'sending', 'sent', 'unknown')";

/** A row whose campaign was started for it; one that an opt-out refused since then was ready, too. */
const isStarted = "(r.state = 'ready' or r.ended is not null) and c.people > 0";

/** The marker stands for everybody who was erased. */
const distinctNumbers =
  "count(distinct case when r.recipient = 'erased' then 'row ' || r.position else r.recipient end)";

/** What the movements of a kind paid for beside messages: the people of campaigns who have none. */
const rowsPaidBy = {
  charge: `select r.account_id, c.charge_id, r.credits from campaign_rows r
            join campaigns c on c.account_id = r.account_id and c.id = r.campaign_id
            where r.message_id is null and r.credits > 0 and ${isStarted}`,
  refund: "select account_id, refund_id, credits from campaign_rows",
};

/** What DESIGN.md promises about money and messages, as questions to the database that find nothing. */
export const invariants: Invariant[] = [
  {
    name: "balance_is_ledger",
    sentence: "Each account's balance is the sum of its ledger entries.",
    breaches: `
      select coalesce(a.id, e.account_id)::text as what
      from accounts a full join (
        select account_id, sum(amount) as total from ledger_entries where ledger = 'customer' group by 1
      ) e on e.account_id = a.id
      where a.id is null or a.credits <> coalesce(e.total, 0)`,
  },
  {
    name: "movements_balance",
    sentence: "The entries of each ledger transaction sum to zero.",
    breaches: `
      select coalesce(t.id, e.transaction_id)::text as what
      from ledger_transactions t full join (
        select account_id, transaction_id, sum(amount) as total from ledger_entries group by 1, 2
      ) e on e.account_id = t.account_id and e.transaction_id = t.id
      where t.id is null or e.total is distinct from 0`,
  },
  {
    name: "balances_follow",
    sentence:
      "The balance after each transaction is the previous balance plus the credits of the transaction.",
    breaches: `
      select t.id::text as what
      from (
        select account_id, id, number, balance,
          lag(balance, 1, 0::bigint) over moved as before, row_number() over moved as place
        from ledger_transactions window moved as (partition by account_id order by number)
      ) t left join (
        select account_id, transaction_id, sum(amount) as gain from ledger_entries
        where ledger = 'customer' group by 1, 2
      ) e on e.account_id = t.account_id and e.transaction_id = t.id
      where t.number <> t.place or t.balance <> t.before + coalesce(e.gain, 0)`,
  },
  {
    name: "no_debt",
    sentence: "No balance is negative.",
    breaches: `
      select id::text as what from accounts where credits < 0
      union
      select account_id::text from ledger_entries where ledger = 'customer'
      group by account_id having sum(amount) < 0`,
  },
  {
    name: "charges_match_messages",
    sentence:
      "Each charge is exactly what the messages it paid for cost, with the people of its campaign who have no message.",
    breaches: movementsUnlike("charge", "charge_id", -1),
  },
  {
    name: "messages_are_charged_once",
    sentence:
      "Each live message has one charge of one credit per segment; test messages have none.",
    breaches: `
      select id::text as what from messages
      where case when test then credits <> 0 or charge_id is not null
        else credits <> segments or charge_id is null end`,
  },
  {
    name: "refunds_match_messages",
    sentence:
      "Each refund is exactly what its messages, or the people of its campaign without one, had cost: all that were cancelled or expired before a carrier was offered them, and no others.",
    breaches: `
      ${movementsUnlike("refund", "refund_id", 1)}
      union all
      select id::text from messages
      where (refund_id is not null) <> (credits > 0 and (status = 'cancelled'
        or (status = 'expired' and offered_at is null and sent_at is null)))`,
  },
  {
    name: "campaigns_reach_everybody_once",
    sentence:
      "Each person a campaign was started for has one message of it, was rejected, or was not sent to when it was cancelled; nobody waits once it has ended.",
    breaches: `
      select c.id::text as what
      from campaigns c left join (
        select r.account_id, r.campaign_id, count(*) as people, ${distinctNumbers} as numbers,
          count(*) filter (where r.message_id is null and r.ended is null) as waiting,
          count(*) filter (where r.message_id is not null and r.ended is not null) as both,
          count(r.message_id) as linked, count(m.id) as stored, count(distinct m.id) as messages
        from campaign_rows r
        join campaigns c on c.account_id = r.account_id and c.id = r.campaign_id and ${isStarted}
        left join messages m on m.account_id = r.account_id and m.id = r.message_id
          and (m.send_id = r.campaign_id or m.recipient = '')
        group by 1, 2
      ) r on r.account_id = c.account_id and r.campaign_id = c.id
      where c.people <> coalesce(r.people, 0)
        or (c.name <> '' and coalesce(r.numbers, 0) <> c.people)
        or (c.ended_at is not null and r.waiting > 0)
        or r.both > 0 or r.linked <> r.stored or r.stored <> r.messages
      union all
      select m.id::text from messages m
      join campaigns c on c.account_id = m.account_id and c.id = m.send_id
      left join campaign_rows r on r.account_id = m.account_id and r.message_id = m.id
        and r.campaign_id = m.send_id
      where r.position is null`,
  },
  {
    name: "campaign_credits_add_up",
    sentence:
      "The credits a campaign reserved are what its messages cost, and what was refunded for the people without one. They were charged in one transaction, or message by message.",
    breaches: `
      select c.id::text as what
      from campaigns c left join (
        select r.account_id, r.campaign_id, sum(r.credits) as credits,
          count(*) filter (where m.id is not null and (m.credits <> r.credits
            or m.charge_id is distinct from case when r.credits > 0 then coalesce(c.charge_id, m.charge_id) end)) as others,
          count(*) filter (where r.credits > 0 and m.charge_id is null) as unpaid,
          count(*) filter (where (r.refund_id is not null)
            <> (r.ended is not null and r.credits > 0)) as unsettled
        from campaign_rows r
        join campaigns c on c.account_id = r.account_id and c.id = r.campaign_id and ${isStarted}
        left join messages m on m.account_id = r.account_id and m.id = r.message_id
        group by 1, 2
      ) r on r.account_id = c.account_id and r.campaign_id = c.id
      where c.reserved_credits <> coalesce(r.credits, 0) or r.others > 0 or r.unsettled > 0
        or (c.charge_id is not null and c.reserved_credits = 0)
        or (c.charge_id is null and r.unpaid > 0)`,
  },
  {
    name: "payments_are_credited",
    sentence:
      "Each paid payment has one transaction with the purchased credits; other payments have none.",
    breaches: `
      select coalesce(p.id, t.id)::text as what
      from (select * from payments where status = 'paid') p full join (
        select t.account_id, t.id, sum(e.amount) as gain
        from ledger_transactions t left join ledger_entries e
          on e.account_id = t.account_id and e.transaction_id = t.id and e.ledger = 'customer'
        where t.kind = 'topup' group by 1, 2
      ) t on t.account_id = p.account_id and t.id = p.id
      where p.credits is distinct from t.gain`,
  },
  {
    name: "totals_are_ledger",
    sentence: "The total of each account, month, and type of ledger transactions is their sum.",
    breaches: `
      select coalesce(l.account_id, k.account_id)::text as what
      from (
        select t.account_id, (date_trunc('month', t.created_at, 'UTC') at time zone 'UTC')::date as month,
          t.kind, sum(e.amount) as credits
        from ledger_transactions t join ledger_entries e
          on e.account_id = t.account_id and e.transaction_id = t.id and e.ledger = 'customer'
        group by 1, 2, 3
      ) l full join ledger_totals k using (account_id, month, kind)
      where l.credits is distinct from k.credits`,
  },
  {
    name: "refunded_payments_are_taken_back",
    sentence:
      "For each account, the credits of refunded payments are the reversed credits plus the credits it owes.",
    breaches: `
      select a.id::text as what
      from accounts a left join (
        select account_id, sum(reversed_credits) as credits from payments group by 1
      ) p on p.account_id = a.id left join (
        select account_id, sum(credits) as credits from ledger_totals where kind = 'reversal' group by 1
      ) t on t.account_id = a.id
      where coalesce(p.credits, 0) <> a.owed - coalesce(t.credits, 0)`,
  },
  {
    name: "keys_are_unique",
    sentence:
      "For 30 days, an idempotency key stands for one message of its account: the one that was sent with it.",
    breaches: `
      select k.key::text as what
      from idempotency_keys k left join messages m on m.account_id = k.account_id and m.id = k.message_id
      where m.idempotency_key is distinct from k.key
      union all
      select idempotency_key::text from (
        select idempotency_key, created_at - lag(created_at)
          over (partition by account_id, idempotency_key order by created_at) as later
        from messages where idempotency_key is not null
      ) m where later < interval '30 days'`,
  },
  {
    name: "one_end",
    sentence:
      "A message with a final status has one terminal event, of that status; other messages have none.",
    breaches: `
      select coalesce(m.id, e.message_id)::text as what
      from messages m full join (
        select account_id, message_id, count(*) as number, min(type) as type
        from message_events where terminal group by 1, 2
      ) e on e.account_id = m.account_id and e.message_id = m.id
      where m.id is null
        or (${isOpen} and e.number is not null)
        or (not ${isOpen} and (e.number is distinct from 1 or e.type not in (status, 'sms.' || status)))`,
  },
  {
    name: "events_are_delivered",
    sentence: "Each terminal event has a delivery for every endpoint that had subscribed to it.",
    // An event's id tells when it was stored; its `at` may be a carrier's clock. The minute allows for a
    // change of the endpoint that was not committed yet, and for clocks that differ.
    breaches: `
      select e.id::text as what
      from message_events e
      join messages m on m.account_id = e.account_id and m.id = e.message_id
      join webhook_endpoints w on w.account_id = e.account_id and w.enabled
        and w.deleted_at is null and w.test = m.test
        and e.type = any(w.events)
        and extract(epoch from w.subscribed_since + interval '1 minute') * 1000
          < ('x' || lpad(left(replace(e.id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
      left join webhook_deliveries d
        on d.account_id = e.account_id and d.event_id = e.id and d.endpoint_id = w.id
      where e.terminal and e.type like 'sms.%' and d.event_id is null`,
  },
  {
    name: "nothing_overdue",
    sentence: "No message is unfinished past its validity.",
    breaches: `
      select id::text as what from messages
      where ${isOpen} and valid_until < now() - interval '2 minutes'`,
  },
  {
    name: "counts_are_messages",
    sentence:
      "The counts of each account, hour, and state, and the credits that stayed spent, are what counting its messages gives.",
    breaches: `
      select coalesce(m.account_id, c.account_id)::text as what
      from (
        select account_id, test, date_trunc('hour', created_at, 'UTC') as hour, status,
          delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at) as bucket,
          count(*) as messages, sum(segments) as segments,
          sum(case when refund_id is null then credits else 0 end) as credits
        from messages group by 1, 2, 3, 4, 5
      ) m full join (
        select account_id, test, hour, status, bucket, sum(messages) as messages,
          sum(segments) as segments, sum(credits) as credits
        from (select * from message_counts union all select * from message_deltas) counted
        group by 1, 2, 3, 4, 5 having sum(messages) <> 0 or sum(segments) <> 0 or sum(credits) <> 0
      ) c using (account_id, test, hour, status, bucket)
      where (m.messages, m.segments, m.credits) is distinct from (c.messages, c.segments, c.credits)`,
  },
];

/** Movements of a kind that differ from the messages naming them, either side missing included. */
function movementsUnlike(kind: "charge" | "refund", column: string, sign: 1 | -1): string {
  return `
      select coalesce(m.movement, t.id)::text as what
      from (
        select account_id, movement, sum(credits) as cost from (
          select account_id, ${column} as movement, credits from messages
          union all
          ${rowsPaidBy[kind]}
        ) paid where movement is not null group by 1, 2
      ) m full join (
        select t.account_id, t.id, sum(e.amount) * ${sign} as cost
        from ledger_transactions t left join ledger_entries e
          on e.account_id = t.account_id and e.transaction_id = t.id and e.ledger = 'customer'
        where t.kind = '${kind}' group by 1, 2
      ) t on t.account_id = m.account_id and t.id = m.movement
      where m.cost is distinct from t.cost`;
}
