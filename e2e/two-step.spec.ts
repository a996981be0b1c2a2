import { expect, type Page } from "@playwright/test";
import { appCode } from "../lib/testing/app-code";
import {
  balance,
  fillIn,
  mintAccount,
  type Person,
  sharedDataDir,
  signInByForm,
  test,
} from "./fixtures";
import { runCli } from "./server";

/** Turns two-step sign-in on for who is signed in; the first code is of the half minute before. */
async function turnTwoStepOn(page: Page, { password }: Person, { isOthersTicked = true } = {}) {
  await page.goto("/settings/account");
  await page.getByRole("link", { name: "Set up" }).click();
  await page.waitForURL("/settings/account/two-step");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const secret = ((await page.locator("ol code").textContent()) ?? "").replaceAll(" ", "");
  const others = page.getByLabel("Sign out all other browsers");
  await expect(others).toBeChecked();
  await others.setChecked(isOthersTicked);
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toHaveAccessibleDescription(/wrong/);
  await expect(others).toBeChecked({ checked: isOthersTicked });
  await page.getByLabel("Code", { exact: true }).fill(appCode(secret, -1));
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("heading", { name: "Keep these recovery codes" })).toBeFocused();
  return { secret, codes: await page.locator("ol li").allTextContents() };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL("/sign-in?after=sign-out");
}

/** The first step of a sign-in that asks for a second. */
async function enterPassword(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in?next=%2Fcredits");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter the code");
}

async function enterCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("turning two-step sign-in on signs out every other browser unless that is unticked", async ({
  page,
  browser,
  newcomer,
}) => {
  const apart = await browser.newContext();
  await signInByForm(await apart.newPage(), newcomer);
  const status = async () => (await apart.request.get("/api/panel/messages")).status();
  const { codes } = await turnTwoStepOn(page, newcomer);
  await expect(page.getByText("All other browsers are signed out.")).toBeVisible();
  expect(await status()).toBe(401);
  expect((await page.request.get("/api/panel/messages")).status()).toBe(200);
  await page.getByLabel("Password", { exact: true }).fill(newcomer.password);
  await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Two-step sign-in is off.")).toBeVisible();
  await signInByForm(await apart.newPage(), newcomer);
  await turnTwoStepOn(page, newcomer, { isOthersTicked: false });
  expect(await status()).toBe(200);
  await apart.close();
});

test("with two-step sign-in the password alone opens nothing; a code, used once, does", async ({
  page,
  newcomer,
}) => {
  const { secret } = await turnTwoStepOn(page, newcomer);
  await signOut(page);
  await enterPassword(page, newcomer);
  for (const path of ["/messages", "/settings/account", "/settings/api"]) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.headers()["location"]).toContain("/sign-in");
  }
  expect((await page.request.get("/api/panel/messages")).status()).toBe(401);
  await enterCode(page, "Code", "000000");
  await expect(page.getByLabel("Code", { exact: true })).toHaveAccessibleDescription(
    /wrong or was used/,
  );
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  const code = appCode(secret);
  await enterCode(page, "Code", code);
  await expect(page).toHaveURL("/credits");
  await signOut(page);
  await enterPassword(page, newcomer);
  await enterCode(page, "Code", code);
  await expect(page.getByLabel("Code", { exact: true })).toHaveAccessibleDescription(
    /wrong or was used/,
  );
});

test("a recovery code stands in for a lost app, once", async ({ page, newcomer }) => {
  const { codes } = await turnTwoStepOn(page, newcomer);
  expect(codes).toHaveLength(10);
  const [code = ""] = codes;
  await signOut(page);
  await enterPassword(page, newcomer);
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await enterCode(page, "Recovery code", code.toLowerCase());
  await expect(page).toHaveURL("/credits");
  await page.goto("/settings/account");
  await expect(page.getByText("Recovery codes left: 9.")).toBeVisible();
  await signOut(page);
  await enterPassword(page, newcomer);
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await enterCode(page, "Recovery code", code);
  await expect(page.getByLabel("Recovery code")).toHaveAccessibleDescription(/wrong or was used/);
});

test("two-step sign-in is turned off with password and code, or by the administrator", async ({
  page,
  newcomer,
}) => {
  const { codes } = await turnTwoStepOn(page, newcomer);
  await page.getByLabel("Password", { exact: true }).fill(newcomer.password);
  await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Two-step sign-in is off.")).toBeVisible();
  await turnTwoStepOn(page, newcomer);
  await signOut(page);
  const words = ["account", "disable-totp", "--email", newcomer.email];
  expect(await runCli(sharedDataDir(), words)).toMatchObject({ was_on: true });
  await signInByForm(page, newcomer);
  await expect(balance(page)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two-step sign-in is turned on all the same, and signs out the others", async ({
    page,
    browser,
  }) => {
    const account = await mintAccount();
    const apart = await browser.newContext({ javaScriptEnabled: true });
    await signInByForm(await apart.newPage(), account);
    await signInByForm(page, account);
    await page.goto("/settings/account/two-step");
    await page.getByLabel("Your password").fill(account.password);
    await page.getByRole("button", { name: "Set up" }).click();
    const secret = ((await page.locator("ol code").textContent()) ?? "").replaceAll(" ", "");
    await page.getByLabel("Code", { exact: true }).fill(appCode(secret));
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(page.locator("ol li")).toHaveCount(10);
    expect((await apart.request.get("/api/panel/messages")).status()).toBe(401);
    await apart.close();
  });
});
