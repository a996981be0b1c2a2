import { describe, expect, test } from "vitest";
import { callbackOf } from "../../testing/carrier-promises";
import { type Signing, signatureMethods, signFields, verifyReport } from "./_verify-report";

const now = () => String(Math.floor(Date.now() / 1000));
const fields = { messageId: "0A00", status: "delivered", text: "a&b=c" };
const signing: Signing = { secret: "secret", method: "sha256" };

describe("a signature of Vonage's", () => {
  const known = { ...fields, timestamp: "1700000000" };

  // Made by coreutils and openssl, from the rule in the documentation.
  test.each([
    ["md5hash", "b0c0a5f28d0fe7b3381f5a0317f4f0b7"],
    ["sha256", "95a817f91d053fa74ea296efb9b4f806d42cbe89a6297871feb1737bf7e1e1f9"],
  ] as const)("by %s is the known one", (method, signature) => {
    expect(signFields({ ...known, sig: "anything" }, { secret: "secret", method })).toBe(signature);
  });

  test("differs by method", () => {
    const all = signatureMethods.map((method) => signFields(known, { secret: "secret", method }));
    expect(all.map(({ length }) => length)).toEqual([32, 32, 40, 64, 128]);
    expect(new Set(all).size).toBe(all.length);
  });
});

/** A callback with these fields, as each of the three settings of an account makes it. */
function calledAsEach(said: Record<string, string>, change: { secret?: string } = {}) {
  const form = new URLSearchParams(said).toString();
  return [
    callbackOf({ method: "GET", query: form, body: "", ...change }),
    callbackOf({ body: form, ...change }),
    callbackOf({ body: JSON.stringify(said), ...change }),
  ];
}

const verdicts = (said: Record<string, string>, by: Signing | undefined = signing) =>
  new Set(calledAsEach(said).map((callback) => verifyReport(callback, by)));

describe("a callback of an account that signs", () => {
  const signed = (said: Record<string, string>) => ({ ...said, sig: signFields(said, signing) });

  test.each(signatureMethods)("is proven by a signature made with %s", (method) => {
    const said = { ...fields, timestamp: now() };
    const by = { secret: "secret", method };
    const sig = signFields(said, by);
    expect(verdicts({ ...said, sig }, by)).toEqual(new Set([undefined]));
    expect(verdicts({ ...said, sig: sig.toUpperCase() }, by)).toEqual(new Set([undefined]));
  });

  test("is proven a day later, when it is repeated for the last time", () => {
    const timestamp = String(Number(now()) - 86_400);
    expect(verdicts(signed({ ...fields, timestamp }))).toEqual(new Set([undefined]));
  });

  const ago = (seconds: number) => String(Number(now()) - seconds);
  test.each<[string, () => Record<string, string>]>([
    ["nobody signed it", () => ({ ...fields, timestamp: now() })],
    ["its signature is empty", () => ({ ...fields, timestamp: now(), sig: "" })],
    ["it was changed", () => ({ ...signed({ ...fields, timestamp: now() }), status: "failed" })],
    ["a field was added", () => ({ ...signed({ ...fields, timestamp: now() }), more: "1" })],
    ["it has no time", () => signed(fields)],
    ["its time is no time", () => signed({ ...fields, timestamp: "soon" })],
    ["it is too old", () => signed({ ...fields, timestamp: ago(26 * 3600) })],
    ["it is of the future", () => signed({ ...fields, timestamp: ago(-900) })],
  ])("is not proven when %s", (_what, said) => {
    expect(verdicts(said())).toEqual(new Set(["wrong_signature"]));
  });

  test("is told that its secret is wrong before its signature is looked at", () => {
    const said = signed({ ...fields, timestamp: now() });
    for (const callback of calledAsEach(said, { secret: "guess" })) {
      expect(verifyReport(callback, signing)).toBe("wrong_secret");
    }
  });

  test.each(["{", "[".repeat(60_000), "a&".repeat(1000)])("is not proven by %j", (body) => {
    expect(verifyReport(callbackOf({ body }), signing)).toBe("wrong_signature");
  });
});

test("a callback of an account that does not sign is proven by its path", () => {
  for (const callback of calledAsEach(fields)) {
    expect(verifyReport(callback, undefined)).toBeUndefined();
  }
});
