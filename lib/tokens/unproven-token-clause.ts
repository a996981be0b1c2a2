import { type SQL, sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";

/**
 * The condition on a row of `remembered` (hash, version) that its token no longer is what a process remembers: it was
 * revoked, expired, or changed, and is called neither by its secret nor by the one before in its grace period.
 */
export function unprovenTokenClause(): SQL {
  // Each look-up by itself and with a limit: a join would read all tokens for the few of a batch.
  return sql`(
      select true from ${tokens} t where t.hash = remembered.hash and t.version = remembered.version
        and t.revoked_at is null and (t.expires_at is null or t.expires_at > now()) limit 1
    ) is null and (
      select true from ${tokens} t where t.previous_hash = remembered.hash
        and t.version = remembered.version and t.previous_until > now()
        and t.revoked_at is null and (t.expires_at is null or t.expires_at > now()) limit 1
    ) is null`;
}
