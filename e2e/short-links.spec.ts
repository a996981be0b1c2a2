import { expect } from "@playwright/test";
import { startCampaign } from "./campaign-page";
import { call, client } from "./client";
import { reviewAsCampaign, write } from "./compose-form";
import { doors } from "./doors";
import { test } from "./fixtures";

const target = "https://shop.example.com/orders/1042?from=sms";
const phone =
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/138.0 Mobile Safari/537.36";

test("a short link in a message leads to its target and nowhere else", async ({ account }) => {
  const { url } = doors.front;
  const { send, read } = client(url, account.token);
  const sent = await send({ body: `Your order: {{link:${target}}}`, short_links: true });
  expect(sent.status).toBe(200);
  const message = await read(sent.json["message_id"]);
  const [, code = ""] = /\/l\/(\w{7})$/.exec(String(message.json["body"])) ?? [];
  const headers = { "user-agent": phone };
  const opened = await call(`${url}/l/${code}`, { headers });
  expect(opened.status).toBe(302);
  expect(opened.headers.get("location")).toBe(target);
  const asked = await call(`${url}/l/${code}`, { headers, method: "HEAD" });
  expect(asked.status).toBe(302);
  const away = await call(`${url}/l/2222222?url=${encodeURIComponent(target)}`, { headers });
  expect(away.status).toBe(404);
});

test("a link written on the Send page counts as long as it will be, and is counted by recipient", async ({
  page,
  newcomer: _,
}) => {
  await write(page, { to: "48732129000 48732129001", body: "" });
  await page.getByRole("button", { name: "Short link" }).click();
  await page.keyboard.insertText(`https://shop.example.com/${"a".repeat(200)}`);
  await expect(page.getByText(/^GSM-7 · \d+\/160 · 1 segment · 1 credit$/)).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Preview" })).toContainText("/l/0000000");
  await reviewAsCampaign(page, 2);
  const campaign = page.url();
  await startCampaign(page, 2);
  await page.getByRole("link", { name: "Open in the log" }).click();
  const body = await page
    .getByText(/\/l\/[2-9A-Za-z]{7}/)
    .first()
    .textContent();
  const [, code = ""] = /\/l\/([2-9A-Za-z]{7})/.exec(body ?? "") ?? [];
  await call(`${doors.front.url}/l/${code}`, { headers: { "user-agent": phone } });
  await page.goto(campaign);
  await expect(page.getByText("Opened by 1 of 2")).toBeVisible({ timeout: 15_000 });
});
