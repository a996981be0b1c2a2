import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { type Account, test } from "./fixtures";
import { openForm } from "./open-form";

const text = "Only for Anna: 482910";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** A token of the person who is signed in. */
async function generate(page: Page): Promise<Pick<Account, "token">> {
  await page.goto("/settings/api");
  await openForm(page, "New token");
  await page.getByLabel("Name").fill("Web shop");
  await page.getByRole("button", { name: "Generate token" }).click();
  const token = await page.getByText(/^actio_live_[0-9A-Za-z]{38}$/).innerText();
  return { token };
}

test("developers find the request that failed, see its shape, and copy it as curl", async ({
  page,
  newcomer: _,
}) => {
  const { token } = await generate(page);
  const ours = client(doors.front.url, token);
  await ours.send({ body: text });
  const refused = await ours.send({ body: text, to: "22" });
  await page.goto("/settings/api");
  await page.getByRole("link", { name: "Requests", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API requests");
  const list = page.getByRole("list", { name: "API requests, newest first" });
  await expect(async () => {
    await page.reload();
    await expect(list.getByRole("listitem")).toHaveCount(2, { timeout: 500 });
  }).toPass();
  await page.getByLabel("Status").selectOption("4xx");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/status=4xx/);
  const row = list.getByRole("listitem");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("POST /api/sms");
  await expect(row).toContainText("invalid_request");
  await expect(row).toContainText("Web shop");
  await expect(row).toContainText(refused.headers.get("x-request-id") ?? "none");
  await row.getByText("Details").click();
  await expect(row).toContainText(`[${text.length} characters]`);
  await row.getByRole("button", { name: "Copy as curl" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toContain(`curl -X POST "${doors.front.url}/api/sms"`);
  expect(line).toContain("$ACTIO_TOKEN");
  const shown = await page.content();
  for (const hidden of [text, token.slice(12)]) {
    expect(shown).not.toContain(hidden);
    expect(line).not.toContain(hidden);
  }
});

test("the filters are in the address: they can be shared, and wrong ones are ignored", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/settings/api/requests?status=nonsense&cursor=nonsense&method=PUT");
  await expect(page.getByText("No requests in the last 7 days.")).toBeVisible();
  await page.goto("/settings/api/requests?status=503&path=%2Fapi%2Fsms");
  await expect(page.getByLabel("Status")).toHaveValue("503");
  await expect(page.getByLabel("Path")).toHaveValue("/api/sms");
  await expect(page.getByText("No requests match these filters.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL("/settings/api/requests");
});
