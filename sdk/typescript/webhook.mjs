import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether a request comes from the installation that has this secret, unchanged and not older than the tolerance. */
export function isSigned({ secret, headers, body, toleranceSeconds = 300, now = Date.now() }) {
  const id = headerIn(headers, "webhook-id");
  const timestamp = headerIn(headers, "webhook-timestamp");
  const given = headerIn(headers, "webhook-signature");
  if (!id || !/^\d{1,12}$/.test(timestamp) || !given) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const expected = digest({ secret, id, timestamp, body });
  // While the secret is rotated, there are two signatures.
  return given.split(" ").some((each) => {
    if (!each.startsWith("v1,")) return false;
    const signature = Buffer.from(each.slice(3), "base64");
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  });
}

/** The event in a request; throws if it isn't signed. `body` is the raw body. */
export function readWebhook({ body, ...request }) {
  if (!isSigned({ body, ...request }))
    throw new Error("The signature of the webhook is not valid.");
  return JSON.parse(typeof body === "string" ? body : Buffer.from(body).toString("utf8"));
}

/** The header fields that sign a body, as the installation sends them: for tests of a receiver. */
export function signWebhook({ secret, id, body, now = Date.now() }) {
  const timestamp = String(Math.floor(now / 1000));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${digest({ secret, id, timestamp, body }).toString("base64")}`,
  };
}

function digest({ secret, id, timestamp, body }) {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  // An empty key would sign what anybody can sign.
  if (key.length === 0) throw new TypeError("The secret of the webhook endpoint is missing.");
  return createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
}

/** A field of the headers of Node, Express, or the Fetch standard. */
function headerIn(headers, name) {
  if (typeof headers.get === "function") return headers.get(name) ?? "";
  const found = Object.entries(headers).find(([each]) => each.toLowerCase() === name);
  return typeof found?.[1] === "string" ? found[1] : "";
}
