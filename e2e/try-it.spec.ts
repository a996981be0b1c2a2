import { expect } from "@playwright/test";
import { axeClean, test } from "./fixtures";

const address = "/docs/reference/sendMessage";

test("the reference sends to one's own number with a token that expires, and shows the true exchange to the end", async ({
  page,
  newcomer: _,
}) => {
  await page.goto(`${address}#try-it`);
  const cookies: (string | undefined)[] = [];
  page.on("request", async (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/sms")) {
      cookies.push((await request.allHeaders())["cookie"]);
    }
  });
  await page.getByLabel("Your phone number").fill("12");
  await page.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByLabel("Your phone number")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Your phone number").fill("+48 732 129 000");
  await page.getByLabel("Text").fill("From the reference");
  await page.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("Request", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Response 200 after \d+ ms$/)).toBeVisible();
  await expect(page.getByText('"body": "From the reference"').first()).toBeVisible();
  await expect(page.getByText('"status": "delivered"')).toBeVisible();
  const shown = await page.locator("#content").innerText();
  expect(shown).toMatch(/Authorization: Bearer \S{12}…/);
  expect(cookies).toEqual(cookies.map(() => undefined));
  expect(cookies.length).toBeGreaterThan(1);
  await axeClean(page);
  await page.goto("/settings/api");
  await expect(page.getByText("Try it (API reference)")).toBeVisible();
  await page.goto(`${address}#try-it`);
  await expect(page.getByLabel("Your phone number")).toHaveValue("+48732129000");
});

test("what the API rejects is shown as it is", async ({ page, newcomer: _ }) => {
  await page.goto(`${address}#try-it`);
  await page.getByLabel("Your phone number").fill("+48732129000");
  await page.getByLabel("Text").fill("");
  await page.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText(/^Response 422 after \d+ ms$/)).toBeVisible();
  await expect(page.getByText("application/problem+json").first()).toBeVisible();
});

test("without a session, the reference leads to the sign-in and back", async ({ page }) => {
  await page.goto(address);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdocs%2Freference%2FsendMessage%23try-it$/);
});
