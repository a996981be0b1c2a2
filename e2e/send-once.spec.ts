import { expect } from "@playwright/test";
import { guideMessage } from "./client";
import { expectOneMessage, field, outcome, sendButton, write } from "./compose-form";
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

test("when the answer is lost the text stays, and sending again sends once", async ({
  page,
  newcomer: _,
}) => {
  await write(page);
  await page.route("**/send", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await sendButton(page).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    /No response, so we don't know if it was sent\. Send it again unchanged: it can't go out twice\.$/,
  );
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(guideMessage.body);
  await page.unrouteAll({ behavior: "wait" });
  await sendButton(page).click();
  await expect(outcome(page)).toBeVisible();
  await expectOneMessage(page);
});

test("when the answer to a test to one's own number is lost, sending it again sends once", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/send");
  await field(page, "From").fill(guideMessage.from);
  await field(page, "Text").fill(guideMessage.body);
  await field(page, "Your own number").fill(guideMessage.to);
  await page.route("**/send", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  const test = page.getByRole("button", { name: "Send a test to me (1 credit)" });
  await test.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("No response");
  await page.unrouteAll({ behavior: "wait" });
  await test.click();
  await expect(page.getByText(/^Sending a test to/)).toBeVisible();
  await expectOneMessage(page);
});

test("a form sent without any script is sent, too", async ({ browser, page, newcomer: _ }) => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await write(plain);
  await sendButton(plain).click();
  await expect(outcome(plain)).toHaveText("Accepted: 1 credit used, 99 left");
  await context.close();
  await expectOneMessage(page);
});
