import { type Actor, demandAdmin } from "../core/actor";
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
  return discardReceipts({ actor, input: { ids } });
}
