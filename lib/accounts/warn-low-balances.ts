import { appUrl } from "../core/env";
import { alertLowBalances } from "../credits/alert-low-balances";
import { watchBalances } from "../credits/watch-balances";
import { notifyOwners } from "./notify-owners";

/** Looks whose credits have become low, and mails each account's owners once for it. Returns how many accounts. */
export async function warnLowBalances(): Promise<number> {
  await watchBalances();
  const accounts = await alertLowBalances();
  for (const { accountId, credits } of accounts) {
    await notifyOwners(accountId, {
      subject: "Credits are running low",
      paragraphs: [
        `${credits} ${credits === 1 ? "credit is" : "credits are"} left. Without credits, messages are refused.`,
      ],
      link: { words: "Open the credits", url: `${appUrl()}/credits` },
    });
  }
  return accounts.length;
}
