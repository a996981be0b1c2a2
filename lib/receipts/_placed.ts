import type { Receipt } from "../carriers/carrier";

/** A receipt and the message it is about. */
export interface Placed {
  accountId: string;
  messageId: string;
  receipt: Receipt;
}
