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

/** An entry of the Layout Instability API. */
interface Shift {
  value: number;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
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

test("a row shows state, to, from, text, why it did not arrive, segments, credits and time", async ({
  page,
  account,
}) => {
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
    `${"a".repeat(161)}this number doesn't exist`,
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
  await page.getByRole("link", { name: "Open as a page" }).click();
  await expect(page).toHaveURL(`/messages/${json["message_id"]}`);
  await watchState(page, "Delivered");
  const happened = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Timeline" }) });
  await expect(happened.getByRole("listitem").locator("p:first-child")).toHaveText([
    "Accepted",
    "Deferred, will retry",
    "Deferred, will retry",
    "Sent to the carrier",
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
  await expect(page.getByText("Reason: the carrier rejected it")).toBeVisible();
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
  await expect(page.getByText("Cancelled. 2 credits refunded.")).toBeVisible();
  await expect(rows(page).first()).toContainText("Cancelled");
  await expect(balance(page)).toHaveText("100 credits");
  await expectNoReload(page);
  await until(json["message_id"], "cancelled");
});

test("a scheduled message can be cancelled on its own page, too", async ({ page, account }) => {
  const { json } = await client(doors.front.url, account.token).send({ scheduled_at: inAnHour() });
  await signIn(page, account);
  await page.goto(`/messages/${json["message_id"]}`);
  await page.getByRole("button", { name: "Cancel and refund 1 credit" }).click();
  await watchState(page, "Cancelled");
  await expect(balance(page)).toHaveText("100 credits");
  await expect(page.getByRole("button", { name: /^Cancel/ })).toBeHidden();
});

test("older messages are a page further on, none twice, even while new ones come", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await Promise.all(Array.from({ length: 60 }, (_, place) => send({ body: `Number ${place}` })));
  await signIn(page, account);
  await watch(page);
  await expect(rows(page)).toHaveCount(50);
  const texts = await bodies(page);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(rows(page)).toHaveCount(10);
  texts.push(...(await bodies(page)));
  expect(new Set(texts).size).toBe(60);
  await send({ body: "Later" });
  const newer = page.getByRole("link", { name: "Newer" });
  await newer.click();
  await expect(rows(page)).toHaveCount(50);
  expect(await bodies(page)).toEqual(texts.slice(0, 50));
  await newer.click();
  await expect(rows(page).first()).toContainText("Later");
  await expect(newer).toBeHidden();
});

test("what comes while someone reads further down waits to be asked for, and moves nothing", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await Promise.all(Array.from({ length: 50 }, (_, place) => send({ body: `Number ${place}` })));
  await signIn(page, account);
  await watch(page);
  await expect(rows(page).filter({ hasText: "Delivered" })).toHaveCount(50);
  const first = await rows(page).first().innerText();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await Promise.all([send({ body: "Later" }), send({ body: "Later" }), send({ body: "Later" })]);
  const pill = page.getByRole("button", { name: "3 new" });
  await expect(pill).toBeVisible();
  expect((await rows(page).first().innerText()).split("\t")[1]).toBe(first.split("\t")[1]);
  await expect(rows(page).filter({ hasText: "Later" })).toHaveCount(0);
  await pill.click();
  await expect(rows(page).filter({ hasText: "Later" })).toHaveCount(3);
  await expect(pill).toBeHidden();
  await expectNoReload(page);
});

test("at the top new rows come at once, and the layout does not jump", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await Promise.all(Array.from({ length: 50 }, (_, place) => send({ body: `Number ${place}` })));
  await signIn(page, account);
  await watch(page);
  await expect(rows(page).filter({ hasText: "Delivered" })).toHaveCount(50);
  await page.evaluate(() => {
    const shifts: { value: number; what: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        const what = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} ${node?.textContent?.slice(0, 40)} ${JSON.stringify([previousRect, currentRect])}`,
        );
        shifts.push({ value: entry.value, what });
      }
    }).observe({ type: "layout-shift" });
  });
  for (let place = 0; place < 10; place += 1) await send({ body: `Later ${place}` });
  await expect(rows(page).filter({ hasText: /Later.*/ })).toHaveCount(10);
  await expect(rows(page).filter({ hasText: "Delivered" })).toHaveCount(50);
  const shifts = await page.evaluate(() => Reflect.get(window, "shifts") as Shift[]);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(sum, JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(0.02);
});

test("a change that is told while the list is asked for is not lost to the older answer", async ({
  page,
  account,
}) => {
  const { send, until } = client(doors.front.url, account.token);
  const { json } = await send({ scheduled_at: inAnHour() });
  await signIn(page, account);
  await page.goto("/credits");
  // Answers are taken before the change and handed over after it.
  const held: (() => void)[] = [];
  await page.route("**/api/panel/messages", async (route) => {
    const answer = await route.fetch();
    await new Promise<void>((resolve) => {
      held.push(resolve);
    });
    await route.fulfill({ response: answer });
  });
  await page.goto("/messages");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  const cancelled = await fetch(`${doors.front.url}/api/sms/${json["message_id"]}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${account.token}` },
  });
  expect(cancelled.status).toBe(200);
  await until(json["message_id"], "cancelled");
  await expect(rows(page).first()).toContainText("Cancelled");
  const arrived = page.waitForResponse("**/api/panel/messages");
  held[0]?.();
  await (await arrived).finished();
  // The list is asked for again after that, so the held answer has been taken in by now.
  await expect.poll(() => held.length).toBe(2);
  await expect(rows(page).first()).toContainText("Cancelled");
});

function bodies(page: Page): Promise<string[]> {
  return rows(page).locator("td:nth-child(4)").allInnerTexts();
}

/** Waits for the state that stands under the page's title. */
async function watchState(page: Page, word: string): Promise<void> {
  await expect(
    page.locator("header").getByRole("status").getByText(word, { exact: true }),
  ).toBeVisible();
}
