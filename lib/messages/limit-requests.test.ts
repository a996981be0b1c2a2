import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AppError } from "../core/errors";
import { limitRequests } from "./limit-requests";

function requests(accountId: string, count: number, isTest = false) {
  return Promise.all(
    Array.from({ length: count }, () =>
      limitRequests(accountId, isTest).then(
        () => "passed",
        ({ code }: AppError) => code,
      ),
    ),
  );
}

describe("the burst limit", () => {
  test("lets twice its quota through at once, the second half a second later, and refuses the rest", async () => {
    const outcomes = await requests(randomUUID(), 250);
    expect(outcomes.filter((outcome) => outcome === "passed")).toHaveLength(200);
    expect(outcomes.filter((outcome) => outcome === "rate_limited")).toHaveLength(50);
  });

  test("counts accounts, and test tokens of one account, apart", async () => {
    const accountId = randomUUID();
    const outcomes = await Promise.all([
      requests(accountId, 200),
      requests(accountId, 200, true),
      requests(randomUUID(), 200),
    ]);
    expect(new Set(outcomes.flat())).toEqual(new Set(["passed"]));
  });
});
