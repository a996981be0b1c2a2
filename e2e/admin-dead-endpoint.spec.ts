import { expect, mergeTests } from "@playwright/test";
import { adminDeliveriesWords } from "../app/(admin)/admin/deliveries/words";
import { findConcern, test as place, untilGone } from "./admin-place";
import { call, client } from "./client";
import { mintAccount, mintToken } from "./fixtures";
import { test as receiving } from "./webhook-place";

const test = mergeTests(place, receiving);

test.describe.configure({ timeout: 120_000 });

const words = adminDeliveriesWords.en;

test("an operator finds a dead endpoint, and once its receiver works again every event arrives, those of its dead time, too", async ({
  installation: { dataDir },
  openAdmin,
  receiver,
}) => {
  receiver.answer = () => ({ status: 503, body: "out of order" });
  const { server, page } = await openAdmin({
    settings: {
      WEBHOOK_ALLOW_SUBNETS: "127.0.0.1",
      // At most 1.2 s apart while it is only probed: failures more than two seconds apart are not the same trouble.
      WEBHOOK_RETRY_SCHEDULE: ["0", ...Array(200).fill("0.1")].join(","),
      WEBHOOK_DISABLE_AFTER: "6",
    },
  });
  const customer = await mintAccount({ dataDir });
  const scopes = { email: customer.email, scopes: "manage", dataDir };
  const { status } = await call(`${server.url}/api/webhook-endpoints`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await mintToken(scopes)}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ url: receiver.url }),
  });
  expect(status).toBe(201);
  const { send, until } = client(server.url, customer.token);
  const sendSome = async (count: number) => {
    for (let sent = 0; sent < count; sent += 1) {
      await until((await send()).json["message_id"], "delivered");
    }
  };
  await sendSome(3);
  const title = /A webhook endpoint was disabled/;
  await findConcern(page, title);
  // These are not even attempted.
  await sendSome(2);

  const host = new URL(receiver.url).host;
  const concern = await findConcern(page, title);
  await expect(concern).toContainText(host);
  await concern.getByRole("link", { name: "Open" }).click();
  const row = page.getByRole("row").filter({ hasText: host });
  await expect(row).toContainText(customer.email);
  await expect(row).toContainText(words.disabled);
  await expect(row).toContainText("503");

  const before = receiver.requests.length;
  receiver.answer = () => ({ status: 200 });
  await row.getByRole("button", { name: words.submit.enable }).click();
  const arrived = () =>
    receiver.requests.slice(before).map(({ headers }) => String(headers["webhook-id"]));
  await expect.poll(() => new Set(arrived()).size).toBe(5);
  await untilGone(page, title);
  // Each once: a delivery that has succeeded is not repeated.
  expect(arrived()).toHaveLength(5);
  await page.goto("/admin/deliveries");
  await expect(page.getByText(words.none)).toBeVisible();
  await sendSome(1);
  await expect.poll(() => arrived().length).toBe(6);
  await server.stop();
});
