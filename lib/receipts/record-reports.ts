import type { Reports } from "../carriers/carrier";
import { keepRefused } from "./_refuse-callback";
import { recordReceipts } from "./record-receipts";

/**
 * Records what a carrier reported, durably before it resolves: its receipts, the messages from phones, and what cannot
 * be read. Returns how many receipts were placed and how many are kept for a message that is not known yet.
 */
export async function recordReports(
  carrier: string,
  { receipts, unreadable = [] }: Reports,
): Promise<{ placed: number; parked: number }> {
  for (const { raw, reason } of unreadable) {
    await keepRefused({ carrier, reason, address: null, body: raw });
  }
  return recordReceipts(carrier, receipts);
}
