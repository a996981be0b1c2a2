import { timingSafeEqual } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { secrets } from "../core/secrets";
import { callbackOf } from "../testing/carrier-promises";
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
  const right = secrets().carrierWebhook;
  for (const secret of ["", "a", `${right}a`, right.replace(/.$/, "~"), "a".repeat(4000)]) {
    hasCallbackSecret(callbackOf({ secret }));
    const [one, other] = compared.mock.lastCall ?? [];
    // Hashes, so equally long ones, whatever came: nothing returns early.
    expect([one?.byteLength, other?.byteLength]).toEqual([32, 32]);
    expect(compared).toHaveBeenCalledTimes(1);
    compared.mockClear();
  }
});
