import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../core/ids";
import { prismStartMs, startPrism } from "../../testing/start-prism";
import { submitOne } from "../../testing/submit-one";
import type { Carrier } from "../carrier";
import { twilioKind } from "./twilio";

const accountSid = `AC${"a".repeat(32)}`;
const serviceSid = `MG${"b".repeat(32)}`;
let prism: Awaited<ReturnType<typeof startPrism>>;

beforeAll(async () => {
  prism = await startPrism("lib/carriers/twilio/specification.json");
}, prismStartMs);
afterAll(() => prism.stop());

function made(change: { messaging_service_sid?: string } = {}): Carrier {
  const settings = { url: prism.url, account_sid: accountSid, auth_token: "secret", ...change };
  return twilioKind.create(twilioKind.settings.parse(settings), { name: "twilio" });
}

describe("Twilio's own specification allows", () => {
  test.each([
    ["a number with a plus as sender", { from: "+48732129001" }],
    ["a number without one", { from: "48732129001" }],
    ["a short code", { from: "71510" }],
    ["characters of every alphabet", { body: "Zażółć &=+% 😀\n\u0000" }],
    ["the longest text", { body: "ż".repeat(670) }],
    ["a validity of more than ten hours", { validUntil: new Date(Date.now() + 172_800_000) }],
    ["a validity that has just ended", { validUntil: new Date(Date.now() - 1000) }],
  ])("a message with %s", async (_what, change) => {
    expect(await submitOne(made(), change)).toMatchObject({ kind: "accepted" });
  });

  test("a messaging service in place of a sender", async () => {
    const carrier = made({ messaging_service_sid: serviceSid });
    expect(await submitOne(carrier, { messageId: newId() })).toMatchObject({ kind: "accepted" });
  });

  test("the question for the balance", async () => {
    await expect(made().health?.()).resolves.toHaveProperty("balance");
  });
});

test.each([
  ["without a recipient", "Body=Hello"],
  ["with a validity that is no number", "To=%2B48732129000&ValidityPeriod=soon"],
])("it rejects a request %s", async (_what, body) => {
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const response = await fetch(`${prism.url}${path}`, {
    method: "POST",
    headers: {
      authorization: "Basic YTpi",
      "content-type": "application/x-www-form-urlencoded",
    },
    body,
  });
  await response.body?.cancel();
  expect(response.status).toBe(422);
});
