import { expect } from "@playwright/test";
import { call, client } from "./client";
import { test } from "./fixtures";

const target = "https://shop.example.com/orders/1042?from=sms";
const phone = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/138.0 Mobile Safari/537.36";

test("a short link in a message leads to its target and nowhere else", async ({
  baseURL = "",
  account,
}) => {
  const { send, read } = client(baseURL, account.token);
  const sent = await send({ body: `Your order: {{link:${target}}}`, short_links: true });
  expect(sent.status).toBe(201);
  const message = await read(sent.json["message_id"]);
  const [, code = ""] = /\/l\/(\w{7})$/.exec(String(message.json["body"])) ?? [];
  const headers = { "user-agent": phone };
  const opened = await call(`${baseURL}/l/${code}`, { headers });
  expect(opened.status).toBe(302);
  expect(opened.headers.get("location")).toBe(target);
  const asked = await call(`${baseURL}/l/${code}`, { headers, method: "HEAD" });
  expect(asked.status).toBe(302);
  const away = await call(`${baseURL}/l/2222222?url=${encodeURIComponent(target)}`, { headers });
  expect(away.status).toBe(404);
});
