import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { fillIn, signIn, test } from "./fixtures";

/** A message of each end that the simulator knows: two delivered, one failed, one expired. */
async function fillLog(token: string): Promise<void> {
  const { send, until } = client(doors.front.url, token);
  const ends = [
    ["48732129000", "delivered"],
    ["48732129001", "delivered"],
    ["48500000002", "failed"],
    ["48500000003", "expired"],
  ] as const;
  const sent = await Promise.all(ends.map(([to]) => send({ to })));
  for (const [place, [, status]] of ends.entries()) {
    await until(sent[place]?.json["message_id"], status);
  }
}

function tile(page: Page, name: string) {
  return page.getByRole("main").getByRole("link", { name: new RegExp(`^${name}`) });
}

test("home is the overview: after signing in, and behind the name at the top", async ({
  page,
  account,
}) => {
  await page.goto("/sign-in");
  await fillIn(page, account);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/overview");
  await expect(page.getByText("No messages yet")).toBeVisible();
  await page.getByRole("link", { name: "Send the first SMS" }).click();
  await expect(page).toHaveURL("/start");
  await page.getByRole("link", { name: "Depesza" }).click();
  await expect(page).toHaveURL("/overview");
});

test("the figures are those of the log, and each leads to its messages", async ({
  page,
  account,
}) => {
  await fillLog(account.token);
  await signIn(page, account, { path: "/overview" });
  await expect(tile(page, "Messages today")).toContainText("4");
  await expect(tile(page, "Delivered, 7 days")).toContainText("50%");
  await expect(tile(page, "Time to delivery")).toContainText(/\d (s|ms)/);
  await expect(tile(page, "Credits left")).toContainText("96");
  await expect(tile(page, "Messages today")).toHaveAttribute(
    "href",
    /^\/messages\?test=false&since=\d{4}-\d\d-\d\dT00:00:00\.000Z$/,
  );
  await expect(page.getByText("4 messages accepted")).toBeVisible();
});

test("chart and table say the same, and the whole choice is in the address", async ({
  page,
  account,
}) => {
  await fillLog(account.token);
  await signIn(page, account, { path: "/overview" });
  const bar = page.getByRole("figure").getByRole("link", { name: /4 messages/ });
  await bar.focus();
  await expect(bar.getByText(/Delivered 2 · Failed 1 · Expired 1/)).toBeVisible();
  await page.getByRole("link", { name: "7 days", exact: true }).click();
  await expect(page).toHaveURL("/overview?range=7d");
  await page.getByRole("link", { name: "Table" }).click();
  await expect(page).toHaveURL("/overview?range=7d&view=table");
  const today = page.getByRole("table").locator("tbody").getByRole("row").first();
  await expect(today.getByRole("cell")).toHaveText(["2", "0", "1", "0", "1", "0", "4"]);
  await page.getByRole("link", { name: "Test", exact: true }).click();
  await expect(page.getByText("0 messages accepted")).toBeVisible();
});

test("other days can be chosen: they are in the address, and their bars lead to the same messages", async ({
  page,
  account,
}) => {
  await fillLog(account.token);
  await signIn(page, account, { path: "/overview" });
  const today = new Date().toISOString().slice(0, 10);
  const first = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
  await page.getByText("Custom range").click();
  await page.getByLabel("From", { exact: true }).fill(first);
  await page.getByLabel("To", { exact: true }).fill(today);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(`/overview?from=${first}&to=${today}`);
  await expect(page.getByText("4 messages accepted")).toBeVisible();
  await expect(page.getByRole("figure").getByRole("link")).toHaveCount(11);
  await expect(page.getByLabel("From", { exact: true })).toHaveValue(first);
  await page
    .getByRole("figure")
    .getByRole("link", { name: /4 messages/ })
    .click();
  await expect(page.getByText("Export 4 messages")).toBeVisible();
});

for (const { timezoneId, zone } of [
  { timezoneId: "Europe/Warsaw", zone: "Europe/Warsaw" },
  { timezoneId: "Asia/Kathmandu", zone: "UTC" },
]) {
  test(`where clocks are those of ${timezoneId}, days begin at midnight ${zone}, and the log agrees`, async ({
    browser,
    account,
  }) => {
    await fillLog(account.token);
    const context = await browser.newContext({ timezoneId });
    const page = await context.newPage();
    await signIn(page, account, { path: "/overview" });
    const today = tile(page, "Messages today");
    await expect(today).toContainText(`since 00:00 ${zone}`);
    const clock = { timeZone: zone, hourCycle: "h23", timeStyle: "short" } as const;
    const since = async () => {
      const href = (await today.getAttribute("href")) ?? "";
      const at = new URL(href, page.url()).searchParams.get("since") ?? "";
      return new Intl.DateTimeFormat("en-GB", clock).format(new Date(at));
    };
    await expect.poll(since).toBe("00:00");
    const count = await today.locator("span").nth(1).innerText();
    await today.click();
    await expect(page.getByText(`Export ${count} message`)).toBeVisible();
    await context.close();
  });
}

test("the latest messages and the figures follow what happens", async ({ page, account }) => {
  const { send } = client(doors.front.url, account.token);
  await send();
  await signIn(page, account, { path: "/overview" });
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  await send({ body: "A second one" });
  const line = page.getByRole("link", { name: /A second one/ });
  await expect(line).toBeVisible();
  await expect(line.getByText("Delivered")).toBeVisible({ timeout: 10_000 });
  await expect(tile(page, "Messages today")).toContainText("2", { timeout: 15_000 });
});

test("what needs attention is called out with its reason, and nothing else is", async ({
  page,
  account,
}) => {
  const { send, until } = client(doors.front.url, account.token);
  const sent = await Promise.all(Array.from({ length: 5 }, () => send({ to: "48500000002" })));
  await until(sent.at(-1)?.json["message_id"], "failed");
  await signIn(page, account, { path: "/overview" });
  await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();
  await expect(page.getByText(/^[45] × to \+485…: ./)).toBeVisible();
  await expect(page.getByText(/credits left at/)).toHaveCount(0);
});
