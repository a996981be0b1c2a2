import type { Invariant } from "./_invariant";
import { isStarted } from "./_is-started";
import type { RowsSince } from "./_rows-since";

/** The marker stands for everybody who was erased. */
const distinctNumbers =
  "count(distinct case when r.recipient = 'erased' then 'row ' || r.position else r.recipient end)";

/** About the people of campaigns and their credits. */
export function campaignInvariants(rows: RowsSince): Invariant[] {
  return [
    {
      name: "campaigns_reach_everybody_once",
      sentence:
        "Each person a campaign was started for has one message of it, was rejected, or was not sent to when it was cancelled; nobody waits once it has ended.",
      breaches: `
      select c.id::text as what
      from ${rows.campaigns} c left join (
        select r.account_id, r.campaign_id, count(*) as people, ${distinctNumbers} as numbers,
          count(*) filter (where r.message_id is null and r.ended is null) as waiting,
          count(*) filter (where r.message_id is not null and r.ended is not null) as both,
          count(r.message_id) as linked, count(m.id) as stored, count(distinct m.id) as messages
        from campaign_rows r
        join ${rows.campaigns} c on c.account_id = r.account_id and c.id = r.campaign_id and ${isStarted}
        left join messages m on m.account_id = r.account_id and m.id = r.message_id
          and (m.send_id = r.campaign_id or m.recipient = '')
        group by 1, 2
      ) r on r.account_id = c.account_id and r.campaign_id = c.id
      where c.people <> coalesce(r.people, 0)
        or (c.name <> '' and coalesce(r.numbers, 0) <> c.people)
        or (c.ended_at is not null and r.waiting > 0)
        or r.both > 0 or r.linked <> r.stored or r.stored <> r.messages
      union all
      select m.id::text from ${rows.messages} m
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
      from ${rows.campaigns} c left join (
        select r.account_id, r.campaign_id, sum(r.credits) as credits,
          count(*) filter (where m.id is not null and (m.credits <> r.credits
            or m.charge_id is distinct from case when r.credits > 0 then coalesce(c.charge_id, m.charge_id) end)) as others,
          count(*) filter (where r.credits > 0 and m.charge_id is null) as unpaid,
          count(*) filter (where (r.refund_id is not null)
            <> (r.ended is not null and r.credits > 0)) as unsettled
        from campaign_rows r
        join ${rows.campaigns} c on c.account_id = r.account_id and c.id = r.campaign_id and ${isStarted}
        left join messages m on m.account_id = r.account_id and m.id = r.message_id
        group by 1, 2
      ) r on r.account_id = c.account_id and r.campaign_id = c.id
      where c.reserved_credits <> coalesce(r.credits, 0) or r.others > 0 or r.unsettled > 0
        or (c.charge_id is not null and c.reserved_credits = 0)
        or (c.charge_id is null and r.unpaid > 0)`,
    },
  ];
}
