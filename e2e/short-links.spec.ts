import { expect } from "@playwright/test";
import { call, client } from "./client";
import { doors } from "./doors";
import { test } from "./fixtures";

const target = "https://shop.example.com/orders/1042?from=sms";
const phone = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/138.0 Mobile Safari/537.36";

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
