import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prismStartMs, startPrism } from "../../testing/start-prism";
import { submitOne } from "../../testing/submit-one";
import { vonageKind } from "./vonage";

let prism: Awaited<ReturnType<typeof startPrism>>;

beforeAll(async () => {
  prism = await startPrism("lib/carriers/vonage/specification.json");
}, prismStartMs);
afterAll(() => prism.stop());

function made() {
  const settings = { url: prism.url, api_key: "abcd1234", api_secret: "abcdef0123456789" };
  return vonageKind.create(vonageKind.settings.parse(settings), { name: "vonage" });
}

describe("Vonage's own specification allows", () => {
  test.each([
    ["a name as sender", { from: "Depesza" }],
    ["a number as sender", { from: "+48732129001" }],
    ["characters outside the GSM alphabet", { body: "Zażółć &=+% 😀" }],
    ["the longest text", { body: "a".repeat(1530) }],
    ["a validity of more than a week", { validUntil: new Date(Date.now() + 1_209_600_000) }],
    ["a validity that has just ended", { validUntil: new Date(Date.now() - 1000) }],
  ])("a message with %s", async (_what, change) => {
    expect(await submitOne(made(), change)).toMatchObject({ kind: "accepted" });
  });
});

test.each([
  ["without a recipient", "api_key=abcd1234&from=A&text=Hello"],
  ["with a validity below 20 seconds", "api_key=abcd1234&from=A&to=48732129000&ttl=19999"],
  ["of an unknown type", "api_key=abcd1234&from=A&to=48732129000&type=utf8"],
])("it rejects a request %s", async (_what, body) => {
  const response = await fetch(`${prism.url}/sms/json`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  await response.body?.cancel();
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});
