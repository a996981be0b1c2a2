import { expect } from "@playwright/test";
import { missingProxy, type ProxyName, proxiedHost, startProxy } from "../lib/testing/start-proxy";
import { outcome, sendButton, write } from "./compose-form";
import { inventPerson, signInByForm, signUp, test } from "./fixtures";

test.describe.configure({ timeout: 120_000 });

/** The samples as documented, and rewritten so that the proxy puts its own name into `Host` and forwards none. */
const setups: [what: string, name: ProxyName, change: (sample: string) => string][] = [
  ["nginx", "nginx", (sample) => sample],
  [
    "nginx that rewrites Host",
    "nginx",
    (sample) => sample.replace(/^ *proxy_set_header (?:Host|X-Forwarded-Host) .*\n/gm, ""),
  ],
  ["Caddy", "caddy", (sample) => sample],
  [
    "Caddy that rewrites Host",
    "caddy",
    (sample) =>
      sample.replace(
        "flush_interval -1",
        "flush_interval -1\n    header_up Host {upstream_hostport}\n    header_up -X-Forwarded-Host",
      ),
  ],
];

for (const [what, name, change] of setups) {
  test(`behind ${what}, one signs up, sends, watches it arrive, and signs in again`, async ({
    installation: { start },
    playwright,
    launchOptions,
  }, testInfo) => {
    const missing = missingProxy(name);
    testInfo.skip(missing !== undefined && !process.env["CI"], missing);
    const { url: backend } = await start({
      APP_URL: `https://${proxiedHost}`,
      TRUSTED_PROXIES: "127.0.0.1",
    });
    const proxy = await startProxy(name, { backend, change });
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        `--host-resolver-rules=MAP ${proxiedHost}:443 127.0.0.1:${proxy.port}`,
      ],
    });
    try {
      const origin = `https://${proxiedHost}`;
      const context = await browser.newContext({ baseURL: origin, ignoreHTTPSErrors: true });
      const page = await context.newPage();
      const person = inventPerson();
      await signUp(page, person);
      await write(page);
      const log = await context.newPage();
      await log.goto("/messages");
      await expect(log.getByText("Live", { exact: true })).toBeVisible();
      await sendButton(page).click();
      await expect(outcome(page)).toBeVisible();
      await expect(log.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
      expect(new URL(page.url()).origin).toBe(origin);
      await context.clearCookies();
      await signInByForm(page, person);
      await expect(page).toHaveURL(`${origin}/messages`);
      await expect(page.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
    } finally {
      await browser.close();
      await proxy.stop();
    }
  });
}
