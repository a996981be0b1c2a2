import type { AccountLimits } from "./actor";

/** The limits in an account's row; undefined when it has none of its own. */
export function limitsOf(row: AccountLimits): AccountLimits | undefined {
  const { requestsPerSecond, requestsPerMinute, messagesPerMinute, testMessagesPerMinute } = row;
  const limits = { requestsPerSecond, requestsPerMinute, messagesPerMinute, testMessagesPerMinute };
  return Object.values(limits).every((limit) => limit === null) ? undefined : limits;
}
