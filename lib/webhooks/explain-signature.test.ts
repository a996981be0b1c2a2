import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventBody } from "./event-body";
import { explainSignature } from "./explain-signature";
import { makeSecret, signPayload } from "./sign-payload";

const secret = makeSecret();
const now = new Date("2026-05-15T14:23:47Z");
const id = "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R";
const body = eventBody({
  eventId: "0195d3a2-6f0e-7c43-9d6d-0d7ad1d8a001",
  type: "sms.bounced",
  at: now,
  messageId: "0195d3a2-6f0e-7c43-9d6d-0d7ad1d8a002",
  to: "48732129000",
  from: "Łódź/Café",
  operator: null,
  segments: 1,
  reason: "unknown_subscriber",
  clientRef: "a/b & <c>",
  metadata: { b: 1, aa: { b: 1, aa: "a/b & <c>" } },
  idempotencyKey: null,
  test: false,
});
const eventId = (JSON.parse(body) as { id: string }).id;

function request(change: { headers?: Record<string, string>; body?: string; ageSeconds?: number }) {
  const timestamp = Math.floor(now.getTime() / 1000) - (change.ageSeconds ?? 0);
  const headers = {
    "Webhook-Id": eventId,
    "Webhook-Timestamp": String(timestamp),
    "Webhook-Signature": signPayload({ id: eventId, timestamp, body }, [secret]),
    ...change.headers,
  };
  return { secrets: [secret], headers, body: change.body ?? body, now };
}

const reasonOf = (change: Parameters<typeof request>[0]) =>
  explainSignature(request(change)).reason;

/** What a JSON library makes of a body that was parsed and written again. */
function rewritten(write: (value: Record<string, unknown>) => string): string {
  return write(JSON.parse(body));
}

describe("a signature is explained", () => {
  test("as right when it is, during a rotation too", () => {
    expect(reasonOf({})).toBe("ok");
    expect(explainSignature({ ...request({}), secrets: [makeSecret(), secret] }).reason).toBe("ok");
  });

  test.each<[string, string]>([
    ["indented", rewritten((value) => JSON.stringify(value, null, 2))],
    ["spaced as Python writes it", body.replaceAll('":', '": ').replaceAll(',"', ', "')],
    [
      "escaped as PHP writes it",
      body
        .replaceAll("/", "\\/")
        .replace(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`),
    ],
    ["escaped as Go writes it", body.replaceAll("<", "\\u003c").replaceAll("&", "\\u0026")],
    [
      "with sorted members",
      rewritten((value) =>
        JSON.stringify(value, (_name, held) =>
          typeof held === "object" && held !== null
            ? Object.fromEntries(Object.entries(held).sort())
            : held,
        ),
      ),
    ],
    ["with a line end added", `${body}\n`],
    ["with a byte order mark", `\uFEFF${body}`],
  ])("as a changed body: %s", (_what, changed) => {
    expect(changed).not.toBe(body);
    expect(reasonOf({ body: changed })).toBe("body_changed");
  });

  test("by the clock when the time is more than five minutes off, either way", () => {
    expect(reasonOf({ ageSeconds: 300 })).toBe("ok");
    expect(reasonOf({ ageSeconds: 301 })).toBe("clock");
    expect(reasonOf({ ageSeconds: -400 })).toBe("clock");
  });

  test("as another request's when header and body name different events", () => {
    expect(reasonOf({ headers: { "Webhook-Id": id } })).toBe("id_mismatch");
  });

  test("as another secret's, or another content's", () => {
    expect(explainSignature({ ...request({}), secrets: [makeSecret()] }).reason).toBe(
      "wrong_secret",
    );
    expect(reasonOf({ body: body.replace("48732129000", "48732129001") })).toBe("wrong_secret");
  });

  test.each<[string, Record<string, string>]>([
    ["no id", { "Webhook-Id": "" }],
    ["no time", { "Webhook-Timestamp": " " }],
    ["no signature", { "Webhook-Signature": "" }],
    ["a time in words", { "Webhook-Timestamp": "2026-05-15T14:23:47Z" }],
    ["a time in milliseconds", { "Webhook-Timestamp": "1778855027000" }],
    [
      "a signature without its version",
      { "Webhook-Signature": "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" },
    ],
    ["a signature cut short", { "Webhook-Signature": "v1,g0hM9SsE" }],
  ])("as a malformed header: %s", (_what, headers) => {
    expect(reasonOf({ headers })).toBe("malformed_header");
  });

  test("whatever is pasted, with a sentence", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (headers, text) => {
        const { sentence } = explainSignature({ ...request({ headers }), body: text });
        expect(sentence.in("en")).toMatch(/\.$/);
      }),
    );
  });
});
