// Checks the signature of a webhook.
// Body on stdin, the three headers and the secret in the environment.
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

/** `body` is the raw body, as bytes: parsing and printing it again may change it. */
function isSigned(secret, { id, timestamp, signature }, body) {
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return false;
  const expected = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  // While a secret is being changed there are two signatures.
  return signature.split(" ").some((each) => {
    const [version, value = ""] = each.split(",");
    const given = Buffer.from(value, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const { WEBHOOK_SECRET, WEBHOOK_ID, WEBHOOK_TIMESTAMP, WEBHOOK_SIGNATURE } = process.env;
const headers = { id: WEBHOOK_ID, timestamp: WEBHOOK_TIMESTAMP, signature: WEBHOOK_SIGNATURE };
const isValid = isSigned(WEBHOOK_SECRET, headers, readFileSync(0));
console.log(isValid ? "valid" : "not valid");
process.exitCode = isValid ? 0 : 1;
