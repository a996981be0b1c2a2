import { expect } from "@playwright/test";
import { expectOneMessage, outcome, sendButton, write } from "./compose-form";
import { test } from "./fixtures";

test("a double press sends once", async ({ page, newcomer: _ }) => {
  await write(page);
  await sendButton(page).dblclick();
  await expect(outcome(page)).toBeVisible();
  await expectOneMessage(page);
});

test("two submissions in the same instant send once", async ({ page, newcomer: _ }) => {
  await write(page);
  await sendButton(page).evaluate((button: HTMLButtonElement) => {
    button.form?.requestSubmit();
    button.form?.requestSubmit();
  });
  await expect(outcome(page)).toBeVisible();
  await expectOneMessage(page);
});

test("a form sent without any script is sent, too", async ({ browser, page, newcomer: _ }) => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await write(plain);
  await sendButton(plain).click();
  await expect(outcome(plain)).toHaveText("Accepted: 1 credit taken, 99 left");
  await context.close();
  await expectOneMessage(page);
});
