import { expect } from "@playwright/test";
import { accountFormWords } from "../app/(admin)/admin/accounts/[accountId]/form-words";
import { accountsWords } from "../app/(admin)/admin/accounts/words";
import { test } from "./admin-place";
import { client } from "./client";
import { mintAccount, signInByForm } from "./fixtures";

test.describe.configure({ timeout: 120_000 });

const words = accountFormWords.en;

test("an operator stops an account that sends spam, and lets it go on", async ({
  installation: { dataDir },
  openAdmin,
  browser,
}) => {
  const { server, page } = await openAdmin({ path: "/admin/accounts" });
  const spammer = await mintAccount({ dataDir });
  const { send } = client(server.url, spammer.token);
  expect((await send()).status).toBe(200);

  await page.getByLabel(accountsWords.en.search).fill(spammer.email);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: spammer.email }).click();
  const reason = "Loan offers to people who did not ask for them.";
  await page.getByRole("button", { name: words.suspend.open }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words.suspend.reason).fill(reason);
  await dialog.getByRole("button", { name: words.suspend.submit }).click();
  await expect(page.getByRole("button", { name: words.lift.open })).toBeVisible();

  const rejected = await send();
  expect(rejected.status).toBe(403);
  expect(rejected.json).toMatchObject({ code: "forbidden" });
  expect(JSON.stringify(rejected.json)).toContain(reason);
  const elsewhere = await browser.newContext({ baseURL: server.url });
  const theirs = await elsewhere.newPage();
  await signInByForm(theirs, spammer, { path: "/overview" });
  await expect(theirs.getByText(reason)).toBeVisible();

  await page.getByRole("button", { name: words.lift.open }).click();
  await dialog.getByRole("button", { name: words.lift.submit }).click();
  await expect(page.getByRole("button", { name: words.suspend.open })).toBeVisible();
  expect((await send()).status).toBe(200);
  await theirs.reload();
  await expect(theirs.getByText(reason)).toHaveCount(0);
});

test("an operator grants credits with a note that the account sees in its ledger", async ({
  installation: { dataDir },
  openAdmin,
}) => {
  const { page } = await openAdmin();
  const customer = await mintAccount({ dataDir });
  await page.goto("/admin/accounts");
  await page.getByRole("link", { name: customer.email }).click();
  const { adjust } = words;
  await page.getByLabel(adjust.credits, { exact: true }).fill("250");
  await page.getByLabel(adjust.note, { exact: true }).fill("Sorry for the outage");
  await page.getByRole("button", { name: adjust.submit }).click();
  await expect(page.getByText(/^Granted 250 credits\./)).toBeVisible();
  await page.context().clearCookies();
  await signInByForm(page, customer, { path: "/credits" });
  await expect(page.getByText("Sorry for the outage")).toBeVisible();
});
