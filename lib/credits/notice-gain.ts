import { publishBalanceChange } from "../queue/notice";
import { watchBalances } from "./watch-balances";

/** After credits came in and were committed: a warning that no longer holds ends, and open pages hear of it. */
export async function noticeGain(accountId: string): Promise<void> {
  await watchBalances(accountId);
  await publishBalanceChange(accountId);
}
