import { expect } from "@playwright/test";
import { call, client } from "./client";
import { doors } from "./doors";
import { mintToken, signIn } from "./fixtures";
import { addEndpoint, delivered, events, readSecret, test, verified } from "./webhook-place";

/** A number at which the simulator ends messages with each event. */
const numbers = {
  "sms.delivered": "48732129000",
  "sms.failed": "48500000002",
  "sms.expired": "48500000003",
  "sms.bounced": "48500000004",
} as const;

test("an endpoint added here gets a signed event of the next message, and the log shows it as it happens", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await page.goto("/settings/webhooks");
  await expect(page.getByText("No endpoints yet")).toBeVisible();
  const id = await addEndpoint(page, receiver.url, "Order system");
  const secret = await readSecret(page);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const { json } = await client(doors.front.url, account.token).send();
  await expect(delivered(page)).toHaveCount(1);
  await expect(delivered(page).first()).toContainText("Delivered");
  await expect(delivered(page).first()).toContainText("200");
  await expect(page.getByText("1 of 1 delivered")).toBeVisible();
  expect(receiver.requests).toHaveLength(1);
  const [got] = receiver.requests;
  expect(got && verified(secret, got)).toMatchObject({
    event: "sms.delivered",
    message_id: json["message_id"],
  });
  await page.goto("/settings/webhooks");
  const row = page.getByRole("listitem").filter({ hasText: "Order system" });
  await expect(row).toContainText("1 of 1 delivered");
  await expect(row).toContainText("All message events");
  await row.getByRole("link").click();
  await expect(page).toHaveURL(`/settings/webhooks/${id}`);
});

test("a listener's events are requested, and its page says so instead of what would be sent to its URL", async ({
  page,
  account,
}) => {
  const token = await mintToken({ email: account.email, scopes: "send,read,manage" });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const endpoints = `${doors.front.url}/api/webhook-endpoints`;
  const body = JSON.stringify({ url: "http://localhost:3001/hook", listen: true });
  const { json } = await call(endpoints, { method: "POST", headers, body });
  const id = String(json["id"]);
  const { send, until } = client(doors.front.url, token);
  const sent = await send();
  await until(sent.json["message_id"], "delivered");
  const pull = async () =>
    (await call(`${endpoints}/${id}/pull`, { method: "POST", headers })).json;
  expect(await pull()).toMatchObject({ data: [{ event: "sms.delivered" }] });
  expect(await pull()).toEqual({ data: [] });
  await signIn(page, account);
  await page.goto(`/settings/webhooks/${id}`);
  await expect(page.getByRole("heading", { name: "Listener" })).toBeVisible();
  await expect(page.getByText("Listening")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Test event" })).toHaveCount(0);
  await expect(page.getByLabel("URL", { exact: true })).toHaveCount(0);
  await delivered(page).first().getByRole("link").first().click();
  await expect(page.getByText("Requested by the listener")).toBeVisible();
});

test("a message shows its webhooks: in its row as they settle, and on its page with a way to send again", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = () => ({ status: 200, delayMs: 1500 });
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await page.goto("/messages");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const { json } = await client(doors.front.url, account.token).send();
  const row = page.locator("tbody").getByRole("row").first();
  await expect(row).toContainText("Webhook pending");
  await expect(row).toContainText("Webhook delivered");
  await row.getByRole("link").click();
  await page.getByRole("link", { name: "Open as a page" }).click();
  await expect(page).toHaveURL(`/messages/${json["message_id"]}`);
  const webhooks = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Webhooks" }) });
  await expect(webhooks.getByRole("listitem")).toContainText("sms.delivered, 1 attempt, 200");
  await webhooks.getByRole("button", { name: /^Replay/ }).click();
  await expect(webhooks.getByRole("listitem")).toContainText("sms.delivered, 2 attempts, 200");
  expect(receiver.requests).toHaveLength(2);
});

test("each of the four endings of a message reaches the endpoint that asked for it", async ({
  page,
  account,
  receiver,
}) => {
  const token = await mintToken({ email: account.email, isTest: true });
  await signIn(page, account);
  await page.goto("/settings/webhooks");
  await page.getByLabel("URL", { exact: true }).fill(receiver.url);
  await page.getByLabel("sms.expired").uncheck();
  await page.locator('input[name="mode"][value="test"]').check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("Endpoint added and enabled.")).toBeVisible();
  const { send, until } = client(doors.front.url, token);
  for (const event of events) {
    const { json } = await send({ to: numbers[event] });
    await until(json["message_id"], event.replace("sms.", ""));
  }
  await expect(delivered(page)).toHaveCount(3);
  await expect(delivered(page).filter({ hasText: "Delivered" })).toHaveCount(3);
  await expect(delivered(page).filter({ hasText: "sms.expired" })).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an endpoint can be added, tested and switched off", async ({ page, account, receiver }) => {
    await signIn(page, account);
    await addEndpoint(page, receiver.url);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText(/^whsec_[A-Za-z0-9+/=]{44}$/)).toBeVisible();
    await page.getByRole("button", { name: "Send sms.bounced" }).click();
    await expect(page.getByTestId("verdict")).toHaveText(/^Accepted with 200 in/);
    await page.getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("Disabled by a user.")).toBeVisible();
  });
});
