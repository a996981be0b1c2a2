import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { getSpending } from "../credits/get-spending";
import { setBalanceAlert } from "../credits/set-balance-alert";
import { enqueueLowBalance } from "../deliveries/enqueue-low-balance";
import { rateWords } from "../language/rate-words";
import { sendMessage } from "../sending/send-message";
import { keptMail } from "../testing/kept-mail";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { warnLowBalances } from "./warn-low-balances";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

test("who asked to be warned is mailed once when credits are low, with the number that is left", async () => {
  const { accountId, email } = await mintAccount({ credits: 12 });
  await mintAccount({ credits: 12 });
  await setBalanceAlert({ actor: operatorOf(accountId), input: { below_credits: "20" } });
  expect(await warnLowBalances(enqueueLowBalance)).toBe(1);
  const mail = await keptMail(email, "Credits are running low");
  expect(mail.paragraphs.join(" ")).toMatch(/12 credits are left, worth PLN.1\.44 excl\. VAT\./);
  expect(mail.link?.url).toMatch(/\/credits$/);
  expect(await warnLowBalances(enqueueLowBalance)).toBe(0);
});

test("the email claims no number of days for an account that began today, as Credits does not", async () => {
  const { accountId, email } = await mintAccount({ credits: 1000 });
  const wire = { from: "YourBrand", to: "48732129000", body: "ą".repeat(670) };
  const actor = operatorOf(accountId);
  for (let times = 0; times < 30; times += 1) await sendMessage({ actor, input: wire });
  await setBalanceAlert({
    actor: operatorOf(accountId),
    input: { below_credits: "800", below_days: "30" },
  });
  expect(await warnLowBalances(enqueueLowBalance)).toBe(1);
  const { paragraphs } = await keptMail(email, "Credits are running low");
  const said = rateWords("en", await getSpending({ actor: operatorOf(accountId) }));
  expect(paragraphs).toContain(said);
  expect(said).toMatch(/^You used 300 credits since your first message\. After 3 days of use/);
});
