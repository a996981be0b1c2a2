import { expect, type Page } from "@playwright/test";
import { balance, fillIn, inventPerson, type Person, signInByForm, signUp, test } from "./fixtures";

async function tryToSignIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in?after=sign-out");
}

test("a new account is signed in at once, with 100 credits and no mail to wait for", async ({
  page,
}) => {
  await signUp(page, inventPerson());
  await expect(page).toHaveURL("/start");
  await expect(page.getByText("Your account is ready, with 100 credits.")).toBeVisible();
  await expect(balance(page)).toHaveText("100 credits");
  await expect(page.getByRole("heading", { name: "First SMS" })).toBeVisible();
});

test("who signed out can sign in again, and comes to where they wanted to go", async ({
  page,
  newcomer,
}) => {
  await signOut(page);
  await page.goto("/settings/api");
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings%2Fapi");
  await fillIn(page, newcomer);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/settings/api");
  await expect(balance(page)).toHaveText("100 credits");
});

test("a copied session cookie is dead after sign-out", async ({ page, browser, newcomer: _ }) => {
  const thief = await browser.newContext({ storageState: await page.context().storageState() });
  const stolen = await thief.newPage();
  await stolen.goto("/messages");
  await expect(stolen.getByRole("heading", { name: "Messages", exact: true })).toBeVisible();
  await signOut(page);
  expect((await thief.request.get("/api/panel/messages")).status()).toBe(401);
  await stolen.goto("/messages");
  await expect(stolen).toHaveURL("/sign-in?next=%2Fmessages");
  await thief.close();
});

test("a changed password ends every other session at once and keeps this one", async ({
  page,
  browser,
  newcomer,
}) => {
  const apart = await browser.newContext();
  await signInByForm(await apart.newPage(), newcomer);
  await page.goto("/settings/account");
  await page.getByLabel("Current password").fill(newcomer.password);
  await page.getByLabel("New password").fill("another long password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed.")).toBeVisible();
  expect((await apart.request.get("/api/panel/messages")).status()).toBe(401);
  expect((await page.request.get("/api/panel/messages")).status()).toBe(200);
  await signInByForm(await apart.newPage(), { ...newcomer, password: "another long password" });
  expect((await apart.request.get("/api/panel/messages")).status()).toBe(200);
  await apart.close();
});

test("a wrong password and an unknown e-mail get the same answer", async ({ page, account }) => {
  const refusal = page.getByRole("main").getByRole("alert");
  await tryToSignIn(page, { ...account, password: "not the password" });
  await expect(refusal).toContainText("Wrong email or password.");
  const forKnown = (await refusal.textContent()) ?? "";
  await expect(page.getByLabel("Email")).toHaveValue(account.email);
  await tryToSignIn(page, inventPerson());
  await expect(refusal).toHaveText(forKnown);
});

test("a short password and a taken e-mail are refused beside their fields", async ({
  page,
  account,
}) => {
  await page.goto("/sign-up");
  await fillIn(page, { email: "nobody", password: "short" });
  await page.getByRole("button", { name: "Create account" }).click();
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await expect(password).toHaveAccessibleDescription(/12/);
  await expect(page.getByLabel("Email")).toHaveAttribute("aria-invalid", "true");
  await fillIn(page, account);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/already/);
});

async function guessTenTimes(page: Page, account: Person): Promise<void> {
  for (let guess = 1; guess <= 10; guess += 1) {
    await tryToSignIn(page, { ...account, password: `wrong guess ${guess}` });
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "Wrong email or password.",
    );
  }
}

test("the eleventh guess is refused with the seconds to wait, even when it is right", async ({
  page,
  account,
}) => {
  // Each guess takes its time.
  test.slow();
  await guessTenTimes(page, account);
  await tryToSignIn(page, account);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    /Too many attempts\. Try again in (8\d\d|900) seconds\./,
  );
});

test("a browser that signed in before gets in, whatever others at the same address have guessed", async ({
  page,
  browser,
}) => {
  test.slow();
  const person = inventPerson();
  await signUp(page, person);
  await signOut(page);
  const context = await browser.newContext();
  await guessTenTimes(await context.newPage(), person);
  await context.close();
  await signInByForm(page, person);
  await expect(balance(page)).toHaveText("100 credits");
});

test("a second account of one mailbox starts with 0 credits, and the screens say why", async ({
  page,
  newcomer,
}) => {
  await signOut(page);
  const [name, domain] = newcomer.email.split("@");
  await page.goto("/sign-up");
  await fillIn(page, { ...newcomer, email: `${name}+again@${domain}` });
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("/start");
  await expect(balance(page)).toHaveText("0 credits");
  const reason = page.getByText("Welcome credits are granted once per email address");
  await expect(reason).toBeVisible();
  await page.goto("/credits");
  await expect(reason).toBeVisible();
});

test("after a refusal the right password still gets in", async ({ page, account }) => {
  await tryToSignIn(page, { ...account, password: "not the password" });
  await expect(page.getByText("Wrong email or password.")).toBeVisible();
  await signInByForm(page, account);
  await expect(balance(page)).toHaveText("100 credits");
});
