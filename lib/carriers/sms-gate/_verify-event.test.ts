import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callbackOf } from "../../testing/carrier-promises";
import { verifyEvent } from "./_verify-event";

// Made with openssl: printf '%s' '{"event":"sms:sent"}1700000000' | openssl dgst -sha256 -hmac secret
const vector = {
  body: '{"event":"sms:sent"}',
  timestamp: "1700000000",
  signature: "abcfcd7ffd6410e3839426b28ac1a4d4e3632ac76f43ec5ad516290af18b05ae",
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Change {
  body?: string;
  secret?: string;
  headers?: Record<string, string>;
}

function verify({ body = vector.body, headers = {}, ...change }: Change, key?: string) {
  const { timestamp, signature } = vector;
  const sent: Record<string, string> = {
    "x-timestamp": timestamp,
    "x-signature": signature,
    ...headers,
  };
  return verifyEvent(callbackOf({ body, header: (name) => sent[name], ...change }), key);
}

describe("an event of the phone", () => {
  test("is proven by the signature that openssl makes", () => {
    expect(verify({}, "secret")).toBeUndefined();
    expect(verify({ headers: { "x-signature": vector.signature.toUpperCase() } }, "secret")).toBe(
      undefined,
    );
  });

  test.each<[string, Change]>([
    ["has no signature", { headers: { "x-signature": "" } }],
    ["has another signature", { headers: { "x-signature": vector.signature.replace("a", "b") } }],
    ["has no time", { headers: { "x-timestamp": "" } }],
    ["has a time that is none", { headers: { "x-timestamp": "1e9" } }],
    ["says something else", { body: `${vector.body} ` }],
  ])("is not proven when it %s", (_what, change) => {
    expect(verify(change, "secret")).toBe("wrong_signature");
  });

  test("is not proven by another key, or later than five minutes after or before its time", () => {
    expect(verify({}, "another")).toBe("wrong_signature");
    for (const [seconds, doubt] of [
      [300, undefined],
      [301, "wrong_signature"],
      [-300, undefined],
      [-301, "wrong_signature"],
    ] as const) {
      vi.setSystemTime(1_700_000_000_000 + seconds * 1000);
      expect(verify({}, "secret"), String(seconds)).toBe(doubt);
    }
  });

  test("needs no signature where there is no key, and the secret in any case", () => {
    expect(verify({ headers: { "x-signature": "" } })).toBeUndefined();
    expect(verify({ secret: "guess" })).toBe("wrong_secret");
    expect(verify({ secret: "guess" }, "secret")).toBe("wrong_secret");
  });
});
