import type { Actor } from "../core/actor";
import { messageQuota } from "./_message-bucket";
import { quotaOf } from "./_rate-limiter";

/** What an account may do per window; 0 for any number. */
export interface LimitsInForce {
  requestsPerSecond: number;
  requestsPerMinute: number;
  messagesPerMinute: number;
  testMessagesPerMinute: number;
}

/** The limits in force for the actor's account: its own, or those of the settings. */
export function limitsInForce({
  actor: { limits },
}: {
  actor: Pick<Actor, "limits">;
}): LimitsInForce {
  return {
    requestsPerSecond: quotaOf("burst", { limits }),
    requestsPerMinute: quotaOf("sustained", { limits }),
    messagesPerMinute: messageQuota({ mode: "live", limits }),
    testMessagesPerMinute: messageQuota({ mode: "test", limits }),
  };
}

/** The limits of every account that has none of its own. */
export function standardLimits(): LimitsInForce {
  return limitsInForce({ actor: {} });
}
