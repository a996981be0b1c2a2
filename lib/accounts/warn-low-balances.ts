import { operatorOf } from "../core/actor";
import { db, type Tx } from "../core/db";
import { appUrl } from "../core/env";
import { alertLowBalances, type LowBalance } from "../credits/alert-low-balances";
import { getSpending, type Spending } from "../credits/get-spending";
import { watchBalances } from "../credits/watch-balances";
import { countWords } from "../language/count-words";
import type { Words } from "../language/language";
import { moneyWords } from "../language/money-words";
import { rateWords } from "../language/rate-words";
import type { MailContent } from "../mail/mail";
import { type Costs, getCosts } from "../payments/get-costs";
import { publishChange } from "../queue/notice";
import { notifyOwners } from "./notify-owners";

/** Enqueues the event for the endpoints of an account, and returns its ID. */
type Enqueue = (accountId: string, facts: LowFacts, tx: Tx) => Promise<string>;

type LowFacts = Pick<LowBalance, "belowCredits" | "belowDays" | "since"> & { balance: number };

/**
 * Finds the accounts whose balance has become low. Once for it, tells each account's endpoints, and emails its owners and
 * who pays its bills what the Credits page says about the balance. Returns the number of accounts.
 */
export async function warnLowBalances(enqueue: Enqueue): Promise<number> {
  await watchBalances();
  const accounts = await db().transaction((tx) => alertInTurn(enqueue, tx));
  for (const { accountId, credits, eventId } of accounts) {
    publishChange(accountId, [eventId]);
    const actor = operatorOf(accountId);
    const [spending, costs] = await Promise.all([getSpending({ actor }), getCosts({ actor })]);
    await notifyOwners(accountId, letterOf({ credits, spending, costs }), "manage_billing");
  }
  return accounts.length;
}

/** In the transaction that marks them as notified, so that no crash loses an event. */
async function alertInTurn(enqueue: Enqueue, tx: Tx) {
  const told: (LowBalance & { eventId: string })[] = [];
  for (const low of await alertLowBalances(tx)) {
    const { accountId, credits: balance, belowCredits, belowDays, since } = low;
    const eventId = await enqueue(accountId, { balance, belowCredits, belowDays, since }, tx);
    told.push({ ...low, eventId });
  }
  return told;
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
