import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { carriersWords } from "../app/(admin)/admin/carriers/words";
import { mintAdministrator } from "./admin-place";
import { client } from "./client";
import { mintAccount, signInByForm, test } from "./fixtures";
import { runSql } from "./run-sql";

test.describe.configure({ timeout: 120_000 });

const path = "/admin/carriers";

test("an administrator sees the carriers, drains one, and decides about unknown messages; nobody else finds the page", async ({
  installation: { dataDir, start },
  browser,
}) => {
  const server = await start();
  const administrator = await mintAdministrator(dataDir);
  const customer = await mintAccount({ dataDir });

  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signInByForm(page, customer, { path: "/settings/api" });
  await expect(page.getByRole("link", { name: "Account" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Administration" })).toHaveCount(0);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await context.clearCookies();

  await signInByForm(page, administrator, { path: "/settings/api" });
  // Emails of earlier releases lead to where the page was before.
  await page.goto("/settings/carriers");
  await expect(page).toHaveURL(`${server.url}${path}`);
  const words = carriersWords.en;
  await expect(page.getByRole("heading", { name: words.simulator.title })).toBeVisible();
  await expect(page.getByRole("link", { name: words.simulator.phone })).toHaveAttribute(
    "href",
    "/docs/own-phone",
  );

  // Nobody listens at these ports.
  const carriers = [9, 10].map((port) => ({
    ...{ name: `carrier-${port}`, kind: "http", url: `http://127.0.0.1:${port}`, token: "x" },
  }));
  const routes = [{ to: "*", carrier: "carrier-9" }];
  const configure = (file: object) =>
    writeFileSync(join(dataDir, "carriers.json"), JSON.stringify(file, null, 2));
  configure({ carriers, routes });
  const { send, read } = client(server.url, customer.token);
  let messageId = "";
  // Each process looks at the file once a second.
  const carrierOfTheNext = async () => {
    messageId = String((await send()).json["message_id"]);
    return (await read(messageId)).json["carrier"];
  };
  await expect.poll(carrierOfTheNext).toBe("carrier-9");
  await expect.poll(async () => (await read(messageId)).json["wait_reason"]).toBe("carrier_down");
  const row = page.getByRole("listitem").filter({ hasText: "carrier-9" }).first();
  // A few failures open its circuit; the page by itself would show it ten seconds later.
  await expect(async () => {
    await page.reload();
    await expect(row.getByText(words.states.open)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(row).toContainText("ECONNREFUSED");
  await expect(page.getByText(words.unused("carrier-10"))).toBeVisible();

  await page.getByRole("button", { name: words.switch.drainOne("carrier-9") }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(words.switch.drainEffect);
  await dialog.getByRole("button", { name: words.switch.drain }).click();
  await expect(row.getByText(words.states.draining)).toBeVisible();
  await expect(dialog).toBeHidden();

  configure({ carriers, routes: [{ to: "*", carrier: "nobody" }] });
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(words.problems.title)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText("There is no carrier named nobody.")).toBeVisible();

  await runSql(
    dataDir,
    `update messages set status = 'unknown', wait_reason = null, lease_id = null,
      offered_at = now(), sent_at = now() where status in ('queued', 'sending')`,
  );
  await page.goto("/admin/messages");
  const unknown = page.getByRole("checkbox", { name: messageId });
  await unknown.check();
  await page.getByRole("button", { name: "Refund" }).click();
  await expect(dialog).toContainText("Refund 1 message?");
  await dialog.getByRole("button", { name: "Refund" }).click();
  await expect(page.getByText("1 message refunded.")).toBeVisible();
  await expect(unknown).toHaveCount(0);
  expect((await read(messageId)).json["status"]).toBe("failed");
  await context.close();
  await server.stop();
});
