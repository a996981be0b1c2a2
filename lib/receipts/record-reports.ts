import type { Reports } from "../carriers/carrier";
import { recordReceipts } from "./record-receipts";

/**
 * Records what a carrier reported, durably before it resolves: its receipts, and the messages from phones. Returns how
 * many receipts were placed and how many are kept for a message that is not known yet.
 */
export async function recordReports(
  carrier: string,
  { receipts }: Reports,
): Promise<{ placed: number; parked: number }> {
  return recordReceipts(carrier, receipts);
}
