import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { balance, mintAccount, signIn, test } from "./fixtures";

const rows = (page: Page) => page.locator("tbody").getByRole("row");

/** Waits until changes are pushed, and notes in the page that it is this very one, not loaded anew. */
async function watch(page: Page): Promise<void> {
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isStillThisPage: true }));
}

async function expectNoReload(page: Page): Promise<void> {
  expect(await page.evaluate(() => "isStillThisPage" in window)).toBe(true);
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test("a message sent through either door appears in the log and becomes delivered, without a reload", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await expect(page.getByText("No messages yet")).toBeVisible();
  await watch(page);
  for (const [position, door] of [doors.front, doors.nextHost].entries()) {
    await client(door.url, account.token).send({ body: `Message ${position}` });
    await expect(rows(page)).toHaveCount(position + 1);
    // Newest first.
    await expect(rows(page).first()).toContainText(`Message ${position}`);
  }
  await expect(rows(page).filter({ hasText: "Delivered" })).toHaveCount(2);
  await expectNoReload(page);
});

test("a row shows state, to, from, text, segments, credits and time", async ({ page, account }) => {
  const { send, until } = client(doors.front.url, account.token);
  const { json } = await send({ to: "48500000004", body: "a".repeat(161) });
  await until(json["message_id"], "bounced");
  await signIn(page, account);
  const cells = rows(page).first().getByRole("cell");
  await expect(cells).toHaveCount(7);
  const shown = [
    "Bounced",
    "48500000004",
    "YourBrand",
    "a".repeat(161),
    "2",
    "2",
    /just now|s ago/,
  ];
  for (const [position, text] of shown.entries()) {
    await expect(cells.nth(position)).toHaveText(text);
  }
});

test("nobody else sees anything of it", async ({ page, browser, account }) => {
  const stranger = await mintAccount();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, stranger);
  await watch(other);
  await signIn(page, account);
  await watch(page);
  const { json } = await client(doors.front.url, account.token).send();
  await expect(rows(page).filter({ hasText: "Delivered" })).toHaveCount(1);
  // The stranger's own message comes by the same stream, and it comes alone.
  await client(doors.front.url, stranger.token).send({ body: "Mine" });
  await expect(rows(other).filter({ hasText: "Delivered" })).toHaveCount(1);
  await expect(rows(other)).toHaveCount(1);
  await expect(rows(other)).toContainText("Mine");
  await expect(balance(other)).toHaveText("99 credits");
  await expectNoReload(other);
  const path = `/messages/${json["message_id"]}`;
  expect((await other.goto(path))?.status()).toBe(404);
  expect((await context.request.get(`/api/panel${path}`)).status()).toBe(404);
  await context.close();
});

test("a message's page tells what happened, as it happens", async ({ page, account }) => {
  const { send } = client(doors.front.url, account.token);
  const { json } = await send({ to: "48500000006", client_ref: "order 42" });
  await signIn(page, account);
  await rows(page).first().getByRole("link").click();
  await expect(page).toHaveURL(`/messages/${json["message_id"]}`);
  await watchState(page, "Delivered");
  const happened = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "What happened" }) });
  await expect(happened.getByRole("listitem").locator("p:first-child")).toHaveText([
    "Accepted",
    "Put off, tried again later",
    "Put off, tried again later",
    "Handed to the carrier",
    "Delivered",
  ]);
  await expect(page.getByText(String(json["message_id"]))).toBeVisible();
  await expect(page.getByText("order 42")).toBeVisible();
});

test("what failed says why", async ({ page, account }) => {
  const { send } = client(doors.front.url, account.token);
  const { json } = await send({ to: "48500000002" });
  await signIn(page, account);
  await page.goto(`/messages/${json["message_id"]}`);
  await watchState(page, "Failed");
  await expect(page.getByText("Reason: the carrier refused it")).toBeVisible();
});

test("a scheduled message leaves within 5 s of its time, in the log as it happens", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await watch(page);
  const { send, until } = client(doors.front.url, account.token);
  const dueMs = Date.now() + 4000;
  const { json } = await send({ scheduled_at: new Date(dueMs).toISOString() });
  await expect(rows(page).first()).toContainText("Scheduled");
  await expect(rows(page).first()).toContainText("Delivered", { timeout: 15_000 });
  const { json: done } = await until(json["message_id"], "delivered");
  const lateMs = Date.parse(String(done["sent_at"])) - dueMs;
  expect(lateMs).toBeGreaterThanOrEqual(0);
  expect(lateMs).toBeLessThan(5000);
  await expectNoReload(page);
});

test("a scheduled message can be cancelled in the log, and its credits come back", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await watch(page);
  const { send, until } = client(doors.front.url, account.token);
  const { json } = await send({ body: "a".repeat(161), scheduled_at: inAnHour() });
  await expect(balance(page)).toHaveText("98 credits");
  await page.getByRole("button", { name: "Cancel the message to 48732129000" }).click();
  await expect(page.getByText("Cancelled: 2 credits came back.")).toBeVisible();
  await expect(rows(page).first()).toContainText("Cancelled");
  await expect(balance(page)).toHaveText("100 credits");
  await expectNoReload(page);
  await until(json["message_id"], "cancelled");
});

test("a scheduled message can be cancelled on its own page, too", async ({ page, account }) => {
  const { json } = await client(doors.front.url, account.token).send({ scheduled_at: inAnHour() });
  await signIn(page, account);
  await page.goto(`/messages/${json["message_id"]}`);
  await page.getByRole("button", { name: "Cancel, 1 credit back" }).click();
  await watchState(page, "Cancelled");
  await expect(balance(page)).toHaveText("100 credits");
  await expect(page.getByRole("button", { name: /^Cancel/ })).toBeHidden();
});

test("older messages come on demand, none twice, even while the list is brought up to date", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await Promise.all(Array.from({ length: 60 }, (_, place) => send({ body: `Number ${place}` })));
  // The live connection, and with it the refresh it asks for, comes while the older ones are on their way.
  const pressed = page.waitForRequest(/before=/);
  const live = page.getByText("Live", { exact: true });
  await page.route("**/api/panel/stream", async (route) => {
    await pressed;
    await route.continue();
  });
  await page.route(/before=/, async (route) => {
    await live.waitFor();
    await route.continue();
  });
  const isReady = page.waitForRequest(/limit=50$/);
  await signIn(page, account);
  await expect(rows(page)).toHaveCount(50);
  await isReady;
  await page.getByRole("button", { name: "Older messages" }).click();
  await expect(rows(page)).toHaveCount(60);
  await expect(page.getByRole("button", { name: "Older messages" })).toBeHidden();
  const texts = await rows(page).locator("td:nth-child(4)").allInnerTexts();
  expect(new Set(texts).size).toBe(60);
});

/** Waits for the state that stands under the page's title. */
async function watchState(page: Page, word: string): Promise<void> {
  await expect(
    page.locator("header").getByRole("status").getByText(word, { exact: true }),
  ).toBeVisible();
}
