import { expect, test } from "vitest";
import type { Health } from "@/lib/operations/health-operations";
import { administratorParts, levelOf, publicParts, verdictOf } from "./parts";
import { statusPageWords } from "./words";

const well = { database: "ok", migrations: "ok", disk: "ok", worker: "ok", carrier: "ok" } as const;
const health = (status: Health["status"], parts: Health["parts"]): Health => {
  return { status, version: "1.0.0", parts };
};

test.each([
  ["all is well", health("ok", well), "ok"],
  ["a backup is late", health("degraded", { ...well, backup: "late" }), "ok"],
  ["the disk fills up", health("degraded", { ...well, disk: "low" }), "ok"],
  ["the worker is late", health("degraded", { ...well, worker: "late" }), "delayed"],
  ["no carrier accepts", health("degraded", { ...well, carrier: "in_trouble" }), "delayed"],
  ["the database is away", health("unavailable", { database: "failed" }), "unavailable"],
] as const)("when %s, the public reads what it means for messages", (_what, given, verdict) => {
  expect(verdictOf(given)).toBe(verdict);
});

test("a part that was not looked at is not said to work", () => {
  expect(levelOf(undefined)).toBe("unchecked");
});

test("every state of every part has words in both languages", () => {
  const states = {
    ...{ database: ["ok", "failed"], migrations: ["ok", "failed"], disk: ["ok", "low", "failed"] },
    ...{ worker: ["ok", "late"], carrier: ["ok", "in_trouble"] },
    ...{ replica: ["ok", "late", "away"], backup: ["ok", "late"] },
  };
  for (const part of [...publicParts, ...administratorParts]) {
    for (const { parts } of Object.values(statusPageWords)) {
      expect(Object.keys(parts[part].states)).toEqual(states[part]);
    }
  }
});
