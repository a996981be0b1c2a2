import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { type Account, balance, fillIn, signIn, test } from "./fixtures";

const rows = (page: Page) => page.locator("tbody").getByRole("row");
const drawer = (page: Page) => page.locator("dialog[open]");
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** Sends to each number and waits until each has ended as its number says. */
async function fill(account: Account, ends: Record<string, string>): Promise<string[]> {
  const { send, until } = client(doors.front.url, account.token);
  const ids: string[] = [];
  for (const to of Object.keys(ends)) {
    const { json } = await send({ to, client_ref: `order ${to.slice(-4)}` });
    ids.push(String(json["message_id"]));
  }
  const statuses = Object.values(ends);
  await Promise.all(ids.map((id, place) => until(id, statuses[place] ?? "")));
  return ids;
}

const twoEnds = { "48500000002": "failed", "48732129000": "delivered" };

test("every filter is a link: the chips narrow the log, the address keeps them, and they are taken away one by one", async ({
  page,
  account,
}) => {
  await fill(account, twoEnds);
  await signIn(page, account);
  await expect(rows(page)).toHaveCount(2);
  const states = page.getByRole("navigation", { name: "Statuses" });
  await states.getByRole("link", { name: "Failed" }).click();
  await expect(page).toHaveURL("/messages?status=failed");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("48500000002");
  await states.getByRole("link", { name: "Delivered" }).click();
  await expect(page).toHaveURL("/messages?status=delivered,failed");
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search" }).fill("9000");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page).toHaveURL("/messages?status=delivered,failed&q=9000");
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("link", { name: "Remove the filter Search: 9000" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/messages");
});

test("filters work without a script, and nothing that matches is not the same as nothing yet", async ({
  browser,
  page,
  account,
}) => {
  await fill(account, twoEnds);
  await signIn(page, account);
  const state = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const plain = await context.newPage();
  await plain.goto(new URL("/messages", page.url()).href);
  await plain.getByText("More filters").click();
  await plain.getByLabel("Your reference").fill("order 9000");
  await plain.getByRole("button", { name: "Apply" }).click();
  await expect(rows(plain)).toHaveCount(1);
  await plain.goto(new URL("/messages?client_ref=none", page.url()).href);
  await expect(plain.getByText("Nothing matches these filters")).toBeVisible();
  await plain.getByRole("link", { name: "Clear the filters" }).click();
  await expect(rows(plain)).toHaveCount(2);
  await context.close();
});

test("the drawer lives in the address: Back closes it, a reload keeps it, and focus comes back", async ({
  page,
  account,
}) => {
  const [failed] = await fill(account, twoEnds);
  await signIn(page, account);
  await rows(page).filter({ hasText: "48500000002" }).getByRole("link").click();
  await expect(page).toHaveURL(`/messages?m=${failed}`);
  await expect(drawer(page).getByRole("heading", { name: "Timeline" })).toBeVisible();
  await page.reload();
  await expect(drawer(page).getByText("Reason: the carrier rejected it")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/messages");
  await expect(drawer(page)).toBeHidden();
  const link = rows(page).filter({ hasText: "48500000002" }).getByRole("link");
  await link.press("Enter");
  await expect(drawer(page)).toBeVisible();
  await page.goBack();
  await expect(drawer(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test("a link to a message beside its log survives signing in", async ({ page, account }) => {
  const [failed] = await fill(account, twoEnds);
  await page.goto(`/messages?status=failed&m=${failed}`);
  await fillIn(page, account);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`/messages?status=failed&m=${failed}`);
  await expect(drawer(page).getByText("Reason: the carrier rejected it")).toBeVisible();
});

test("the drawer tells the whole chain: request, carrier, its report word for word, credits", async ({
  page,
  account,
}) => {
  const [, delivered] = await fill(account, twoEnds);
  await signIn(page, account);
  await page.goto(`/messages?m=${delivered}`);
  const shown = drawer(page);
  await expect(shown.getByText("order 9000")).toBeVisible();
  await expect(shown.getByText(/actio_live_…/)).toBeVisible();
  await expect(shown.getByText("Charge", { exact: false }).first()).toBeVisible();
  await expect(shown.getByText("−1", { exact: true })).toBeVisible();
  await shown.getByText("The carrier's report").last().click();
  await expect(shown.locator("pre").last()).toContainText("delivered");
  await expect(shown.getByText("Carrier's ID")).toBeVisible();
});

test("j and k go from message to message with the drawer open, and never while something is typed", async ({
  page,
  account,
}) => {
  const [failed, delivered] = await fill(account, twoEnds);
  await signIn(page, account);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows(page).first().getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/messages?m=${delivered}`);
  await page.keyboard.press("j");
  await expect(page).toHaveURL(`/messages?m=${failed}`);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(`/messages?m=${delivered}`);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/messages");
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search" });
  await expect(search).toBeFocused();
  await page.keyboard.type("cjk?");
  await expect(search).toHaveValue("cjk?");
});

test("Ctrl-K leads anywhere: to a page, to a message by its id, to a number", async ({
  page,
  account,
}) => {
  const [failed] = await fill(account, twoEnds);
  await signIn(page, account);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const field = page.getByRole("combobox", { name: "Search and jump to" });
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("cred");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/credits");
  await page.keyboard.press("Control+k");
  await field.fill(String(failed));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/messages/${failed}`);
  await page.keyboard.press("Control+k");
  await field.fill("48 500 000 002");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/messages?q=48500000002");
  await expect(rows(page)).toHaveCount(1);
});

test("the palette finds messages by their text and tokens by their name, and keeps its place", async ({
  page,
  account,
}) => {
  const [failed] = await fill(account, twoEnds);
  await signIn(page, account);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search and jump to" });
  const top = async () => (await field.boundingBox())?.y;
  await expect(field).toBeFocused();
  const before = await top();
  await field.fill("48500000002");
  const option = page.getByRole("option", { name: /^48500000002: / });
  await expect(option).toBeVisible();
  expect(await top()).toBe(before);
  await option.click();
  await expect(page).toHaveURL(`/messages/${failed}`);
  await page.keyboard.press("Control+k");
  await field.fill(account.token.slice(-4));
  await page.getByRole("option", { name: /^Token / }).click();
  await expect(page).toHaveURL("/settings/api");
});

test("keys of one letter can be turned off", async ({ page, account }) => {
  await signIn(page, account);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.keyboard.press("?");
  await page.getByLabel("Single-key shortcuts").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL("/messages");
});

test("a message is sent again as a new one, once, after saying what it costs", async ({
  page,
  account,
}) => {
  const [failed] = await fill(account, { "48500000002": "failed" });
  await signIn(page, account);
  await page.goto(`/messages?m=${failed}`);
  const before = await balance(page).innerText();
  await drawer(page).getByRole("button", { name: "Resend", exact: true }).click();
  const asked = page.getByRole("dialog", { name: "Resend this message" });
  await expect(asked).toContainText("It costs 1 credit.");
  await asked.getByRole("button", { name: "Resend" }).click();
  await expect(asked.getByText("Message resent.")).toBeVisible();
  await asked.getByRole("link", { name: "See the new message" }).click();
  await expect(page).toHaveURL(/\/messages\/msg_/);
  expect(page.url()).not.toContain(failed);
  await expect(balance(page)).not.toHaveText(before);
});

test("a scheduled message is moved to another time, and its history says so", async ({
  page,
  account,
}) => {
  const { json } = await client(doors.front.url, account.token).send({ scheduled_at: inAnHour() });
  await signIn(page, account);
  await page.goto(`/messages?m=${json["message_id"]}`);
  await drawer(page).getByRole("button", { name: "Reschedule", exact: true }).click();
  const asked = page.getByRole("dialog", { name: "Reschedule this message" });
  const later = new Date(Date.now() + 7_200_000 - new Date().getTimezoneOffset() * 60_000);
  await asked.getByLabel("Day and time").fill(later.toISOString().slice(0, 16));
  await asked.getByRole("button", { name: "Reschedule" }).click();
  await expect(asked).toBeHidden();
  await expect(drawer(page).getByText("Rescheduled")).toBeVisible();
  await expect(drawer(page).getByText("in the dashboard")).toBeVisible();
});

test("what is filtered can be taken along whole, numbers with their plus", async ({
  page,
  account,
}) => {
  await fill(account, twoEnds);
  await signIn(page, account);
  await page.goto("/messages?status=failed");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^CSV/ }).click();
  const file = await (await download).path();
  const lines = (await readFile(file, "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(",+48500000002,");
});

test("the log and its drawer speak Polish", async ({ page, account }) => {
  const [failed] = await fill(account, { "48500000002": "failed" });
  await signIn(page, account);
  await page.context().addCookies([{ name: "language", value: "pl", url: page.url() }]);
  await page.goto("/messages");
  await expect(page).toHaveTitle(/Wiadomości/);
  await expect(page.getByRole("heading", { name: "Wiadomości" })).toBeVisible();
  await expect(rows(page).first()).toContainText("Nieudana");
  await page.goto(`/messages?m=${failed}`);
  await expect(drawer(page).getByRole("heading", { name: "Przebieg" })).toBeVisible();
  await expect(drawer(page).getByText("Przyczyna: dostawca ją odrzucił")).toBeVisible();
});

test("on a phone a row is a page of its own, and nothing scrolls sideways at 320 px", async ({
  page,
  account,
}) => {
  const [failed] = await fill(account, { "48500000002": "failed" });
  await signIn(page, account);
  await page.setViewportSize({ width: 320, height: 640 });
  const isWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await page.goto("/messages?status=failed");
  expect(await isWide()).toBe(false);
  await rows(page).first().getByRole("link").click();
  await expect(page).toHaveURL(`/messages/${failed}`);
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  expect(await isWide()).toBe(false);
  await page.goto(`/messages?m=${failed}`);
  await expect(drawer(page).getByRole("heading", { name: "Timeline" })).toBeVisible();
  expect(await drawer(page).evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(false);
});
