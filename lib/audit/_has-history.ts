const nil = "'00000000-0000-0000-0000-000000000000'::uuid";

/**
 * SQL for whether the history of a message is all there, by the columns that name its account and itself: what was kept
 * for its time may be gone, and says nothing.
 */
export function hasHistory(accountId: string, messageId: string): string {
  return `${messageId} >= coalesce((select ${firstIdAt("gone_until")} from retention_limits where kind = 'events'), ${nil})
    and ${messageId} >= coalesce((select ${firstIdAt("r.events_gone_until")} from account_retention r
      where r.account_id = ${accountId}), ${nil})`;
}

/** SQL for whether some of an account's histories from before an instant may be gone. */
export function lacksHistory(accountId: string): string {
  return `(exists (select from retention_limits where kind = 'events' and gone_until is not null)
    or exists (select from account_retention r
      where r.account_id = ${accountId} and r.events_gone_until is not null))`;
}

/** The first ID of an instant, as \`core/ids.ts\` makes it. */
function firstIdAt(column: string): string {
  return `(lpad(to_hex((extract(epoch from ${column}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;
}
