import type { Receipt } from "../carriers/carrier";
import { shortCode } from "../carriers/short-code";
import { isReasonCode } from "../messages/reason-advice";

/** The name of a mobile network, such as "T-Mobile Polska": short, and without the marks of a sentence that quotes. */
const network = /^[\p{L}\p{N} .&+-]{1,24}$/u;
/** As long as the code of a verification is by default; carriers' own codes are shorter numbers. */
const longNumber = /^\d{6,}$/;

/**
 * A receipt of a message whose text is not to be stored, or that nobody knows yet: without what the carrier wrote itself,
 * which may repeat the text. What it means, its code, and the network stay.
 */
export function withoutQuotes(receipt: Receipt): Receipt {
  const { unquoted, ...rest } = receipt;
  const { reason, carrierCode, operator } = rest;
  const isOurs = unquoted === undefined || reason === null || isReasonCode(reason);
  const code = shortCode(carrierCode);
  const isNetwork = operator !== null && network.test(operator) && !longNumber.test(operator);
  return {
    ...rest,
    reason: isOurs ? reason : unquoted,
    carrierCode: code !== null && longNumber.test(code) ? null : code,
    operator: isNetwork ? operator : null,
    raw: null,
  };
}
