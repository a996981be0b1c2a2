import { timingSafeEqual } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { secrets } from "../core/secrets";
import { callbackOf } from "../testing/carrier-promises";
import { carriers } from "./carriers";

vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});

const compared = vi.mocked(timingSafeEqual);
beforeEach(() => {
  compared.mockClear();
});

const verified = carriers.flatMap(({ name, callbacks }) =>
  callbacks ? [{ name, callbacks }] : [],
);

test.each(verified)("$name compares every secret in constant time", ({ callbacks }) => {
  const right = secrets().carrierWebhook;
  for (const secret of ["", "a", `${right}a`, right.replace(/.$/, "~"), "a".repeat(4000)]) {
    callbacks.verify(callbackOf({ secret }));
    const [one, other] = compared.mock.lastCall ?? [];
    // Hashes, so equally long ones, whatever came: nothing returns early.
    expect([one?.byteLength, other?.byteLength]).toEqual([32, 32]);
    expect(compared).toHaveBeenCalledTimes(1);
    compared.mockClear();
  }
});
