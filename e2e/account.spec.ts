import { expect, type Page } from "@playwright/test";
import { appCode } from "../lib/testing/app-code";
import { call, client } from "./client";
import { doors } from "./doors";
import {
  axeClean,
  balance,
  fillIn,
  inventPerson,
  mintAccount,
  type Person,
  sharedDataDir,
  signIn,
  test,
} from "./fixtures";
import { runCli } from "./server";

const newPassword = "another long password";

/** Opens the page of kept mails until one to this address has this subject; returns where its link leads. */
async function mailedLink(page: Page, to: string, subject: string): Promise<string> {
  const mail = page
    .getByRole("listitem")
    .filter({ hasText: to })
    .filter({ has: page.getByRole("heading", { name: subject }) })
    .first();
  await expect(async () => {
    await page.goto("/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  return (await mail.getByRole("link").first().getAttribute("href")) ?? "";
}

async function askForReset(page: Page, email: string): Promise<string> {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.waitForURL("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Mail the link" }).click();
  await expect(page.getByText("Look into your mail.")).toBeVisible();
  return (await page.getByRole("main").getByRole("status").textContent()) ?? "";
}

/** Turns two-step sign-in on for who is signed in; the first code is of the half minute before. */
async function turnTwoStepOn(page: Page, { password }: Person) {
  await page.goto("/settings/account");
  await page.getByRole("link", { name: "Set up" }).click();
  await page.waitForURL("/settings/account/two-step");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const secret = ((await page.locator("ol code").textContent()) ?? "").replaceAll(" ", "");
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
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter the code");
}

async function enterCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
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
  await expect(elsewhere.getByText("Your password is changed.")).toBeVisible();
  expect((await page.request.get("/api/panel/messages")).status()).toBe(401);
  await fillIn(elsewhere, { ...newcomer, password: newPassword });
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(balance(elsewhere)).toBeVisible();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText("This link does not work any more")).toBeVisible();
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

test("a new e-mail counts once its owner has followed the link, and the old one is told", async ({
  page,
  newcomer,
}) => {
  const { email } = inventPerson();
  await page.goto("/settings/account");
  await page.getByLabel("New e-mail").fill(email);
  await page.getByLabel("Your password").fill(newcomer.password);
  await page.getByRole("button", { name: "Change e-mail" }).click();
  await expect(page.getByText("Look into your mail.")).toBeVisible();
  const link = await mailedLink(page, email, "Confirm your new e-mail");
  await page.goto(link);
  await page.getByRole("button", { name: "Use this e-mail" }).click();
  await expect(page.getByText("Your e-mail is changed")).toBeVisible();
  await page.getByRole("link", { name: "Open the account" }).click();
  await expect(page.getByText(`Signed in as ${email}.`)).toBeVisible();
  await page.goto("/mail");
  const notice = page.getByRole("listitem").filter({ hasText: newcomer.email });
  await expect(notice.filter({ hasText: "Your e-mail was changed" })).toContainText(email);
});

test("with two-step sign-in the password alone opens nothing; a code, used once, does", async ({
  page,
  newcomer,
}) => {
  const { secret } = await turnTwoStepOn(page, newcomer);
  await axeClean(page);
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
  await axeClean(page);
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
  await signIn(page, newcomer);
  await expect(balance(page)).toBeVisible();
});

test("another browser's session is listed, and ended from here", async ({
  page,
  browser,
  newcomer,
}) => {
  const apart = await browser.newContext({
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  await signIn(await apart.newPage(), newcomer);
  await page.goto("/settings/account");
  await expect(page.getByText("this browser", { exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: "End the session of Firefox on Linux" }).click();
  await expect(page.getByText("The session of Firefox on Linux has ended.")).toBeVisible();
  expect((await apart.request.get("/api/panel/messages")).status()).toBe(401);
  expect((await page.request.get("/api/panel/messages")).status()).toBe(200);
  await apart.close();
});

test("the chosen time zone is the one times are shown in", async ({ page, newcomer: _ }) => {
  await page.goto("/settings/account");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Time zone").selectOption("Pacific/Kiritimati");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Profile saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await expect(page.getByLabel("Language")).toHaveValue("en");
  await expect(page.getByRole("main").locator("time").first()).toHaveAttribute("title", /GMT\+14$/);
});

test("everything an account has comes as one file, without secrets", async ({ page }) => {
  const account = await mintAccount();
  await client(doors.front.url, account.token).send({ body: "exported text" });
  await signIn(page, account);
  await page.goto("/settings/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download everything" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^depesza-export-.+\.ndjson$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  const types = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).type);
  expect(new Set(types)).toEqual(
    new Set(["account", "user", "session", "token", "credit_movement", "message"]),
  );
  expect(text).toContain("exported text");
  expect(text).not.toContain(account.token);
  expect((await call(`${doors.front.url}/api/panel/export`)).status).toBe(401);
});

test("a deleted account stops at once and is back, whole, by signing in", async ({ page }) => {
  const account = await mintAccount();
  const { send } = client(doors.front.url, account.token);
  await send({ scheduled_at: new Date(Date.now() + 3_600_000).toISOString() });
  await signIn(page, account);
  await page.goto("/settings/account");
  await page.getByRole("link", { name: "Delete account" }).click();
  await page.waitForURL("/settings/account/delete");
  await axeClean(page);
  await page.getByLabel("Your password").fill("not the password");
  await page.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByLabel("Your password")).toHaveAccessibleDescription(/not your current/);
  await page.getByLabel("Your password").fill(account.password);
  await page.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByText("Your account is closed.")).toBeVisible();
  expect((await send()).status).toBe(403);
  await mailedLink(page, account.email, "Your account is closed");
  await page.goto("/sign-in");
  await fillIn(page, account);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Your account is yours again")).toBeVisible();
  await expect(balance(page)).toHaveText("100 credits");
  expect((await send()).status).toBe(200);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a password is reset and two-step sign-in turned on all the same", async ({ page }) => {
    const account = await mintAccount();
    await askForReset(page, account.email);
    await page.goto(await mailedLink(page, account.email, "Set a new password"));
    await page.getByLabel("New password").fill(newPassword);
    await page.getByRole("button", { name: "Set password" }).click();
    await page.waitForURL("/sign-in?after=reset");
    await signIn(page, { ...account, password: newPassword });
    await page.goto("/settings/account/two-step");
    await page.getByLabel("Your password").fill(newPassword);
    await page.getByRole("button", { name: "Set up" }).click();
    const secret = ((await page.locator("ol code").textContent()) ?? "").replaceAll(" ", "");
    await page.getByLabel("Code", { exact: true }).fill(appCode(secret));
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(page.locator("ol li")).toHaveCount(10);
  });
});

const screens = [
  "/settings/account",
  "/settings/account/two-step",
  "/settings/account/delete",
  "/mail",
];

for (const path of screens) {
  test(`${path} is clean for axe and fits a phone`, async ({ page, newcomer: _ }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await axeClean(page);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `at ${width} px`).toBeLessThanOrEqual(width);
    }
    await axeClean(page);
  });
}
