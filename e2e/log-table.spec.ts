import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { axeClean, signIn, test } from "./fixtures";

const row = (page: Page) => page.locator("tbody").getByRole("row").first();
const heightOf = async (page: Page) => Math.round((await row(page).boundingBox())?.height ?? 0);

test("rows can be made taller by keyboard, and are so on the next visit before any script", async ({
  page,
  browser,
  account,
}) => {
  await client(doors.front.url, account.token).send();
  await signIn(page, account);
  const tall = page.getByRole("button", { name: "Tall rows" });
  await expect(tall).toHaveAttribute("aria-pressed", "false");
  expect(await heightOf(page)).toBe(36);
  await tall.press("Enter");
  await expect(tall).toHaveAttribute("aria-pressed", "true");
  await expect(tall).toBeFocused();
  expect(await heightOf(page)).toBe(44);
  await axeClean(page);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const next = await context.newPage();
  await next.goto("/messages");
  expect(await heightOf(next)).toBe(44);
  await context.close();
});

test("on a phone there is no height to choose", async ({ page, account }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await client(doors.front.url, account.token).send();
  await signIn(page, account);
  await expect(row(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Tall rows" })).toBeHidden();
});

test("the number of messages stands before an export, that of the filters, and follows what is sent", async ({
  page,
  account,
}) => {
  const { send, until } = client(doors.front.url, account.token);
  const { json } = await send({ to: "48500000004" });
  await until(json["message_id"], "bounced");
  await send();
  await signIn(page, account);
  await expect(page.getByText("Export 2 messages")).toBeVisible();
  await send({ body: "One more" });
  await expect(page.getByText("Export 3 messages")).toBeVisible({ timeout: 10_000 });
  await page.goto("/messages?status=bounced");
  await expect(page.getByText("Export 1 message", { exact: true })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^NDJSON/ }).click();
  const lines = await (await download).createReadStream();
  const text = (await lines.toArray()).join("");
  expect(text.trim().split("\n")).toHaveLength(1);
  await page.context().addCookies([{ name: "language", value: "pl", url: page.url() }]);
  await page.goto("/messages");
  await expect(page.getByText("Eksport 3 wiadomości")).toBeVisible();
});
