import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../core/ids";
import { secrets } from "../../core/secrets";
import { submitOne } from "../../testing/submit-one";
import { TwilioService, twilioProblem } from "../../testing/twilio-service";
import { callbackSecret } from "../callback-secret";
import type { Carrier } from "../carrier";
import { twilioKind } from "./twilio";

const service = new TwilioService();
const serviceSid = `MG${"b".repeat(32)}`;

beforeAll(() => service.listen());
afterEach(() => {
  service.behave = () => undefined;
});
afterAll(() => service.close());

function made(change: Record<string, string> = {}): Carrier {
  const settings = twilioKind.settings.parse({ ...service.settings, ...change });
  return twilioKind.create(settings, { name: "my twilio" });
}

const lastForm = () => Object.fromEntries(new URLSearchParams(service.asked.at(-1)?.body));

describe("a message to Twilio", () => {
  test("is asked for as documented, and its status comes to an address of its own", async () => {
    const messageId = newId();
    const outcome = await submitOne(made(), { messageId, from: "48732129001", body: "Zażółć & 1" });
    expect(outcome).toEqual({ kind: "accepted", ref: service.sidsTo("48732129000").at(-1) });
    const { ValidityPeriod, StatusCallback, ...form } = lastForm();
    expect(form).toEqual({ To: "+48732129000", From: "+48732129001", Body: "Zażółć & 1" });
    expect(Number(ValidityPeriod)).toBeGreaterThan(3500);
    expect(Number(ValidityPeriod)).toBeLessThanOrEqual(3600);
    const secret = callbackSecret("my twilio", secrets().carrierWebhook);
    expect(StatusCallback).toMatch(
      new RegExp(`^http.*/api/webhooks/my%20twilio/${secret}/${messageId}$`),
    );
  });

  test.each([
    ["Depesza", "Depesza"],
    ["71510", "71510"],
    ["+48732129001", "+48732129001"],
  ])("from %s is from %s there", async (from, wire) => {
    await submitOne(made(), { from });
    expect(lastForm()).toMatchObject({ From: wire });
  });

  test("leaves the sender to a messaging service, if there is one", async () => {
    await submitOne(made({ messaging_service_sid: serviceSid }));
    expect(lastForm()).toMatchObject({ MessagingServiceSid: serviceSid });
    expect(lastForm()).not.toHaveProperty("From");
  });

  test.each([
    [-5, "1"],
    [172_800, "36000"],
  ])("that is valid for %i more seconds gets %s of them there", async (seconds, wire) => {
    await submitOne(made(), { validUntil: new Date(Date.now() + seconds * 1000) });
    expect(lastForm()).toMatchObject({ ValidityPeriod: wire });
  });
});

