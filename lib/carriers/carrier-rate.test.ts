import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useOwnDatabase } from "../testing/use-own-database";
import { reserveRate, settleRate } from "./carrier-rate";
import type { ReadyCarrier } from "./carrier-setup";
import { Common } from "./carriers-file";
import { simulator } from "./simulator/simulator";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const limited = (name: string, rate?: number, burst?: number): ReadyCarrier => ({
  ...{ kind: "simulator", carrier: { ...simulator, name }, fingerprint: name },
  common: Common.parse({ name, rate, burst }),
});

describe("a carrier's rate", () => {
  test("leaves room for everything when there is none", async () => {
    expect(await reserveRate(limited("free"), 500)).toEqual({ parts: 500, waitMs: 0 });
  });

  test("gives a second's worth at once, and says when there is room again", async () => {
    const carrier = limited("slow", 0.2);
    expect(await reserveRate(carrier, 100)).toEqual({ parts: 1, waitMs: 0 });
    const { parts, waitMs } = await reserveRate(carrier, 100);
    expect(parts).toBe(0);
    expect(waitMs).toBeGreaterThan(4000);
    expect(waitMs).toBeLessThanOrEqual(5001);
  });

  test("is shared by everybody who asks at once", async () => {
    const carrier = limited("shared", 0.01, 20);
    const reserved = await Promise.all(Array.from({ length: 10 }, () => reserveRate(carrier, 7)));
    expect(reserved.reduce((sum, { parts }) => sum + parts, 0)).toBe(20);
  });

  test("counts the parts that left: more of them make the next wait, fewer give room back", async () => {
    const carrier = limited("parts", 0.01, 10);
    await reserveRate(carrier, 4);
    await settleRate(carrier, 6);
    expect(await reserveRate(carrier, 1)).toMatchObject({ parts: 0 });
    await settleRate(carrier, -3);
    expect(await reserveRate(carrier, 10)).toMatchObject({ parts: 3 });
  });
});
