import { firstIdAt } from "../core/ids";

/** SQL for a row with what an account has before an instant; `account` names its ID in the statement around it. */
export function sumsBefore(until: Date, account: string): string {
  const at = `'${until.toISOString()}'::timestamptz`;
  const first = `'${firstIdAt(until.getTime())}'::uuid`;
  return `
    select
      (select count(*) from messages where account_id = ${account} and id < ${first}) as messages,
      (select count(*) from message_events
        where account_id = ${account} and message_id < ${first} and terminal) as ends,
      (select coalesce(sum(credits), 0) from ledger_totals
        where account_id = ${account} and month < (${at} at time zone 'UTC')::date) as totals,
      kept.*
    from (
      select coalesce(sum(messages), 0) as counted, coalesce(sum(segments), 0) as segments,
        coalesce(sum(credits), 0) as credits
      from (
        select * from message_counts where account_id = ${account} and hour < ${at}
        union all
        select * from message_deltas where account_id = ${account} and hour < ${at}
      ) each_count
    ) kept`;
}
