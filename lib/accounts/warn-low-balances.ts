import { appUrl } from "../core/env";
import { alertLowBalances } from "../credits/alert-low-balances";
import { watchBalances } from "../credits/watch-balances";
import { countWords } from "../language/count-words";
import type { Words } from "../language/language";
import type { Letter } from "../mail/mail";
import { notifyOwners } from "./notify-owners";

/** Looks whose credits have become low, and mails each account's owners once for it. Returns how many accounts. */
export async function warnLowBalances(): Promise<number> {
  await watchBalances();
  const accounts = await alertLowBalances();
  for (const { accountId, credits } of accounts) {
    await notifyOwners(accountId, letterOf(credits));
  }
  return accounts.length;
}

function letterOf(credits: number): Words<Letter> {
  const url = `${appUrl()}/credits`;
  const left = countWords("en", credits, { one: "credit is", other: "credits are" });
  const leftInPolish = countWords("pl", credits, {
    one: "kredyt",
    few: "kredyty",
    many: "kredytów",
    other: "kredytu",
  });
  return {
    en: {
      subject: "Credits are running low",
      paragraphs: [`${left} left. When they run out, new messages are rejected.`],
      link: { words: "Open the credits", url },
    },
    pl: {
      subject: "Kredyty się kończą",
      paragraphs: [`Na koncie: ${leftInPolish}. Bez kredytów wiadomości są odrzucane.`],
      link: { words: "Otwórz kredyty", url },
    },
  };
}
