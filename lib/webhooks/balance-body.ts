import { appUrl } from "../core/env";
import { publicId } from "../core/ids";
import { recordedAt } from "./event-body";
import { balanceEvent } from "./event-contract";

/** How low a balance is. */
export interface BalanceFacts {
  balance: number;
  /** Credits and days of use below which the account wants to be told; null for what it did not set. */
  belowCredits: number | null;
  belowDays: number | null;
  since: Date;
  test: boolean;
}

/** The body of `balance.low` as it is signed and posted. */
export function balanceBody(eventId: string, facts: BalanceFacts): string {
  const { balance, belowCredits, belowDays, since, test } = facts;
  return JSON.stringify({
    event: balanceEvent,
    balance,
    threshold: belowCredits,
    threshold_days: belowDays,
    since: since.toISOString(),
    id: publicId("evt", eventId),
    timestamp: recordedAt(eventId).toISOString(),
    topup_url: `${appUrl()}/credits`,
    test,
  });
}
