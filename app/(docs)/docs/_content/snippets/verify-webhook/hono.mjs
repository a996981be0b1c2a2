// Receives webhooks with Hono 4 (npm install hono @hono/node-server). The secret is in WEBHOOK_SECRET.
import { createHmac, timingSafeEqual } from "node:crypto";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** `body` is the raw body, as bytes: parsing and re-serializing it may change it. */
function isSigned(secret, headers, body) {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"] ?? "";
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return false;
  const expected = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  // While you rotate the secret, there are two signatures.
  return signatures.split(" ").some((each) => {
    const [version, value = ""] = each.split(",");
    const given = Buffer.from(value, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const app = new Hono();

app.post("/hooks/sms", async (c) => {
  const body = Buffer.from(await c.req.arrayBuffer());
  if (!isSigned(process.env.WEBHOOK_SECRET, c.req.header(), body)) return c.body(null, 401);
  const event = JSON.parse(body);
  // Store the event here and process it later. Skip it if you have stored its webhook-id before.
  console.log(event.event, event.message_id);
  return c.body(null, 204);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4000) });
