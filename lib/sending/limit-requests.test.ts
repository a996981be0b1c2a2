import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { operatorOf } from "../core/actor";
import type { AppError } from "../core/errors";
import { limitRequests, ratePolicy } from "./limit-requests";

// Read when the first limit is asked for, which is after this.
process.env["RATE_LIMIT_BURST"] = "5";
process.env["RATE_LIMIT_SUSTAINED"] = "20";

describe("limiting an account's requests", () => {
  it("says what holds and what is left", async () => {
    expect(ratePolicy({})).toBe('"burst";q=5;w=1, "sustained";q=20;w=60');
    const account = randomUUID();
    expect(await limitRequests(operatorOf(account, "live"))).toEqual({
      policy: "sustained",
      remaining: 19,
      resetSeconds: 60,
    });
  });

  it("lets the burst through, as many again a second later, and refuses the rest; test tokens apart", async () => {
    const account = randomUUID();
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, () => limitRequests(operatorOf(account, "live"))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    await expect(limitRequests(operatorOf(account, "test"))).resolves.toBeDefined();
  });

  it("whoever waits exactly as long as told gets through, in 99 of 100 cases and more", async () => {
    const outcomes: boolean[] = [];
    for (let round = 0; round < 3; round += 1) {
      outcomes.push(...(await Promise.all(Array.from({ length: 200 }, useUpAndWait))));
    }
    const through = outcomes.filter(Boolean).length;
    expect(through / outcomes.length).toBeGreaterThanOrEqual(0.99);
  });

  it("counts on: who asks twenty times within the minute waits for its end, not for the second's", async () => {
    const account = randomUUID();
    let refusal: AppError | undefined;
    for (let accepted = 0; accepted < 20; ) {
      refusal = await limitRequests(operatorOf(account, "live")).then(
        () => undefined,
        (error: AppError) => error,
      );
      if (refusal) await wait(refusal.details.retryAfterMs ?? 0);
      else accepted += 1;
    }
    for (let again = 0; again < 6; again += 1) {
      const { details } = await refusalOf(account);
      expect(details.rate).toMatchObject({ policy: "sustained", remaining: 0 });
      expect(details.retryAfterMs).toBeGreaterThan(50_000);
    }
  });
});

/** Uses a window up from some moment within it; whether the wait that was asked for was enough. */
async function useUpAndWait(): Promise<boolean> {
  const account = randomUUID();
  await limitRequests(operatorOf(account, "live"));
  await wait(randomInt(900));
  const { details } = await refusalOf(account);
  await wait(details.retryAfterMs ?? 0);
  return limitRequests(operatorOf(account, "live")).then(
    () => true,
    () => false,
  );
}

/** Asks with more at once than can pass or wait; the refusal of one that could not. */
function refusalOf(account: string): Promise<AppError> {
  return new Promise((resolve) => {
    for (let asked = 0; asked < 12; asked += 1)
      limitRequests(operatorOf(account, "live")).catch(resolve);
  });
}
