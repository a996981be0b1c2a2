import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { carrierAttempts, carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { carrierHealth } from "../testing/carrier-health";
import { useOwnDatabase } from "../testing/use-own-database";
import { attemptWindow, forgetAttempts } from "./_attempt-window";
import type { Requeue } from "./carrier";
import { checkCircuitBreaker } from "./check-circuit-breaker";
import { concludeProbe } from "./conclude-probe";
import { updateCircuitBreaker } from "./update-circuit-breaker";

let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    SMS_API_URL: "http://127.0.0.1:9",
    SMS_API_TOKEN: "upstream-token",
  });
});
afterEach(async () => {
  await db().delete(carrierStates);
  await db().delete(carrierAttempts);
  forgetAttempts();
});
afterAll(() => dropDatabase?.());

const circuit = async () => (await carrierHealth()).circuit;

describe("processes share a circuit", () => {
  const failure: Requeue = {
    kind: "requeue",
    reason: "carrier_error",
    detail: "HTTP 500",
    retryAfterMs: null,
    scope: "attempt",
    mayBeAccepted: true,
  };

  async function attempt(count: number): Promise<void> {
    forgetAttempts();
    for (let place = 0; place < count; place += 1) attemptWindow("upstream").record(failure);
    await updateCircuitBreaker("upstream");
  }

  test("so failures of two add up to what opens it for all", async () => {
    await attempt(8);
    expect(await checkCircuitBreaker("upstream")).toMatchObject({ state: "closed" });
    await attempt(8);
    forgetAttempts();
    expect(await checkCircuitBreaker("upstream")).toMatchObject({
      state: "open",
      reason: "carrier_down",
    });
    expect(await carrierHealth()).toMatchObject({
      circuit: "open",
      detail: "HTTP 500",
      window: { seconds: 20, attempts: 16, failures: 16 },
    });
  });

  test("so successes of one outweigh the failures of another", async () => {
    for (let place = 0; place < 20; place += 1) {
      attemptWindow("upstream").record({ kind: "accepted", ref: "1" });
    }
    await updateCircuitBreaker("upstream");
    await attempt(9);
    expect(await circuit()).toBe("closed");
    expect(await carrierHealth()).toMatchObject({ window: { attempts: 29, failures: 9 } });
  });

  test("and when it is time, one of them probes; what half its attempts say is what counts", async () => {
    await attempt(15);
    const due = () => db().update(carrierStates).set({ retryAt: sql`now()` });
    const probing = async () => {
      await due();
      const all = await Promise.all(
        Array.from({ length: 5 }, () => checkCircuitBreaker("upstream")),
      );
      return all.map(({ state }) => state).sort();
    };
    const one = ["half_open", "open", "open", "open", "open"];
    expect(await probing()).toEqual(one);
    expect(await circuit()).toBe("half_open");
    await concludeProbe("upstream", [failure, failure, { kind: "accepted", ref: "1" }]);
    expect(await circuit()).toBe("open");
    expect(await probing()).toEqual(one);
    await concludeProbe("upstream", [{ kind: "skipped", reason: null }]);
    expect(await probing()).toEqual(one);
    await concludeProbe("upstream", [failure, { kind: "accepted", ref: "1" }]);
    expect(await circuit()).toBe("closed");
  });

  test("and a failed probe changes neither why it is open nor since when", async () => {
    await attempt(15);
    const before = await carrierHealth();
    expect(before).toMatchObject({ circuit: "open", reason: "carrier_down" });
    await concludeProbe("upstream", [failure, failure]);
    const { circuit: state, reason, since } = await carrierHealth();
    expect({ state, reason, since }).toEqual({
      ...{ state: "open", reason: "carrier_down", since: before.since },
    });
  });
});
