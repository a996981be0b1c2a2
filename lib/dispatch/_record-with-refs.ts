import { db } from "../core/db";
import { recordOutcomes, type Submitted } from "../messages/record-outcomes";
import { type MessageRef, rememberRefsClause } from "../receipts/remember-refs-clause";

/** Outcomes, and the carrier's IDs that they brought. */
export interface WithRefs extends Omit<Submitted, "also"> {
  refs: MessageRef[];
}

/** Records outcomes and keeps the carrier's IDs in one statement. Returns the IDs of the messages that it changed. */
export async function recordWithRefs({ refs, ...submitted }: WithRefs): Promise<string[]> {
  const also = rememberRefsClause(submitted, refs);
  const ids = await recordOutcomes({ ...submitted, also }, db());
  return ids;
}
