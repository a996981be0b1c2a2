import { lacksHistory } from "./_has-history";
import type { Invariant } from "./_invariant";
import { sumsBefore } from "./_sums-before";

/** That what was before a checkpoint still is; without one there is nothing to compare. */
export function closedInvariant(until: Date | null): Invariant {
  return {
    name: "closed_months_stay",
    sentence:
      "Each account has the messages, final events while histories are kept, counts, and transactions of closed months that it had when they were closed.",
    breaches: until ? changesBefore(until) : "select null::text as what where false",
  };
}

function changesBefore(until: Date): string {
  return `
      select a.id::text as what
      from accounts a
      left join audit_checkpoints p
        on p.account_id = a.id and p.until = '${until.toISOString()}'::timestamptz
      cross join lateral (${sumsBefore(until, "a.id")}) s
      cross join lateral (
        select count(*) as transactions, coalesce(max(balance) filter (where number = p.number), 0) as balance
        from ledger_transactions where account_id = a.id and number <= p.number
      ) t
      where (s.messages, case when ${lacksHistory("a.id")} then coalesce(p.ends, 0) else s.ends end,
          s.totals, s.counted, s.segments, s.credits, t.transactions, t.balance)
        is distinct from (coalesce(p.messages, 0), coalesce(p.ends, 0), coalesce(p.totals, 0),
          coalesce(p.counted, 0), coalesce(p.segments, 0), coalesce(p.credits, 0),
          coalesce(p.number, 0), coalesce(p.balance, 0))`;
}
