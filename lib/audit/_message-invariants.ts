import { hasHistory } from "./_has-history";
import type { Invariant } from "./_invariant";
import { isOpen } from "./_is-open";
import type { RowsSince } from "./_rows-since";

/** About the ends, events, and counts of messages. */
export function messageInvariants(rows: RowsSince): Invariant[] {
  return [
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
        from ${rows.messages} m where idempotency_key is not null
      ) m where later < interval '30 days'`,
    },
    {
      name: "one_end",
      sentence:
        "A message with a final status has one terminal event, of that status, while its history is kept; other messages have none.",
      breaches: `
      select coalesce(m.id, e.message_id)::text as what
      from (select * from ${rows.messages} m where ${hasHistory("m.account_id", "m.id")}) m full join (
        select account_id, message_id, count(*) as number, min(type) as type
        from ${rows.terminalEvents} e where ${hasHistory("e.account_id", "e.message_id")} group by 1, 2
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
      from ${rows.terminalEvents} e
      join messages m on m.account_id = e.account_id and m.id = e.message_id
      join webhook_endpoints w on w.account_id = e.account_id and w.enabled
        and w.deleted_at is null and w.test = m.test
        and e.type = any(w.events)
        and extract(epoch from w.subscribed_since + interval '1 minute') * 1000
          < ('x' || lpad(left(replace(e.id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
      left join webhook_deliveries d
        on d.account_id = e.account_id and d.event_id = e.id and d.endpoint_id = w.id
      where e.type like 'sms.%' and d.event_id is null`,
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
        from ${rows.acceptedMessages} m group by 1, 2, 3, 4, 5
      ) m full join (
        select account_id, test, hour, status, bucket, sum(messages) as messages,
          sum(segments) as segments, sum(credits) as credits
        from (select * from ${rows.counts} c union all select * from ${rows.deltas} d) counted
        group by 1, 2, 3, 4, 5 having sum(messages) <> 0 or sum(segments) <> 0 or sum(credits) <> 0
      ) c using (account_id, test, hour, status, bucket)
      where (m.messages, m.segments, m.credits) is distinct from (c.messages, c.segments, c.credits)`,
    },
  ];
}
