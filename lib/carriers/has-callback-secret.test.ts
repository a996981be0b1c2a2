import { timingSafeEqual } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { secrets } from "../core/secrets";
import { callbackOf } from "../testing/carrier-promises";
import { callbackSecret } from "./callback-secret";
import { hasCallbackSecret } from "./has-callback-secret";

vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});

const compared = vi.mocked(timingSafeEqual);
beforeEach(() => {
  compared.mockClear();
});

test("every secret is compared in constant time", () => {
  const right = callbackSecret("carrier", secrets().carrierWebhook);
  for (const secret of ["", "a", `${right}a`, right.replace(/.$/, "~"), "a".repeat(4000)]) {
    hasCallbackSecret(callbackOf({ secret }));
    // Hashes, so equally long ones, whatever came: nothing returns early.
    const lengths = compared.mock.calls.flat().map(({ byteLength }) => byteLength);
    expect(lengths).toEqual([32, 32, 32, 32]);
    compared.mockClear();
  }
});

test("a carrier's secret is no other's, and the common one counts only where it was given out", () => {
  expect(hasCallbackSecret(callbackOf({ carrier: "orange" }))).toBe(true);
  const { secret } = callbackOf({ carrier: "twilio" });
  expect(hasCallbackSecret(callbackOf({ carrier: "orange", secret }))).toBe(false);
  const common = secrets().carrierWebhook;
  expect(hasCallbackSecret(callbackOf({ secret: common }))).toBe(false);
  expect(hasCallbackSecret(callbackOf({ secret: common, mayBeCommon: true }))).toBe(true);
});
