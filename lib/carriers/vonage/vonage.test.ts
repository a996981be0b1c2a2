import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../core/ids";
import { secrets } from "../../core/secrets";
import { submitOne } from "../../testing/submit-one";
import { VonageService, vonageErrors } from "../../testing/vonage-service";
import { callbackSecret } from "../callback-secret";
import type { Carrier } from "../carrier";
import { vonageKind } from "./vonage";

const service = new VonageService();

beforeAll(() => service.listen());
afterEach(() => {
  service.behave = () => undefined;
});
afterAll(() => service.close());

function made(change: Record<string, string> = {}): Carrier {
  const settings = vonageKind.settings.parse({ ...service.settings, ...change });
  return vonageKind.create(settings, { name: "vonage" });
}

const lastForm = () => Object.fromEntries(new URLSearchParams(service.asked.at(-1)?.body));

describe("a message to Vonage", () => {
  test("is asked for as documented, and its receipts come to an address of its own", async () => {
    const messageId = newId();
    const outcome = await submitOne(made(), { messageId, from: "+48732129001", body: "A & b" });
    expect(outcome).toEqual({ kind: "accepted", ref: service.idsTo("48732129000").at(-1) });
    const { ttl, callback, ...form } = lastForm();
    expect(form).toEqual({
      ...{ api_key: service.apiKey, api_secret: service.apiSecret },
      ...{ from: "48732129001", to: "48732129000", text: "A & b", type: "text" },
      "client-ref": messageId.replaceAll("-", ""),
    });
    expect(Number(ttl)).toBeGreaterThan(3_500_000);
    expect(Number(ttl)).toBeLessThanOrEqual(3_600_000);
    const secret = callbackSecret("vonage", secrets().carrierWebhook);
    expect(callback).toMatch(new RegExp(`^http.*/api/webhooks/vonage/${secret}/${messageId}$`));
  });

  test.each([
    ["Zażółć", "unicode"],
    ["😀", "unicode"],
    ["Ÿ", "unicode"],
    ["{€} ñ à Δ\n", "text"],
  ])("%j is sent as %s", async (body, type) => {
    await submitOne(made(), { body });
    expect(lastForm()).toMatchObject({ text: body, type });
  });

  test.each([
    [-5, "20000"],
    [1_209_600, "604800000"],
  ])("that is valid for %i more seconds has a ttl of %s", async (seconds, ttl) => {
    await submitOne(made(), { validUntil: new Date(Date.now() + seconds * 1000) });
    expect(lastForm()).toMatchObject({ ttl });
  });

  test("of several parts has an ID for each", async () => {
    const to = "48732129077";
    const outcome = await submitOne(made(), { to, body: "a".repeat(320) });
    const parts = service.idsTo(to);
    expect(parts).toHaveLength(3);
    expect(outcome).toEqual({ kind: "accepted", ref: parts[0], parts });
  });
});

