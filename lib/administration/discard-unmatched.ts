import { recordActivity } from "../activity/record-activity";
import { installationId } from "../activity/who";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { discardReceipts } from "../receipts/discard-receipts";
import { DiscardReceiptsInput } from "./contract";

/** Deletes receipts that match no message. Returns how many. Throws invalid_request and what `discardReceipts` does. */
export async function discardUnmatched({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<number> {
  demandAdmin(actor);
  const { receipt_ids: ids } = parseInput(DiscardReceiptsInput, input);
  return db().transaction(async (tx) => {
    const gone = await discardReceipts({ actor, input: { ids } }, tx);
    if (gone.length === 0) return 0;
    const after = { carrier: [...new Set(gone)], receipts: gone.length };
    const event = { accountId: installationId, action: "receipts.discarded", after } as const;
    await recordActivity({ actor, ...event }, tx);
    return gone.length;
  });
}
