import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { axeClean, signIn, test } from "./fixtures";

const rows = (page: Page) => page.locator("tbody").getByRole("row");

test("a row shows the clock time, its text can be selected, and a click on it opens the message", async ({
  page,
  account,
}) => {
  await client(doors.front.url, account.token).send({ body: "Selectable text" });
  await signIn(page, account);
  const row = rows(page).first();
  await expect(row.locator("time")).toHaveText(/^\d\d:\d\d .*(just now|ago)$/);
  const text = row.getByText("Selectable text");
  const box = await text.boundingBox();
  if (!box) throw new Error("The text is not on the screen.");
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain("Selectable");
  await expect(page).not.toHaveURL(/m=/);
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await row.locator("time").click();
  await expect(page).toHaveURL(/m=msg_/);
});

test("minutes of today narrow the log on the reader's clock, and its countries do", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await send();
  await send({ to: "447700900123" });
  await signIn(page, account);
  await page.getByText("More filters").click();
  await page.getByLabel("From time").fill("00:00");
  await page.getByLabel("Country").selectOption({ label: "Poland (+48)" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/since=\d{4}-\d\d-\d\dT\d\d(:|%3A)\d\d/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("48732129000");
});

test("an empty result says what was searched and leads to the next wider search", async ({
  page,
  account,
}) => {
  const { send, until } = client(doors.front.url, account.token);
  const { json } = await send({ body: "Zażółć gęślą" });
  await until(json["message_id"], "delivered");
  await signIn(page, account);
  await page.goto("/messages?status=failed&q=zazolc");
  await expect(page.getByText("Searched: Status: ")).toBeVisible();
  const chips = page.getByRole("navigation", { name: "Statuses" });
  await expect(chips.getByRole("link", { name: "Delivered 1" })).toBeVisible();
  await page.getByRole("link", { name: "Search all statuses" }).click();
  await expect(page).toHaveURL("/messages?q=zazolc");
  await expect(rows(page)).toHaveCount(1);
});

test("what the live dot means can be read by keyboard", async ({ page, account }) => {
  await client(doors.front.url, account.token).send();
  await signIn(page, account);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.locator("summary", { hasText: "Live" }).press("Enter");
  await expect(page.getByText("Changes appear as they happen.")).toBeVisible();
});

const longText = `Your parcel is at locker WAW-${"0".repeat(120)}, and its code is at the very end: 4711`;

test("what a row cuts short can be read from the row by keyboard, and the row does not open", async ({
  page,
  account,
}) => {
  const { send, until } = client(doors.front.url, account.token);
  const { json } = await send({ to: "48500000004", body: longText });
  await until(json["message_id"], "bounced");
  await signIn(page, account);
  await rows(page).getByRole("link", { name: "48500000004" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const facts = page.getByRole("dialog", { name: "Full text and details" });
  await expect(facts).toContainText("its code is at the very end: 4711");
  await expect(facts).toContainText(String(json["message_id"]));
  await expect(facts).toContainText("The number is inactive or unreachable.");
  await facts.getByText("its code is").click();
  await expect(page).not.toHaveURL(/m=msg_/);
  await axeClean(page);
  await page.keyboard.press("Escape");
  await expect(facts).toBeHidden();
});

test("what a row cuts short can be read from the row by touch, on a phone", async ({
  browser,
  account,
}) => {
  await client(doors.front.url, account.token).send({ body: longText });
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await signIn(page, account);
  await rows(page).getByRole("button", { name: "Full text and details" }).tap();
  const facts = page.getByRole("dialog", { name: "Full text and details" });
  await expect(facts).toContainText("its code is at the very end: 4711");
  await expect(page).toHaveURL(/\/messages$/);
  await context.close();
});
