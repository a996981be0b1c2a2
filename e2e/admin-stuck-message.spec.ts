import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { carriersWords } from "../app/(admin)/admin/carriers/words";
import { stuckWords } from "../app/(admin)/admin/messages/stuck-words";
import { Upstream } from "../lib/testing/upstream";
import { findConcern, reportDelivered, test, untilGone } from "./admin-place";
import { client } from "./client";
import { mintAccount } from "./fixtures";
import { runSql } from "./run-sql";
import { runCli } from "./server";

test.describe.configure({ timeout: 120_000 });

const upstream = new Upstream();
test.beforeAll(() => upstream.listen());
test.afterAll(() => upstream.close());

const carrier = "phone-company";
const words = carriersWords.en.switch;
const { choices } = stuckWords.en;

/** Its carrier is for Polish numbers alone. */
function writeCarriers(dataDir: string): void {
  const only = { name: carrier, kind: "http", url: upstream.url, token: upstream.token };
  const file = { carriers: [only], routes: [{ to: "48", carrier }] };
  writeFileSync(join(dataDir, "carriers.json"), JSON.stringify(file));
}

/** As if everything that waits had been sent twenty minutes ago. */
function letWait(dataDir: string): Promise<unknown> {
  return runSql(
    dataDir,
    `update messages set created_at = created_at - interval '20 minutes'
      where status in ('scheduled', 'queued')`,
  );
}

test("an operator finds a message that is stuck behind a drained carrier, enables it, and the message is delivered once", async ({
  installation: { dataDir },
  openAdmin,
}) => {
  writeCarriers(dataDir);
  const { server, page } = await openAdmin();
  const customer = await mintAccount({ dataDir });
  await runCli(dataDir, ["carrier", "drain", "--name", carrier]);
  const { send, read, until } = client(server.url, customer.token);
  const id = String((await send()).json["message_id"]);
  const reason = async () => (await read(id)).json["wait_reason"];
  await expect.poll(reason).toBe("carrier_draining");
  await letWait(dataDir);

  const title = /should have left more than 10 minutes ago/;
  const concern = await findConcern(page, title);
  await expect(concern).toContainText("1 message");
  await expect(concern).toContainText("the carrier is out of service");
  await concern.getByRole("link", { name: "Open" }).click();
  const stuck = page.locator("#stuck");
  await expect(stuck.getByRole("checkbox", { name: id })).toBeVisible();
  await expect(stuck).toContainText("the carrier is out of service");

  await page.goto("/admin/carriers");
  await page.getByRole("button", { name: words.enableOne(carrier) }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.enable }).click();
  await until(id, "sent", 30_000);
  await untilGone(page, title);
  await reportDelivered({ upstream, carrier, server, dataDir });
  await until(id, "delivered");
  expect(upstream.takenOf(id)).toHaveLength(1);
  await server.stop();
});

test("an operator closes a message that no route leads anywhere for, and its credits come back", async ({
  installation: { dataDir },
  openAdmin,
}) => {
  writeCarriers(dataDir);
  const { server, page } = await openAdmin();
  const customer = await mintAccount({ dataDir });
  const { send, read } = client(server.url, customer.token);
  const id = String((await send({ to: "4915112345678" })).json["message_id"]);
  const reason = async () => (await read(id)).json["wait_reason"];
  await expect.poll(reason).toBe("no_route");
  await letWait(dataDir);
  const credits = async () => {
    await page.goto(`/admin/accounts?q=${customer.email}`);
    return page.getByRole("listitem").filter({ hasText: customer.email }).innerText();
  };
  expect(await credits()).not.toContain("100 credits");

  const concern = await findConcern(page, /without a route/);
  await expect(concern).toContainText("no route leads to a carrier");
  await concern.getByRole("link", { name: "Open" }).click();
  const stuck = page.locator("#stuck");
  await stuck.getByRole("checkbox", { name: id }).check();
  await stuck.getByRole("button", { name: choices.give_up.submit }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(choices.give_up.meaning);
  await dialog.getByRole("button", { name: choices.give_up.submit }).click();
  await expect(page.getByText(stuckWords.en.done.give_up(1))).toBeVisible();
  await expect(stuck.getByRole("checkbox", { name: id })).toHaveCount(0);
  expect((await read(id)).json).toMatchObject({ status: "failed", reason: "given_up" });
  expect(await credits()).toContain("100 credits");
  expect(upstream.takenOf(id)).toHaveLength(0);
  await untilGone(page, /without a route/);
  await server.stop();
});
