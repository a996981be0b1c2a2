import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { signIn, test } from "./fixtures";

const rows = (page: Page) => page.locator("tbody").getByRole("row");

test("without the live connection the list is asked for instead, and the dot says so", async ({
  page,
  account,
}) => {
  await page.route("**/api/panel/stream", (route) => route.abort());
  await signIn(page, account);
  await expect(page.getByText("Reconnecting", { exact: true })).toBeVisible();
  await client(doors.front.url, account.token).send();
  await expect(rows(page)).toHaveCount(1, { timeout: 12_000 });
  await page.unroute("**/api/panel/stream");
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
});

for (const [why, answer] of [
  ["was refused", { status: 429, headers: { "retry-after": "30" } }],
  [
    "went to another tab",
    { contentType: "text/event-stream", body: "event: replaced\ndata: {}\n\n" },
  ],
] as const) {
  test(`a page whose live connection ${why} says so and refreshes every 5 seconds`, async ({
    page,
    account,
  }) => {
    let requests = 0;
    await page.route("**/api/panel/stream", (route) => {
      requests += 1;
      return route.fulfill(answer);
    });
    await signIn(page, account);
    await watchState(page, "Too many live tabs. This one refreshes every 5 s.");
    await client(doors.front.url, account.token).send();
    await expect(rows(page)).toHaveCount(1, { timeout: 12_000 });
    await watchState(page, "Too many live tabs. This one refreshes every 5 s.");
    expect(requests).toBeLessThan(5);
  });
}

/** Waits for the state that stands under the page's title. */
async function watchState(page: Page, word: string): Promise<void> {
  await expect(
    page.locator("header").getByRole("status").getByText(word, { exact: true }),
  ).toBeVisible();
}
