import { expect } from "@playwright/test";
import { messageWords } from "../app/(dashboard)/messages/[messageId]/words";
import { sendWords } from "../app/(dashboard)/send/words";
import { privacyWords } from "../app/(dashboard)/settings/privacy/words";
import { call } from "./client";
import { outcome, sendButton, write } from "./compose-form";
import { doors } from "./doors";
import { axeClean, mintAccount, signIn, signInByForm, test } from "./fixtures";
import { runCli } from "./server";

const path = "/settings/privacy";
const words = privacyWords.en;

test("an account chooses shorter times than the installation's, and the administrator those of all", async ({
  installation: { dataDir, start },
  browser,
}) => {
  const server = await start();
  const administrator = await mintAccount({ dataDir });
  await runCli(dataDir, ["account", "make-admin", "--email", administrator.email]);
  const customer = await mintAccount({ dataDir });
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signInByForm(page, customer, { path });
  const texts = page.getByLabel(words.fields.texts);
  await expect(page.getByText(words.held.texts("90 days"))).toBeVisible();
  await expect(page.getByRole("heading", { name: words.installation.title })).toHaveCount(0);
  await texts.fill("91");
  await page.getByRole("button", { name: words.account.submit }).click();
  await expect(texts).toHaveAccessibleDescription(/Enter at most that many/);
  await texts.fill("7");
  await page.getByRole("button", { name: words.account.submit }).click();
  await expect(page.getByText(words.account.saved)).toBeVisible();
  await expect(page.getByText(words.held.texts("7 days"))).toBeVisible();
  await axeClean(page);
  await context.clearCookies();

  await signInByForm(page, administrator, { path });
  const installation = page.locator("section").filter({ hasText: words.installation.title });
  await installation.getByLabel(words.fields.texts).fill("");
  await installation.getByRole("button", { name: words.installation.submit }).click();
  await expect(page.getByText(words.installation.saved)).toBeVisible();
  await expect(page.getByText(words.held.textsForEver)).toBeVisible();
});

test("a text that is not to be stored is sent, and no page shows it", async ({ page }) => {
  const account = await mintAccount();
  const { advanced } = sendWords.en;
  await signInByForm(page, account, { path: "/send" });
  await write(page, { to: "48732129000", body: "Your password is hunter2" });
  await page.getByText(advanced.title, { exact: true }).click();
  await page.getByLabel(advanced.isPrivate).check();
  await sendButton(page).click();
  await expect(outcome(page)).toBeVisible();
  await page.goto("/messages");
  const row = page.getByRole("row").filter({ hasText: "48732129000" });
  await expect(row).toContainText("Text not stored");
  await expect(row).not.toContainText("hunter2");
  await row.getByRole("link", { name: "48732129000" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: messageWords.en.text })).toBeVisible();
  await expect(page.getByText("Text not stored.")).toBeVisible();
  expect(await page.content()).not.toContain("hunter2");
});

test("the text of a verification is shown with its code masked, names the verification, and can't be resent", async ({
  page,
  account,
}) => {
  const { json } = await call(`${doors.front.url}/api/verifications`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.token}`, "content-type": "application/json" },
    body: JSON.stringify({ to: "48732129000" }),
  });
  await signIn(page, account);
  await page.goto(`/messages/${json["message_id"]}`);
  await expect(page.getByText("•••••• is your code.")).toBeVisible();
  await expect(page.getByText(String(json["verification_id"]))).toBeVisible();
  await expect(page.getByRole("button", { name: messageWords.en.copies.copyId })).toBeVisible();
  await expect(page.getByRole("button", { name: messageWords.en.again.open })).toHaveCount(0);
  await axeClean(page);
});
