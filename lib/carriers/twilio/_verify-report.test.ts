import fc from "fast-check";
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks";
import { describe, expect, test } from "vitest";
import { callbackOf } from "../../testing/carrier-promises";
import { callbackUrl } from "../callback-url";
import { isSignature, verifyReport } from "./_verify-report";

const authToken = "12345";
const fields = {
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
};
const form = new URLSearchParams(fields).toString();
const url = "https://mycompany.com/myapp.php?foo=1&bar=2";

/** A form as Twilio's library wants it: repeated names are lists. */
function toParams(text: string): Record<string, string | string[]> {
  const pairs = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(pairs.keys())].map((name) => {
      const values = pairs.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

describe("a signature of Twilio's", () => {
  test("is the one of its documentation", () => {
    const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    expect(isSignature(signature, { url, form }, authToken)).toBe(true);
    expect(isSignature(signature, { url, form: `${form}&More=1` }, authToken)).toBe(false);
    expect(isSignature(signature, { url: `${url}3`, form }, authToken)).toBe(false);
    expect(isSignature(signature, { url, form }, "12346")).toBe(false);
  });

  test.each([
    ["the port", "https://example.com/a?b=1", "https://example.com:443/a?b=1"],
    ["no port", "https://example.com:443/a?b=1", "https://example.com/a?b=1"],
    ["the other scheme's port", "http://example.com/a", "http://example.com:80/a"],
    ["no unusual port", "http://example.com:8080/a", "http://example.com/a"],
    ["a query encoded anew", "https://example.com/a?b=c+d", "https://example.com/a?b=c%20d"],
    ["an IPv6 address", "http://[::1]:8080/a", "http://[::1]/a"],
  ])("may be over the URL with %s", (_what, ours, theirs) => {
    const signature = getExpectedTwilioSignature(authToken, theirs, fields);
    expect(isSignature(signature, { url: ours, form }, authToken)).toBe(true);
  });

  test("is what Twilio's own library makes and accepts, whatever the fields", () => {
    const pair = fc.tuple(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ unit: "binary" }),
    );
    const name = fc.constantFrom("From", "To", "Body", "__proto__", "1", "0", "a");
    const pairs = fc.array(fc.oneof(pair, fc.tuple(name, fc.string({ unit: "binary" }))));
    const sent = fc.record({
      pairs,
      query: fc.constantFrom("", "?a=1&b=x%20y"),
      isWrong: fc.boolean(),
    });
    fc.assert(
      fc.property(sent, ({ pairs: list, query, isWrong }) => {
        const address = `https://example.com/api/webhooks/twilio/secret${query}`;
        const text = new URLSearchParams(list).toString();
        const params = toParams(text);
        const right = getExpectedTwilioSignature(authToken, address, params);
        const signature = isWrong
          ? right.replace(/^./, (first) => (first === "A" ? "B" : "A"))
          : right;
        const verdict = isSignature(signature, { url: address, form: text }, authToken);
        expect(verdict).toBe(!isWrong);
        expect(verdict).toBe(validateRequest(authToken, signature, address, params));
      }),
      { seed: 20_500, numRuns: 500 },
    );
  });
});

describe("a callback of Twilio's", () => {
  const account = { name: "twilio", authToken };
  const path = ["0191e7a0-0000-7000-8000-000000000001"];
  const sign = (address: string) => getExpectedTwilioSignature(authToken, address, fields);
  const called = (signature: string | undefined, change = {}) =>
    callbackOf({
      ...{ carrier: "twilio", body: form, path },
      header: (name) => (name === "x-twilio-signature" ? signature : undefined),
      ...change,
    });

  test("is proven by a signature over the public address, its path, and its query", () => {
    const address = callbackUrl("twilio", ...path);
    expect(verifyReport(called(sign(address)), account)).toBeUndefined();
    const queried = called(sign(`${address}?a=1`), { query: "a=1" });
    expect(verifyReport(queried, account)).toBeUndefined();
    const got = getExpectedTwilioSignature(authToken, `${address}?From=1`, {});
    const asked = called(got, { method: "GET", query: "From=1", body: "" });
    expect(verifyReport(asked, account)).toBeUndefined();
  });

  test.each<[string, string | undefined, object]>([
    ["without a signature", undefined, {}],
    ["with an empty one", "", {}],
    ["with one of another path", sign(callbackUrl("twilio")), {}],
    ["with one of another carrier", sign(callbackUrl("other", ...path)), {}],
    ["with a changed body", sign(callbackUrl("twilio", ...path)), { body: `${form}0` }],
    ["with a query beside it", sign(callbackUrl("twilio", ...path)), { query: "a=1" }],
    ["with a very long one", "a".repeat(8000), {}],
  ])("is not proven %s", (_what, signature, change) => {
    expect(verifyReport(called(signature, change), account)).toBe("wrong_signature");
  });

  test("is told that its secret is wrong before its signature is looked at", () => {
    const address = callbackUrl("twilio", ...path);
    expect(verifyReport(called(sign(address), { secret: "guess" }), account)).toBe("wrong_secret");
  });
});
