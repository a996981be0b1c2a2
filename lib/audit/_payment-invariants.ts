import type { Invariant } from "./_invariant";
import type { RowsSince } from "./_rows-since";

/** About payments and the totals of the ledger. */
export function paymentInvariants(rows: RowsSince): Invariant[] {
  return [
    {
      name: "payments_are_credited",
      sentence:
        "Each paid payment has one transaction with the purchased credits; other payments have none.",
      breaches: `
      select coalesce(p.id, t.id)::text as what
      from (select * from payments where status = 'paid') p full join (
        select account_id, id, gain from ledger_transactions where kind = 'topup'
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
          t.kind, sum(t.gain) as credits
        from ${rows.transactions} t
        where ${rows.isOpenTime("t.created_at")}
        group by 1, 2, 3
      ) l full join ${rows.totals} k using (account_id, month, kind)
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
      name: "invoices_have_no_gap",
      sentence:
        "The numbers of invoices, receipts, and corrections of a year have no gap, and none is used twice.",
      breaches: `
      select series || '/' || year as what
      from invoice_numbers n full join (
        select split_part(number, '/', 1) as series, split_part(number, '/', 2)::int as year, count(*) as issued,
          count(distinct number) as numbers, max(split_part(number, '/', 3)::bigint) as last
        from invoices group by 1, 2
      ) i using (series, year)
      where (i.issued, i.numbers, i.last) is distinct from (n.last, n.last, n.last)`,
    },
    {
      name: "invoices_are_payments",
      sentence: "The documents of a purchase add up to its credits that are not refunded.",
      breaches: `
      select p.id::text as what
      from payments p join (
        select account_id, payment_id, sum(credits) as credits from invoices group by 1, 2
      ) i on i.account_id = p.account_id and i.payment_id = p.id
      where p.status <> 'paid' or i.credits <> p.credits - p.reversed_credits`,
    },
  ];
}
