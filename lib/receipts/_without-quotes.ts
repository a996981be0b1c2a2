import type { Receipt } from "../carriers/carrier";
import { shortCode } from "../carriers/short-code";
import { isReasonCode } from "../messages/reason-advice";

/** Names of mobile networks are shorter. */
const maxOperator = 40;

/**
 * A receipt of a message whose text is not to be stored, or that nobody knows yet: without what the carrier wrote itself,
 * which may repeat the text. What it means, its code, and the network stay.
 */
export function withoutQuotes(receipt: Receipt): Receipt {
  const { unquoted, ...rest } = receipt;
  const { reason, carrierCode, operator } = rest;
  const isOurs = unquoted === undefined || reason === null || isReasonCode(reason);
  return {
    ...rest,
    reason: isOurs ? reason : unquoted,
    carrierCode: shortCode(carrierCode),
    operator: operator !== null && operator.length <= maxOperator ? operator : null,
    raw: null,
  };
}
