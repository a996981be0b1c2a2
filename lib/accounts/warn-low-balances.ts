import { operatorOf } from "../core/actor";
import { appUrl } from "../core/env";
import { alertLowBalances } from "../credits/alert-low-balances";
import { getSpending, type Spending } from "../credits/get-spending";
import { watchBalances } from "../credits/watch-balances";
import { countWords } from "../language/count-words";
import type { Words } from "../language/language";
import { moneyWords } from "../language/money-words";
import { rateWords } from "../language/rate-words";
import type { MailContent } from "../mail/mail";
import { type Costs, getCosts } from "../payments/get-costs";
import { notifyOwners } from "./notify-owners";

/**
 * Finds the accounts whose balance has become low and emails once for it each account's owners and who pays its
 * bills, with what the Credits page says about the balance. Returns the number of accounts.
 */
export async function warnLowBalances(): Promise<number> {
  await watchBalances();
  const accounts = await alertLowBalances();
  for (const { accountId, credits } of accounts) {
    const actor = operatorOf(accountId);
    const [spending, costs] = await Promise.all([getSpending({ actor }), getCosts({ actor })]);
    await notifyOwners(accountId, letterOf({ credits, spending, costs }), "manage_billing");
  }
  return accounts.length;
}

interface Low {
  credits: number;
  spending: Spending;
  costs: Costs;
}

function letterOf({ credits, spending, costs }: Low): Words<MailContent> {
  const url = `${appUrl()}/credits`;
  const left = countWords("en", credits, { one: "credit is", other: "credits are" });
  const leftInPolish = countWords("pl", credits, {
    one: "kredyt",
    few: "kredyty",
    many: "kredytów",
    other: "kredytu",
  });
  const worth = (language: "en" | "pl") =>
    moneyWords(language, credits * costs.rateMicros, costs.currency);
  return {
    en: {
      subject: "Credits are running low",
      paragraphs: [
        `${left} left, worth ${worth("en")} excl. VAT. When they run out, new messages are rejected.`,
        rateWords("en", spending),
      ],
      link: { words: "Open Credits", url },
    },
    pl: {
      subject: "Kredyty się kończą",
      paragraphs: [
        `Na koncie: ${leftInPolish}, o wartości ${worth("pl")} netto. Bez kredytów nowe wiadomości są odrzucane.`,
        rateWords("pl", spending),
      ],
      link: { words: "Otwórz kredyty", url },
    },
  };
}