describe("an error of Vonage's", () => {
  const refused = { kind: "refused" };
  const notTaken = { kind: "requeue", mayBeAccepted: false };
  const throttled = { ...notTaken, reason: "carrier_throttled", scope: "attempt" };
  const unauthorized = { ...notTaken, reason: "carrier_unauthorized", scope: "carrier" };
  const bounced = { ...refused, status: "bounced" };

  test.each([
    ["1", throttled],
    ["2", { ...refused, carrierCode: "2" }],
    ["3", refused],
    ["4", unauthorized],
    ["5", { ...notTaken, reason: "carrier_error", scope: "attempt" }],
    ["6", refused],
    ["7", bounced],
    ["8", unauthorized],
    ["9", { ...notTaken, reason: "carrier_out_of_credits", scope: "carrier" }],
    ["10", throttled],
    ["11", unauthorized],
    ["12", refused],
    ["14", unauthorized],
    ["15", refused],
    ["22", refused],
    ["23", refused],
    ["29", refused],
    ["32", unauthorized],
    ["33", { ...bounced, reason: "unknown_subscriber" }],
    ["77", { ...refused, reason: "Error 77", carrierCode: "77" }],
  ])("means what it says: %s", async (status, outcome) => {
    service.behave = () => vonageErrors(status);
    expect(await submitOne(made())).toMatchObject(outcome);
  });

  test.each(["77", "9"])("repeats nothing of a private text: %s", async (status) => {
    const message = { status, "error-text": 'Blocked: "hunter2"' };
    const body = "hunter2".padEnd(200, " ");
    for (const messages of [[message], [{ status: "0", "message-id": "A" }, message]]) {
      service.behave = () => ({ status: 200, body: { messages } });
      const outcome = await submitOne(made(), { body, isTextPrivate: true });
      expect(outcome).toMatchObject({ kind: expect.stringMatching(/refused|requeue/) });
      expect(JSON.stringify(outcome)).not.toContain("hunter2");
    }
  });

  test("says what it wants of the administrator, in its own words", async () => {
    service.behave = () => vonageErrors("9");
    expect(await submitOne(made())).toMatchObject({ detail: "Error 9 (status 9)" });
  });

  test("is read whatever its HTTP status", async () => {
    service.behave = () => ({ ...vonageErrors("9"), status: 500 });
    expect(await submitOne(made())).toMatchObject({ reason: "carrier_out_of_credits" });
  });

  test.each([
    [400, "", { ...notTaken, reason: "carrier_error", scope: "attempt" }],
    [401, { title: "Unauthorized" }, { ...unauthorized, detail: "HTTP 401: Unauthorized" }],
    [402, "", { ...notTaken, reason: "carrier_out_of_credits" }],
    [404, "", { ...notTaken, reason: "carrier_down", scope: "carrier" }],
    [420, "", throttled],
    [429, "", throttled],
    [500, "", { kind: "ambiguous", detail: "HTTP 500" }],
    [200, "<p>Welcome</p>", { kind: "ambiguous" }],
    [200, { messages: [] }, { kind: "ambiguous" }],
    [200, { messages: [{ status: "0" }] }, { kind: "ambiguous" }],
    [200, { messages: [{ status: "0", "message-id": "A" }, { status: 0 }] }, { kind: "ambiguous" }],
  ])("without a code of its own: %i %j", async (status, body, outcome) => {
    service.behave = () => ({ status, body });
    expect(await submitOne(made())).toMatchObject(outcome);
  });
});

describe("a message whose parts Vonage did not all accept", () => {
  const body = "a".repeat(320);

  test.each([
    ["1", "failed"],
    ["33", "bounced"],
  ])("ends, and is not sent twice in part: %s", async (code, status) => {
    service.behave = (request) => service.take(request, (place) => (place === 1 ? code : "0"));
    const before = service.asked.length;
    expect(await submitOne(made(), { body })).toEqual({
      kind: "refused",
      reason: expect.stringMatching(/^The carrier accepted only 2 of 3 parts: /),
      carrierCode: code,
      status,
    });
    expect(service.asked.length - before).toBe(1);
  });

  test("is retried if none was", async () => {
    service.behave = () => vonageErrors("1", "1", "1");
    expect(await submitOne(made(), { body })).toMatchObject({
      ...{ kind: "requeue", reason: "carrier_throttled", mayBeAccepted: false },
    });
  });
});

describe("a request to Vonage that has no response is never made again", () => {
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

describe("an account at Vonage", () => {
  test("says what is left of its balance", async () => {
    await expect(made().health?.()).resolves.toEqual({ balance: { amount: "10.28", unit: "EUR" } });
    expect(service.asked.at(-1)?.query.size).toBe(0);
  });

  test("with a wrong secret does not pass for a healthy one", async () => {
    await expect(made({ api_secret: "guess" }).health?.()).rejects.toThrow("HTTP 401");
  });

  test("is not set up with a signature nobody knows", () => {
    const settings = { ...service.settings, signature_method: "crc32" };
    expect(vonageKind.settings.safeParse(settings).success).toBe(false);
  });
});
