import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { field, sendButton, write } from "./compose-form";
import { doors } from "./doors";
import { signIn, test } from "./fixtures";

const banner = (page: Page, title: string) => page.getByRole("alert").filter({ hasText: title });

test("a session that is ended elsewhere is said on the open screen, with the way back to it", async ({
  page,
  browser,
  account,
}) => {
  await client(doors.front.url, account.token).send();
  await signIn(page, account);
  await page.goto("/messages?q=Hello");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, account);
  await elsewhere.goto("/settings/account");
  await elsewhere.getByRole("button", { name: /^Sign out everywhere/ }).click();
  await expect(banner(page, "You are signed out")).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText("Signed out", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Sign in again" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fmessages%3Fq%3DHello$/);
  await elsewhere.close();
});

test("a session that ended is said in the middle of a send, and the text stays", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await write(page, { body: "Not lost" });
  // The stream is not to be quicker than the form.
  await page.route("**/api/panel/stream", (route) => route.abort());
  await page.context().clearCookies();
  await sendButton(page).click();
  await expect(banner(page, "You are signed out").first()).toBeVisible();
  await expect(field(page, "Text")).toHaveValue("Not lost");
});

test("a form of an older build says that there is a newer version, and keeps what was typed", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await write(page, { body: "Not lost" });
  await page.route("**/send", (route) => {
    const headers = route.request().headers();
    if (!("next-action" in headers)) return route.continue();
    return route.continue({ headers: { ...headers, "next-action": "7f".repeat(21) } });
  });
  await sendButton(page).click();
  await expect(banner(page, "There is a newer version").first()).toBeVisible();
  await expect(field(page, "Text")).toHaveValue("Not lost");
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(field(page, "Text")).toHaveValue("Not lost");
});

test("without a connection the screen says so and stays, and goes on when it is back", async ({
  page,
  account,
}) => {
  await client(doors.front.url, account.token).send();
  await signIn(page, account);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.context().setOffline(true);
  await expect(banner(page, "No connection")).toBeVisible();
  await expect(page.getByText("Offline", { exact: true })).toBeVisible();
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Credits" })
    .click();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(1);
  await expect(page).toHaveURL(/\/messages$/);
  await page.context().setOffline(false);
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(banner(page, "No connection")).toBeHidden();
});
