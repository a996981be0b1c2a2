import { expect } from "@playwright/test";
import { call, client } from "./client";
import { doors } from "./doors";
import { balance, fillIn, inventPerson, mintAccount, signInByForm, test } from "./fixtures";
import { mailedLink } from "./mailed-link";

test("a new e-mail counts once its owner has followed the link, and the old one is told", async ({
  page,
  newcomer,
}) => {
  const { email } = inventPerson();
  await page.goto("/settings/account");
  await page.getByLabel("New email").fill(email);
  await page.getByLabel("Your password").fill(newcomer.password);
  await page.getByRole("button", { name: "Change email" }).click();
  await expect(page.getByText("Check your email.")).toBeVisible();
  const link = await mailedLink(page, email, "Confirm your new email");
  await page.goto(link);
  await page.getByRole("button", { name: "Use this email" }).click();
  await expect(page.getByText("Your email is changed")).toBeVisible();
  await page.getByRole("link", { name: "Open the account" }).click();
  await expect(page.getByText(`Signed in as ${email}. Role: Owner.`)).toBeVisible();
  await page.goto("/mail");
  const notice = page.getByRole("listitem").filter({ hasText: newcomer.email });
  await expect(notice.filter({ hasText: "Your email was changed" })).toContainText(email);
});

test("another browser's session is listed, and ended from here", async ({
  page,
  browser,
  newcomer,
}) => {
  const apart = await browser.newContext({
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  await signInByForm(await apart.newPage(), newcomer);
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
  await signInByForm(page, account);
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
  // The request that sent it is written within a second, so it may be missing yet.
  expect(new Set([...types, "api_request"])).toEqual(
    new Set([
      ...["account", "activity", "user", "session", "token", "credit_movement", "message"],
      "api_request",
    ]),
  );
  expect(text).toContain("exported text");
  expect(text).not.toContain(account.token);
  expect((await call(`${doors.front.url}/api/panel/export`)).status).toBe(401);
});

test("a deleted account stops at once and is back, whole, by signing in", async ({ page }) => {
  const account = await mintAccount();
  const { send } = client(doors.front.url, account.token);
  await send({ scheduled_at: new Date(Date.now() + 3_600_000).toISOString() });
  await signInByForm(page, account);
  await page.goto("/settings/account");
  await page.getByRole("link", { name: "Delete account" }).click();
  await page.waitForURL("/settings/account/delete");
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
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Account restored. It won't be deleted.")).toBeVisible();
  await expect(balance(page)).toHaveText("100 credits");
  expect((await send()).status).toBe(200);
});
