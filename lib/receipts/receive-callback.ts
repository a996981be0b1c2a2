import type { Callback, CallbackResponse, Received } from "../carriers/carrier";
import { findCarrier } from "../carriers/choose-carrier";
import { hasCommonSecret } from "../carriers/has-common-secret";
import { AppError } from "../core/errors";
import { type Refusal, refuseCallback } from "./_refuse-callback";
import { recordReports } from "./record-reports";
import { receiptSentences } from "./sentences";

/**
 * Verifies and reads a callback by the rules of the carrier it names, and records its receipts durably before it
 * resolves. Returns how many were placed and how many are kept for a message that is not known yet. Throws not_found
 * if none was placed, and not_found, unauthorized, invalid_json, or invalid_request for a rejected callback, which is
 * stored.
 */
export async function receiveCallback(
  carrier: string,
  received: Omit<Callback, "carrier" | "mayBeCommon">,
): Promise<{ placed: number; parked: number; response?: CallbackResponse }> {
  const isKnown = findCarrier(carrier) !== undefined;
  const mayBeCommon = isKnown && (await hasCommonSecret(carrier));
  const callback = { ...received, carrier, mayBeCommon };
  const read = readCallback(carrier, callback);
  if ("refusal" in read) {
    const { address, body } = callback;
    throw await refuseCallback({ carrier, reason: read.refusal, address, body });
  }
  const { response } = read;
  const { placed, parked } = await recordReports(carrier, read);
  // A carrier that wants to hear certain words would repeat what is kept for its message.
  if (parked > 0 && placed === 0 && !response) {
    throw new AppError("not_found", receiptSentences.noMessage);
  }
  return { placed, parked, ...(response ? { response } : {}) };
}

function readCallback(carrier: string, callback: Callback): Received | { refusal: Refusal } {
  const callbacks = findCarrier(carrier)?.callbacks;
  if (!callbacks) return { refusal: "unknown_carrier" };
  const refusal = callbacks.verify(callback);
  return refusal ? { refusal } : callbacks.receive(callback);
}