describe("an error of Twilio's", () => {
  const refused = { kind: "refused" };
  const notTaken = { kind: "requeue", mayBeAccepted: false };
  const throttled = { ...notTaken, reason: "carrier_throttled" };
  const carrierWide = { ...notTaken, scope: "carrier" };

  test.each([
    ["invalid number", "400 21211", { ...refused, status: "bounced", carrierCode: "21211" }],
    ["landline", "400 21614", { ...refused, status: "bounced" }],
    ["untried landline", "400 21635", { ...refused, status: "bounced" }],
    ["opt-out", "400 21610", { ...refused, status: "bounced" }],
    ["short code", "400 21265", { ...refused, carrierCode: "21265" }],
    ["missing route", "400 21612", refused],
    ["country switched off", "400 21408", refused],
    ["wrong sender", "400 21606", refused],
    ["unverified recipient", "400 21608", refused],
    ["code nobody knows", "400 21999", { ...refused, reason: "Said by Twilio" }],
    ["wrong token", "401 20003", { ...carrierWide, reason: "carrier_unauthorized" }],
    ["forbidden account", "403 20006", { ...carrierWide, reason: "carrier_unauthorized" }],
    ["empty account", "402 29999", { ...carrierWide, reason: "carrier_out_of_credits" }],
    ["missing account", "404 20404", { ...carrierWide, reason: "carrier_down" }],
    ["busy API", "429 20429", { ...throttled, scope: "attempt" }],
    ["API that is away", "503 20503", { ...notTaken, reason: "carrier_error", scope: "attempt" }],
    // "it is possible for a customer to receive multiple messages" (twilio.com/docs/api/errors/20500)
    ["failed API", "500 20500", { kind: "ambiguous" }],
  ])("means what it says: %s (%s)", async (_what, said, outcome) => {
    const [status = 0, code = 0] = said.split(" ").map(Number);
    service.behave = () => twilioProblem(status, code, "Said by Twilio");
    expect(await submitOne(made())).toMatchObject(outcome);
  });

  test.each([
    [400, 21999],
    [401, 20003],
    [500, 20500],
    [503, 29998],
  ])("repeats nothing of a private text: %i %i", async (status, code) => {
    service.behave = () => twilioProblem(status, code, 'Blocked: "hunter2"');
    const outcome = await submitOne(made(), { body: "hunter2", isTextPrivate: true });
    expect(JSON.stringify(outcome)).not.toContain("hunter2");
  });

  test("says what it wants of the administrator, in its own words", async () => {
    service.behave = () => twilioProblem(401, 20003, "Authenticate\u202e");
    const detail = "HTTP 401: Authenticate (20003)";
    expect(await submitOne(made())).toMatchObject({ detail });
  });

  test("pauses everything if it says for how long", async () => {
    const { body } = twilioProblem(429, 20429, "Too Many Requests");
    service.behave = () => ({ status: 429, headers: { "retry-after": "7" }, body });
    expect(await submitOne(made())).toMatchObject({ scope: "pause", retryAfterMs: 7000 });
  });

  test.each([
    [400, "<h1>Bad Request</h1>", { ...notTaken, reason: "carrier_error", scope: "attempt" }],
    [301, "", { ...carrierWide, reason: "carrier_down" }],
    [405, "", { ...carrierWide, reason: "carrier_down" }],
    [408, "", { kind: "ambiguous" }],
    [502, "<h1>Bad Gateway</h1>", { kind: "ambiguous", detail: "HTTP 502" }],
    [200, "<p>Welcome</p>", { kind: "ambiguous" }],
    [201, '{"sid":""}', { kind: "ambiguous" }],
  ])("without a code: %i %s", async (status, body, outcome) => {
    service.behave = () => ({ status, body });
    expect(await submitOne(made())).toMatchObject(outcome);
  });

  test("that comes as a success ends the message, for no status of it will follow", async () => {
    const body = { sid: `SM${"c".repeat(32)}`, status: "failed", error_code: 30005 };
    service.behave = () => ({ status: 201, body });
    expect(await submitOne(made())).toEqual({
      ...{ kind: "refused", reason: "unknown_subscriber", carrierCode: "30005", status: "bounced" },
    });
  });
});

describe("a request to Twilio that has no response is never made again", () => {
  test.each(["cut", "silence", "reset"] as const)("%s", async (behaviour) => {
    service.behave = () => behaviour;
    const before = service.asked.length;
    expect(await submitOne(made())).toMatchObject({ kind: "ambiguous" });
    expect(service.asked.length - before).toBe(1);
  });

  test("unless it never left", async () => {
    const carrier = made({ url: "http://127.0.0.1:1" });
    expect(await submitOne(carrier)).toMatchObject({
      ...{ kind: "requeue", reason: "carrier_down", scope: "carrier", mayBeAccepted: false },
    });
  });
});

describe("an account at Twilio", () => {
  test("says what is left of its balance", async () => {
    await expect(made().health?.()).resolves.toEqual({ balance: { amount: "0.05", unit: "USD" } });
  });

  test("of a subaccount has none", async () => {
    service.behave = () => twilioProblem(404, 20404, "Not found");
    await expect(made().health?.()).resolves.toEqual({ balance: null });
  });

  test.each([
    ["with a wrong token", () => twilioProblem(401, 20003, "Authenticate")],
    ["at a wrong address", () => ({ status: 404, body: "<h1>Not Found</h1>" })],
  ])("%s does not pass for a healthy one", async (_what, behave) => {
    service.behave = behave;
    await expect(made().health?.()).rejects.toThrow(/HTTP 40[14]/);
  });

  test.each([
    ["account_sid", "SK0123456789abcdef0123456789abcdef"],
    ["messaging_service_sid", "MG123"],
    ["url", "api.twilio.com"],
  ])("is not set up with a wrong %s", (name, value) => {
    const { success } = twilioKind.settings.safeParse({ ...service.settings, [name]: value });
    expect(success).toBe(false);
  });
});
