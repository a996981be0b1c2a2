import { plainText } from "../../core/plain-text";
import { storableText } from "../../core/storable-text";

/** How the ID in a receipt is written, as against the one in the response to submit_sm. */
export type ReceiptId = "auto" | "same" | "decimal" | "hex";

/** Of a message_id (SMPP 3.4, section 5.2.23). */
const maxLength = 65;
const digits = /^[0-9]+$/;
const hexDigits = /^[0-9a-f]+$/i;

/** The ref of a message whose submit_sm_resp has this message_id. */
export function refOfResponse(messageId: string, receiptId: ReceiptId): string {
  switch (receiptId) {
    case "same":
      return tidy(messageId);
    case "decimal":
      return numberIn(messageId, "hex");
    case "hex":
      return numberIn(messageId, "decimal");
    case "auto":
      return guess(messageId);
  }
}

/**
 * The ref of a message whose receipt has this ID. It equals the response's however the two are written: IDs that are
 * numbers are compared as such.
 */
export function refOfReceipt(messageId: string, receiptId: ReceiptId): string {
  switch (receiptId) {
    case "same":
      return tidy(messageId);
    case "decimal":
      return numberIn(messageId, "decimal");
    case "hex":
      return numberIn(messageId, "hex");
    case "auto":
      return guess(messageId);
  }
}

/** An ID with one of a–f in it is hexadecimal; of digits alone it could be either, and counts as decimal. */
function guess(messageId: string): string {
  return numberIn(messageId, digits.test(tidy(messageId)) ? "decimal" : "hex");
}

function numberIn(messageId: string, base: "decimal" | "hex"): string {
  const tidied = tidy(messageId);
  const pattern = base === "hex" ? hexDigits : digits;
  if (!pattern.test(tidied)) return tidied;
  return BigInt(base === "hex" ? `0x${tidied}` : tidied).toString();
}

function tidy(messageId: string): string {
  return plainText(storableText(messageId.slice(0, maxLength))).trim();
}
