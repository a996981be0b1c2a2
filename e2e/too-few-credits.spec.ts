import { expect } from "@playwright/test";
import { field, outcome, sendButton, write } from "./compose-form";
import { mintAccount, sharedDataDir, signIn, test } from "./fixtures";
import { runCli } from "./server";

test("too few credits show the way to more before anything is sent, and the text stays", async ({
  page,
}) => {
  const { email, password } = await mintAccount({ credits: 1 });
  await signIn(page, { email, password });
  await write(page, { body: "a".repeat(161) });
  await expect(page.getByText("This costs 2 credits. Your balance is 1.")).toBeVisible();
  await expect(sendButton(page)).toHaveCount(0);
  const kept = () => page.evaluate(() => Object.values(localStorage).join(" "));
  await expect.poll(kept).toContain("a".repeat(161));
  await page.getByRole("link", { name: "Top up 1 credit" }).click();
  await page.waitForURL("**/credits");
  const words = ["credits", "grant", "--email", email, "--amount", "100", "--note", "Top-up"];
  await runCli(sharedDataDir(), words);
  await page.goBack();
  await expect(page.getByText("Draft restored.")).toBeVisible();
  await sendButton(page).click();
  await expect(outcome(page)).toHaveText("Accepted: 2 credits used, 99 left");
});

test("without any script, a form without credits says what is missing and what to do", async ({
  browser,
  page,
}) => {
  const { email, password } = await mintAccount({ credits: 1 });
  await signIn(page, { email, password });
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await write(plain, { body: "a".repeat(161) });
  await sendButton(plain).click();
  const refusal = plain.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("Not sent: your balance is 1 credit, this needs 2.");
  await expect(refusal.locator("code")).toHaveText(
    `npm run cli -- credits grant --email ${email} --amount 100 --note "Top-up"`,
  );
  await expect(field(plain, "Text")).toHaveValue("a".repeat(161));
  await context.close();
});
