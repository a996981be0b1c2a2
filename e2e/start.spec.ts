import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { startReceiver } from "../lib/testing/start-receiver";
import { call } from "./client";
import { doors } from "./doors";
import { fillIn, inventPerson, mintToken, test } from "./fixtures";

function step(page: Page, number: number) {
  return page.locator(`[data-step="${number}"]`);
}

async function makeToken(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Generate token" }).click();
  const token = page.locator("code", { hasText: /^actio_live_\w{38}$/ });
  await expect(token).toBeVisible();
  return (await token.textContent()) ?? "";
}

function post(authorization: string, body: object = {}) {
  return call(`${doors.front.url}/api/sms`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

test("from the landing page to the first delivered SMS in under a minute, each step ticking by itself", async ({
  page,
}) => {
  const startedMs = Date.now();
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Sign up" }).first().click();
  await fillIn(page, inventPerson());
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL("/start");
  await expect(page.getByText("Your account is ready, with 100 credits.")).toBeVisible();
  await expect(page.getByText("Waiting for your first request…")).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/^\d+ s$/);

  const token = await makeToken(page);
  await expect(step(page, 1)).toHaveAttribute("data-done", "true");
  const curl = (await page.locator("#example pre").textContent()) ?? "";
  expect(curl).toContain(`Bearer ${token}`);
  await promisify(execFile)("sh", ["-c", `${curl} --silent --fail`]);

  await expect(step(page, 2)).toHaveAttribute("data-done", "true");
  await expect(step(page, 3)).toHaveAttribute("data-done", "true", { timeout: 15_000 });
  await expect(page.getByTestId("listening").getByText("Delivered")).toBeVisible();
  await expect(page.getByText(/^First SMS delivered in \d+/)).toBeVisible();
  expect(Date.now() - startedMs).toBeLessThan(60_000);

  await page.reload();
  await expect(page.getByText(/^First SMS delivered in \d+/)).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
});

test("a refused try shows up with its reason, without a reload", async ({ page, newcomer: _ }) => {
  const token = await makeToken(page);
  const row = page.getByTestId("listening");
  await expect(row.getByText("Waiting for your first request…")).toBeVisible();
  await post(`Bearer "${token}"`);
  await expect(
    row.getByText("The token has quotes around it. Send it without them."),
  ).toBeVisible();
  await post(`Bearer ${token.slice(0, 30)}`);
  await expect(row.getByText("The token is incomplete. Copy all of it.")).toBeVisible();
  await post(`Bearer ${token}`, { from: "YourBrand", to: "12", body: "Hello" });
  await expect(row.getByText(/Enter the number in E\.164 format/)).toBeVisible();
  await expect(row.getByText(/^Rejected, 401:$/)).toHaveCount(2);
  await expect(step(page, 3)).toHaveAttribute("data-done", "false");
});

test("the last step ticks at the first webhook that arrives", async ({ page, newcomer }) => {
  const receiver = await startReceiver();
  const manager = await mintToken({ email: newcomer.email, scopes: "manage" });
  const { status } = await call(`${doors.front.url}/api/webhook-endpoints`, {
    method: "POST",
    headers: { authorization: `Bearer ${manager}`, "content-type": "application/json" },
    body: JSON.stringify({ url: receiver.url, events: ["sms.delivered"] }),
  });
  expect(status).toBe(201);
  await page.reload();
  await expect(step(page, 1)).toHaveAttribute("data-done", "true");
  await page.getByRole("button", { name: "Generate another token" }).click();
  const made = page.locator("code", { hasText: /^actio_live_/ }).first();
  const token = await made.textContent();
  await post(`Bearer ${token}`, { from: "YourBrand", to: "48732129000", body: "Hello" });
  await expect(step(page, 4)).toHaveAttribute("data-done", "true", { timeout: 15_000 });
  await receiver.close();
});

test("a message written in the panel takes the same steps without a terminal", async ({
  page,
  newcomer: _,
}) => {
  await page.getByRole("link", { name: "Send it from here" }).click();
  await page.getByLabel("From", { exact: true }).fill("YourBrand");
  await page.getByLabel("To", { exact: true }).fill("48732129000");
  await page.getByLabel("Text", { exact: true }).fill("Hello");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Accepted: / })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Start" }).click();
  await expect(step(page, 3)).toHaveAttribute("data-done", "true", { timeout: 15_000 });
});

test("the guide is in the navigation until it is hidden, and can be brought back", async ({
  page,
  newcomer: _,
}) => {
  const link = page.getByRole("navigation").getByRole("link", { name: "Start" });
  await expect(link).toBeVisible();
  await page.getByRole("button", { name: "Hide this guide" }).click();
  await expect(page).toHaveURL("/overview");
  await page.reload();
  await expect(link).toHaveCount(0);
  await page.getByRole("link", { name: "Send the first SMS" }).click();
  await page.getByRole("button", { name: /Show this guide/ }).click();
  await expect(page).toHaveURL("/overview");
  await page.reload();
  await expect(link).toBeVisible();
});

test("the request comes in five languages, each with the token in it", async ({
  page,
  newcomer: _,
}) => {
  const token = await makeToken(page);
  await page.getByRole("tab", { name: "curl" }).focus();
  for (const name of ["Node", "Python", "PHP", "Go"]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name })).toBeFocused();
    await expect(page.locator("#example")).toContainText(`ACTIO_TOKEN=${token}`);
    await expect(page.locator("#example")).toContainText(`${doors.front.url}/api/sms`);
  }
});
