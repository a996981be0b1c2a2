import { db } from "../core/db";
import { recordOutcomes } from "../messages/record-outcomes";
import { rememberRefsClause } from "../receipts/remember-refs-clause";
import type { WithRefs } from "./_record-with-refs";

/** As `recordWithRefs`, on shards: the carrier's IDs lie elsewhere than the messages, so they are a statement of their own. */
export function recordAfterRefs({ refs, ...submitted }: WithRefs): Promise<string[]> {
  return db().transaction(async (tx) => {
    if (refs.length > 0) await tx.execute(rememberRefsClause(submitted, refs));
    return recordOutcomes(submitted, tx);
  });
}
