import { expect, type Page } from "@playwright/test";
import { may, type Permission, type Role, roleNames, roles } from "../lib/core/permissions";
import { client } from "./client";
import { doors } from "./doors";
import {
  type Account,
  balance,
  inventPerson,
  mintAccount,
  type Person,
  sharedDataDir,
  signIn,
  test,
} from "./fixtures";
import { mailedLink } from "./mailed-link";
import { runSql } from "./run-sql";

/** Somebody who has this role in an account, without the way there. */
async function joined(account: Person, role: Role): Promise<Account> {
  const person = await mintAccount();
  await runSql(
    sharedDataDir(),
    `update users set role = $1, account_id = (select account_id from users where email = $2)
    where email = $3`,
    [role, account.email, person.email],
  );
  return person;
}

/** Invites an address from the page of people. */
async function invite(page: Page, email: string, role: Role): Promise<void> {
  await page.goto("/settings/people");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByRole("radio", { name: roleNames[role].en }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(/An invitation is on its way to/)).toBeVisible();
}

test("who is invited joins by the mailed link, and their pages follow their role at once", async ({
  page,
  browser,
  newcomer,
}) => {
  const { email, password } = inventPerson();
  await invite(page, email, "viewer");
  await expect(
    page.getByRole("button", { name: `Revoke the invitation to ${email}` }),
  ).toBeVisible();
  const apart = await browser.newContext();
  const elsewhere = await apart.newPage();
  const link = await mailedLink(elsewhere, email, `${newcomer.email} invites you to Depesza`);
  await elsewhere.goto(link);
  await expect(elsewhere.getByText("Your role: Viewer.")).toBeVisible();
  await elsewhere.getByLabel("Name").fill("Ada");
  await elsewhere.getByLabel("Password", { exact: true }).fill(password);
  await elsewhere.getByRole("button", { name: "Join" }).click();
  await elsewhere.waitForURL("/overview");
  const places = elsewhere.getByRole("navigation", { name: "Main" });
  await expect(places.getByRole("link", { name: "Messages" })).toBeVisible();
  await expect(places.getByRole("link", { name: "Send" })).toHaveCount(0);
  await page.goto("/settings/people");
  await page.getByLabel(`Role of ${email}`).selectOption("billing");
  const row = page.getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: "Change" }).click();
  await expect(page.getByText("Role changed.")).toBeVisible();
  await elsewhere.goto("/messages");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Not for your role");
  expect((await apart.request.get("/api/panel/messages")).status()).toBe(403);
  await page.getByRole("button", { name: `Remove ${email}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(/no longer has access/)).toBeVisible();
  expect((await apart.request.get("/api/panel/movements.csv")).status()).toBe(401);
  await elsewhere.goto(link);
  await expect(elsewhere.getByText("This invitation no longer works")).toBeVisible();
  await apart.close();
});

test("a revoked invitation lets nobody in", async ({ page, browser, newcomer }) => {
  const { email } = inventPerson();
  await invite(page, email, "sender");
  const apart = await browser.newContext();
  const elsewhere = await apart.newPage();
  const link = await mailedLink(elsewhere, email, `${newcomer.email} invites you to Depesza`);
  await page.getByRole("button", { name: `Revoke the invitation to ${email}` }).click();
  await expect(page.getByText("Invitation revoked.")).toBeVisible();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText("This invitation no longer works")).toBeVisible();
  await apart.close();
});

/** Pages with what each asks for; `null` is for everybody. */
const pages: Record<string, Permission | null> = {
  "/credits": "read_credits",
  "/send": "send_messages",
  "/campaigns": "read_messages",
  "/messages": "read_messages",
  "/messages?direction=received": "read_messages",
  "/messages/conversations": "read_messages",
  "/messages/conversations/48732129000": "read_messages",
  "/contacts": "read_contacts",
  "/contacts/groups": "read_contacts",
  "/contacts/new": "manage_contacts",
  "/templates": "read_contacts",
  "/templates/new": "manage_contacts",
  "/settings/api": "manage_tokens",
  "/settings/api/requests": "manage_tokens",
  "/settings/webhooks": "manage_webhooks",
  "/settings/opt-outs": "read_contacts",
  "/settings/people": "manage_people",
  "/settings/account": null,
  "/settings/account/passkeys": null,
  "/settings/account/two-step": null,
  "/settings/account/delete": "manage_account",
};

for (const role of roles) {
  test(`each page opens or says whom it is for, to the role ${role}`, async ({ page }) => {
    const owner = await mintAccount();
    const { json } = await client(doors.front.url, owner.token).send();
    const person = role === "owner" ? owner : await joined(owner, role);
    await signIn(page, person, { path: "/credits" });
    await expect(balance(page)).toBeVisible();
    const all = { ...pages, [`/messages/${json["message_id"]}`]: "read_messages" as const };
    for (const [path, permission] of Object.entries(all)) {
      const response = await page.request.get(path);
      const html = await response.text();
      // A page that fails has no heading.
      expect.soft(html, path).toContain("<h1");
      const isFor = permission === null || may(role, permission);
      expect.soft(html.includes("Not for your role"), path).toBe(!isFor);
      expect.soft(response.status(), path).toBe(isFor ? 200 : 403);
    }
    const overview = may(role, "read_messages") ? "/overview" : "/credits";
    await page.goto("/overview");
    await expect(page).toHaveURL(overview);
  });
}

test("a viewer reads everything and finds nothing there to change it by", async ({ page }) => {
  const owner = await mintAccount();
  const { json } = await client(doors.front.url, owner.token).send();
  await signIn(page, await joined(owner, "viewer"), { path: `/messages/${json["message_id"]}` });
  await expect(page.getByRole("button", { name: "Send again" })).toHaveCount(0);
  for (const path of ["/contacts", "/templates", "/campaigns", "/overview", "/messages"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const ways = page.locator('main a:is([href^="/send"], [href$="/new"], [href*="import"])');
    await expect.soft(ways, path).toHaveCount(0);
    await expect.soft(page.locator('main form:not([action^="/"])'), path).toHaveCount(0);
  }
  await page.goto("/settings/opt-outs");
  await expect(page.getByRole("button", { name: /Add|Import|Remove/ })).toHaveCount(0);
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByRole("dialog").getByText("Send a message")).toHaveCount(0);
  await expect(page).toHaveURL("/settings/opt-outs");
});
