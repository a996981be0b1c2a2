// Receives webhooks with Express 5 (npm install express). The secret is in WEBHOOK_SECRET.
import { createHmac, timingSafeEqual } from "node:crypto";
import express from "express";

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

const app = express();

app.post("/hooks/sms", express.raw({ type: "application/json" }), (request, response) => {
  if (!isSigned(process.env.WEBHOOK_SECRET, request.headers, request.body)) {
    return response.sendStatus(401);
  }
  const event = JSON.parse(request.body);
  // Store the event here and process it later. Skip it if you have stored its webhook-id before.
  console.log(event.event, event.message_id);
  response.sendStatus(204);
});

app.listen(process.env.PORT ?? 4000);
