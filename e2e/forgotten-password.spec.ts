import { expect, type Page } from "@playwright/test";
import { call } from "./client";
import { doors } from "./doors";
import { balance, fillIn, inventPerson, mintAccount, signInByForm, test } from "./fixtures";
import { mailedLink } from "./mailed-link";

const newPassword = "another long password";

async function askForReset(page: Page, email: string): Promise<string> {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.waitForURL("/forgot-password");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByText("Check your email.")).toBeVisible();
  return (await page.getByRole("main").getByRole("status").textContent()) ?? "";
}

test("a forgotten password is replaced by the mailed link, once, and every browser is signed out", async ({
  page,
  browser,
  newcomer,
}) => {
  const apart = await browser.newContext();
  const elsewhere = await apart.newPage();
  await askForReset(elsewhere, newcomer.email);
  const link = await mailedLink(elsewhere, newcomer.email, "Set a new password");
  await elsewhere.goto(link);
  await elsewhere.getByLabel("New password").fill(newPassword);
  await elsewhere.getByRole("button", { name: "Set password" }).click();
  await expect(elsewhere.getByText("Password changed.")).toBeVisible();
  expect((await page.request.get("/api/panel/messages")).status()).toBe(401);
  await fillIn(elsewhere, { ...newcomer, password: newPassword });
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(balance(elsewhere)).toBeVisible();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText("This link no longer works")).toBeVisible();
  await mailedLink(elsewhere, newcomer.email, "Your password was changed");
  await apart.close();
});

test("asking for the link says the same whether somebody has the e-mail or not", async ({
  page,
  account,
}) => {
  const known = await askForReset(page, account.email);
  const stranger = inventPerson().email;
  const unknown = await askForReset(page, stranger);
  expect(unknown.replace(stranger, "…")).toBe(known.replace(account.email, "…"));
});

test("the kept mails are read on this machine, and never behind a plain Next host", async () => {
  expect((await call(`${doors.front.url}/mail`)).status).toBe(200);
  // A plain Next host believes whatever address it is told, so it never serves them.
  const told = { "x-forwarded-for": "127.0.0.1" };
  expect((await call(`${doors.nextHost.url}/mail`, { headers: told })).status).toBe(404);
});

test("the kept mails are not handed on by a proxy beside us that nobody told us of", async () => {
  // Apache as it is installed: our own name as the host, and word of whom it asks for.
  for (const mark of ["x-forwarded-for", "x-real-ip", "forwarded", "via"]) {
    const relayed = { [mark]: "203.0.113.7" };
    expect((await call(`${doors.front.url}/mail`, { headers: relayed })).status, mark).toBe(404);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a password is reset all the same", async ({ page }) => {
    const account = await mintAccount();
    await askForReset(page, account.email);
    await page.goto(await mailedLink(page, account.email, "Set a new password"));
    await page.getByLabel("New password").fill(newPassword);
    await page.getByRole("button", { name: "Set password" }).click();
    await page.waitForURL("/sign-in?after=reset");
    await signInByForm(page, { ...account, password: newPassword });
    await expect(balance(page)).toBeVisible();
  });
});
