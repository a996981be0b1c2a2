import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { callbackSecret } from "../lib/carriers/callback-secret";
import type { Upstream } from "../lib/testing/upstream";
import { call } from "./client";
import { type Account, mintAccount, test as place, signInByForm } from "./fixtures";
import { readSecrets, runCli, type TestServer } from "./server";

interface Desk {
  server: TestServer;
  administrator: Account;
  /** Their browser, signed in. */
  page: Page;
}

interface Wanted {
  /** What of the administration is open; its first page unless given. */
  path?: string;
  settings?: Record<string, string>;
}

interface Fixtures {
  /** Starts this test's own server, and has its administrator sign in: all they work with is the browser. */
  openAdmin: (wanted?: Wanted) => Promise<Desk>;
}

export const test = place.extend<Fixtures>({
  openAdmin: async ({ installation: { dataDir, start }, browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ path = "/admin", settings = {} } = {}) => {
      const server = await start(settings);
      const administrator = await mintAdministrator(dataDir);
      const context = await browser.newContext({ baseURL: server.url });
      contexts.push(context);
      const page = await context.newPage();
      await signInByForm(page, administrator, { path });
      return { server, administrator, page };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** An account that administers the installation of this folder. */
export async function mintAdministrator(dataDir: string): Promise<Account> {
  const administrator = await mintAccount({ dataDir });
  await runCli(dataDir, ["account", "make-admin", "--email", administrator.email]);
  return administrator;
}

/** What "Needs a person" says with these words in its title. */
function concernOf(page: Page, title: string | RegExp): Locator {
  return page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2, name: title }) });
}

/** Opens "Needs a person" until it says something with these words, and returns it. */
export async function findConcern(page: Page, title: string | RegExp): Promise<Locator> {
  const found = concernOf(page, title);
  await expect(async () => {
    await page.goto("/admin");
    await expect(found).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  return found;
}

/** Waits until "Needs a person" no longer says it, as somebody sees it who leaves the page open. */
export async function untilGone(page: Page, title: string | RegExp): Promise<void> {
  if (new URL(page.url()).pathname !== "/admin") await page.goto("/admin");
  await expect(concernOf(page, title)).toHaveCount(0, { timeout: 45_000 });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

interface Report {
  upstream: Upstream;
  /** Its name here. */
  carrier: string;
  server: TestServer;
  dataDir: string;
}

/** Has a carrier report that it delivered everything that it took. */
export async function reportDelivered({
  upstream,
  carrier,
  server,
  dataDir,
}: Report): Promise<void> {
  const secret = callbackSecret(carrier, readSecrets(dataDir).carrierWebhook);
  for (const { messageId } of upstream.taken.values()) {
    const event = {
      ...{ event: "sms.delivered", message_id: messageId, to: "48732129000" },
      delivered_at: new Date().toISOString(),
    };
    const { status } = await call(`${server.url}/api/webhooks/${carrier}/${secret}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(event),
    });
    expect(status).toBe(200);
  }
}
