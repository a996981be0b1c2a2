import { type SQL, sql } from "drizzle-orm";
import type { RememberedToken } from "../core/actor";
import { rememberedKey } from "./remembered-key";
import { unprovenTokenClause } from "./unproven-token-clause";

/**
 * A condition that holds when every one of these tokens still is what its process remembers: neither revoked, expired,
 * nor changed, and called by its secret or by the one before in its grace period. By the database's clock. Holds for
 * none of them, too. At most 512 different ones, as many as a batch has messages.
 */
export function provenTokensClause(remembered: readonly RememberedToken[]): SQL {
  const distinct = [...new Map(remembered.map((each) => [rememberedKey(each), each])).values()];
  if (distinct.length === 0) return sql`true`;
  // Two array parameters keep the statement the same for any number; hex and integers need no quoting.
  const hashes = `{${distinct.map(({ hash }) => hash).join(",")}}`;
  const versions = `{${distinct.map(({ version }) => version).join(",")}}`;
  return sql`not exists (
    select 1 from unnest(${hashes}::text[], ${versions}::int[]) as remembered(hash, version)
    where ${unprovenTokenClause()})`;
}
