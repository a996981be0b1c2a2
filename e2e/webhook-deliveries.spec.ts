import { expect } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { mintToken, signIn } from "./fixtures";
import { addEndpoint, delivered, isRefused, test } from "./webhook-place";

test("a receiver that is down: the try is shown, and sending again gets the same event there", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = isRefused;
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await client(doors.front.url, account.token).send();
  await expect(delivered(page).first()).toContainText("Retrying");
  // Without its greeting of a new endpoint.
  await page.goto(new URL(page.url()).pathname);
  await expect(page.getByText("The last attempts failed.")).toBeVisible();
  await delivered(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "sms.delivered" })).toBeVisible();
  await expect(page.getByText(/^Failed with 500 in/).first()).toBeVisible();
  await expect(page.getByText("out of order").first()).toBeVisible();
  receiver.answer = () => ({ status: 204 });
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await expect(page.locator("header").getByText("Delivered", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Accepted with 204 in/)).toBeVisible();
  expect(new Set(receiver.requests.map(({ body }) => body)).size).toBe(1);
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("what an endpoint missed while it was off is counted, sent again and followed", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("Disabled by a user.")).toBeVisible();
  const { send, until } = client(doors.front.url, account.token);
  const sent = await Promise.all(Array.from({ length: 3 }, () => send()));
  for (const { json } of sent) await until(json["message_id"], "delivered");
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("Enabled again.")).toBeVisible();
  await expect(page.getByLabel("Events from", { exact: true })).toContainText(
    "Since it was disabled",
  );
  await page.getByRole("button", { name: "Count" }).click();
  await expect(page.getByText(/^3 events since .* were never attempted\.$/)).toBeVisible();
  expect(receiver.requests).toHaveLength(0);
  await page.getByRole("button", { name: "Replay 3 events" }).click();
  await expect(page.getByText("3 of 3 delivered.")).toBeVisible();
  await expect(page).toHaveURL(/\?replay=rpl_/);
  expect(receiver.requests).toHaveLength(3);
  await page.reload();
  await expect(page.getByText("3 of 3 delivered.")).toBeVisible();
});

test("an endpoint that answers 410 is switched off, which every screen says until it is on again", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = () => ({ status: 410 });
  await signIn(page, account);
  const id = await addEndpoint(page, receiver.url);
  await client(doors.front.url, account.token).send();
  await expect(delivered(page).filter({ hasText: "Failed" })).toHaveCount(1);
  const banner = page.getByText("Needs attention: webhook deliveries are failing");
  await page.getByRole("link", { name: "Messages" }).first().click();
  await expect(banner).toBeVisible();
  await page.getByRole("link", { name: /^http:\/\/127\.0\.0\.1/ }).click();
  await expect(page).toHaveURL(`/settings/webhooks/${id}`);
  await expect(page.getByText("Disabled: the endpoint returned 410 Gone.")).toBeVisible();
  await expect(banner).toBeHidden();
  receiver.answer = () => ({ status: 200 });
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("Enabled again.")).toBeVisible();
  await page.getByText("Failed deliveries").click();
  await page.getByLabel("Events from", { exact: true }).selectOption("The last hour");
  await page.getByRole("button", { name: "Count" }).click();
  await page.getByRole("button", { name: "Replay 1 event" }).click();
  await expect(page.getByText("1 of 1 delivered.")).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  await expect(banner).toBeHidden();
});

test("the log is filtered by state in the address, paged, and saved as CSV", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  const id = await addEndpoint(page, receiver.url);
  const token = await mintToken({ email: account.email, isTest: false });
  const { send } = client(doors.front.url, token);
  await Promise.all(Array.from({ length: 52 }, () => send()));
  await expect.poll(() => receiver.requests.length, { timeout: 20_000 }).toBe(52);
  await page.goto(`/settings/webhooks/${id}?state=delivered`);
  await expect(delivered(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Older deliveries" }).click();
  await expect(delivered(page)).toHaveCount(52);
  await page.getByRole("link", { name: "Failed", exact: true }).click();
  await expect(page).toHaveURL(/\?state=failed$/);
  await expect(page.getByText("No deliveries have this status.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Delivered", exact: true })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const pressed = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV, one row per attempt" }).click();
  expect((await pressed).suggestedFilename()).toBe("webhook-deliveries.csv");
  const csv = await page.request.get(`/api/panel/webhook-endpoints/${id}/deliveries.csv`);
  expect((await csv.text()).trim().split("\r\n")).toHaveLength(53);
});
