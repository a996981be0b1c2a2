import type { Reports } from "../carriers/carrier";
import { recordInbound } from "../inbound/record-inbound";
import { recordReceipts } from "./record-receipts";

/**
 * Records what a carrier reported, durably before it resolves: its receipts, and the messages from phones. Returns how
 * many of both were recorded and how many receipts are kept for a message that is not known yet.
 */
export async function recordReports(
  carrier: string,
  { receipts, inbound = [] }: Reports,
): Promise<{ placed: number; parked: number }> {
  // A failure makes the carrier repeat all of it: what is stored by then is known by its ID.
  await recordInbound(carrier, inbound);
  const { placed, parked } = await recordReceipts(carrier, receipts);
  return { placed: placed + inbound.length, parked };
}
