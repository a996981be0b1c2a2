import type { Reports } from "../carriers/carrier";
import { recordInbound } from "../inbound/record-inbound";
import { keepRefused } from "./_refuse-callback";
import { recordReceipts } from "./record-receipts";

/**
 * Records what a carrier reported, durably before it resolves: its receipts, the messages from phones, and what cannot
 * be read. Returns how many of the first two were recorded and how many receipts are kept for a message that is not
 * known yet.
 */
export async function recordReports(
  carrier: string,
  { receipts, inbound = [], unreadable = [] }: Reports,
): Promise<{ placed: number; parked: number }> {
  for (const { raw, reason } of unreadable) {
    await keepRefused({ carrier, reason, address: null, body: raw });
  }
  // A failure makes the carrier repeat all of it: what is stored by then is known by its ID.
  await recordInbound(carrier, inbound);
  const { placed, parked } = await recordReceipts(carrier, receipts);
  return { placed: placed + inbound.length, parked };
}
