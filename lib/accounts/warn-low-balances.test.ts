import { afterAll, beforeAll, expect, test } from "vitest";
import { setBalanceAlert } from "../credits/set-balance-alert";
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
  await setBalanceAlert(accountId, { below_credits: "20" });
  expect(await warnLowBalances()).toBe(1);
  const mail = await keptMail(email, "Credits are running low");
  expect(mail.paragraphs.join(" ")).toContain("12 credits are left");
  expect(mail.link?.url).toMatch(/\/credits$/);
  expect(await warnLowBalances()).toBe(0);
});
