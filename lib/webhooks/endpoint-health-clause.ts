import { type SQL, sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";

interface Clock {
  disableAfter: number;
  now: SQL;
}

/**
 * Records the health of an account's endpoints inside the statement that records attempts: `outcome` lists these as
 * (endpoint_id, url, verdict, at). Returns (id, disabled_reason) of the endpoints it changes.
 *
 * Only responses from an endpoint's current URL count. A success ends a row of failures. So does a silence of a third of
 * `disableAfter`: the retry schedule has no gap as long. `disableAfter`, in seconds, is how long a row of failures may
 * last; `now`, as SQL, when one is disabled.
 */
export function endpointHealthClause(accountId: string, { disableAfter, now }: Clock): SQL {
  const isSilent = sql`(e.last_failure_at is null or e.last_failure_at < seen.silent_from)`;
  const isGiven = sql`(not ${isSilent} and e.failing_since <= seen.given_from)`;
  const reason = sql`case when seen.is_gone then 'gone' when seen.is_taken then null
    when ${isGiven} then 'failing' end`;
  return sql`
      update ${webhookEndpoints} e set
        failing_since = case when not seen.is_taken then
          case when ${isSilent} then seen.at else coalesce(e.failing_since, seen.at) end end,
        last_failure_at = case when not seen.is_taken then seen.at end,
        enabled = ${reason} is null,
        disabled_reason = ${reason},
        disabled_at = case when ${reason} is not null then ${now} end
      from (
        select endpoint_id, url, bool_or(verdict = 'delivered') as is_taken,
          bool_or(verdict = 'endpoint_gone') as is_gone, max(at) as at,
          max(at) - ${disableAfter / 3} * interval '1 second' as silent_from,
          max(at) - ${disableAfter} * interval '1 second' as given_from
        from outcome group by 1, 2
      ) seen
      where e.account_id = ${accountId}::uuid and e.id = seen.endpoint_id and e.url = seen.url and e.enabled
        and (not seen.is_taken or seen.is_gone or e.failing_since is not null)
      returning e.id, e.disabled_reason`;
}
