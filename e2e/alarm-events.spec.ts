import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { mintAdministrator } from "./admin-place";
import { client } from "./client";
import { mintAccount, signInByForm } from "./fixtures";
import { openForm } from "./open-form";
import { readSecret, test, verified } from "./webhook-place";

test.describe.configure({ timeout: 120_000 });

test("an administrator's endpoint gets the alarm of a carrier, and its page shows what was sent; customers aren't offered it", async ({
  installation: { dataDir, start },
  receiver,
  browser,
}) => {
  const server = await start({ WEBHOOK_ALLOW_SUBNETS: "127.0.0.1" });
  const administrator = await mintAdministrator(dataDir);
  const customer = await mintAccount({ dataDir });
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const alarms = page.getByRole("checkbox", { name: "carrier.alarm" });

  await signInByForm(page, customer, { path: "/settings/webhooks" });
  await openForm(page, "New endpoint");
  await expect(page.getByRole("checkbox", { name: "sms.received" })).toBeChecked();
  await expect(alarms).toHaveCount(0);
  await context.clearCookies();

  await signInByForm(page, administrator, { path: "/settings/webhooks" });
  await openForm(page, "New endpoint");
  await expect(alarms).not.toBeChecked();
  await alarms.check();
  await page.getByLabel("URL", { exact: true }).fill(receiver.url);
  await page.getByRole("radio", { name: /^Test/ }).check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  const refusal = "Only a live endpoint of an administrator's account can subscribe";
  await expect(page.getByText(refusal).first()).toBeVisible();
  await page.getByRole("radio", { name: /^Live/ }).check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("Endpoint added and enabled.")).toBeVisible();
  const secret = await readSecret(page);

  // Nobody listens at this port.
  const dead = { name: "dead", kind: "http", url: "http://127.0.0.1:9", token: "x" };
  const file = { carriers: [dead], routes: [{ to: "*", carrier: "dead" }] };
  writeFileSync(join(dataDir, "carriers.json"), JSON.stringify(file));
  const { send, read } = client(server.url, customer.token);
  await expect
    .poll(async () => (await read((await send()).json["message_id"])).json["carrier"])
    .toBe("dead");
  for (let count = 0; count < 8; count += 1) await send();
  await expect.poll(() => receiver.requests.length, { timeout: 60_000 }).toBe(1);
  const [got] = receiver.requests;
  if (!got) throw new Error("Nothing was received.");
  expect(verified(secret, got)).toMatchObject({
    ...{ event: "carrier.alarm", carrier: "dead", alarm: "carrier_down" },
    summary: expect.stringContaining("dead"),
  });
  await page.reload();
  await page.locator("tbody").getByRole("link", { name: "carrier.alarm" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "carrier.alarm" })).toBeVisible();
  await expect(page.getByText("Messagenone")).toBeVisible();
  await expect(
    page.getByText('"carrier": "dead"').or(page.getByText('"carrier":"dead"')),
  ).toBeVisible();
  await context.close();
});
