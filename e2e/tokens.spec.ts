import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { test } from "./fixtures";
import { openForm } from "./open-form";

/** Makes a token through the form and reads it from the one place where it is shown. */
async function generate(page: Page, name: string, mode: "live" | "test" = "live"): Promise<string> {
  await page.goto("/settings/api");
  await openForm(page, "New token");
  await page.getByLabel("Name").fill(name);
  await page.locator(`input[name="mode"][value="${mode}"]`).check();
  await page.getByRole("button", { name: "Generate token" }).click();
  await expect(page.getByRole("heading", { name: `Token “${name}” is ready` })).toBeFocused();
  return page.getByText(/^actio_(live|test)_[0-9A-Za-z]{38}$/).innerText();
}

const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a token is shown once, ready to copy, and never again", async ({ page, newcomer: _ }) => {
  const token = await generate(page, "Web shop");
  await page.getByRole("button", { name: "Copy token" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  await page.reload();
  await expect(rowOf(page, "Web shop")).toBeVisible();
  expect(await page.content()).not.toContain(token);
});

test("the curl line shown with a token works as it stands", async ({ page, newcomer: _ }) => {
  const token = await generate(page, "First try");
  const line = await page
    .getByRole("figure")
    .filter({ hasText: "first request" })
    .locator("pre")
    .innerText();
  expect(line).toContain(`Bearer ${token}`);
  const { stdout } = await promisify(execFile)("sh", ["-c", `${line} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({ status: "queued", credits: 1 });
});

test("the values shown for Twilio's clients work as they stand", async ({ page, newcomer: _ }) => {
  const token = await generate(page, "Old program");
  const copied = async (name: string) => {
    await page.getByRole("button", { name }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const [sid, base] = [await copied("Copy account SID"), await copied("Copy base URL")];
  expect(sid).toMatch(/^AC[0-9a-f]{32}$/);
  const response = await fetch(`${base}/2010-04-01/Accounts/${sid}/Messages.json`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString("base64")}` },
    body: new URLSearchParams({ From: "YourBrand", To: "+48732129000", Body: "Hello" }),
  });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ account_sid: sid, status: "queued" });
});

test("the list shows prefix, last four characters, when it was made and last used", async ({
  page,
  newcomer: _,
}) => {
  const token = await generate(page, "Billing");
  const row = rowOf(page, "Billing");
  await expect(row).toContainText(`actio_live_…${token.slice(-4)}`);
  await expect(row).toContainText("Created just now");
  await expect(row).toContainText("Never used");
  await client(doors.front.url, token).send();
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText("Last used just now from 127.0.0.1", { timeout: 500 });
  }).toPass();
});

test("a test token is marked as one and sends for free", async ({ page, newcomer: _ }) => {
  const token = await generate(page, "Trial", "test");
  expect(token).toMatch(/^actio_test_/);
  await expect(rowOf(page, "Trial")).toContainText(`actio_test_…${token.slice(-4)}`);
  const { json } = await client(doors.front.url, token).send();
  expect(json).toMatchObject({ test: true, credits: 0 });
});

test("a revoked token is refused from the very next request on, at both doors", async ({
  page,
  newcomer: _,
}) => {
  const token = await generate(page, "Leaked");
  const other = await generate(page, "Kept");
  const asked = [client(doors.front.url, token), client(doors.nextHost.url, token)];
  for (const { send } of asked) expect((await send()).status).toBe(200);
  await page.getByRole("button", { name: "Revoke Leaked" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke “Leaked”?" });
  await dialog.getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByText(/Token revoked\. It stopped working at/)).toBeVisible();
  for (const { send } of asked) expect((await send()).status).toBe(401);
  expect((await client(doors.front.url, other).send()).status).toBe(200);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Revoke Leaked" })).toBeHidden();
  await expect(rowOf(page, "Leaked")).toContainText("Revoked just now");
});

test("a token that is kept after all goes on working", async ({ page, newcomer: _ }) => {
  const token = await generate(page, "Doubt");
  await page.getByRole("button", { name: "Revoke Doubt" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await client(doors.front.url, token).send()).status).toBe(200);
});

test("the list leads: with tokens, the form opens on demand, and creating one closes it", async ({
  page,
  newcomer: _,
}) => {
  await generate(page, "First");
  await expect(page.getByLabel("Name")).toBeHidden();
  await page.reload();
  await expect(rowOf(page, "First")).toBeVisible();
  await expect(page.getByLabel("Name")).toBeHidden();
  await page.getByText("New token", { exact: true }).click();
  await expect(page.getByLabel("Name")).toBeVisible();
});

test("a token needs a name, and the field says so", async ({ page, newcomer: _ }) => {
  await page.goto("/settings/api");
  await page.getByRole("button", { name: "Generate token" }).click();
  const name = page.getByLabel("Name");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toBeFocused();
  await expect(page.getByText("No active tokens. Generate one to make requests.")).toBeVisible();
});
