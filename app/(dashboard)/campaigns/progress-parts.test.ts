import { expect, test } from "vitest";
import { progressParts, progressSum } from "./progress-parts";

const progress = {
  people: 78,
  waiting: 40,
  statuses: { delivered: 30, queued: 5, failed: 2, sent: 0 },
  opted_out: 1,
  not_sent: 0,
  submitted: 32,
  messages_per_second: 10,
  seconds_left: 5,
};

test("everybody is in one part, from what is done to what is not, and what does not occur is left out", () => {
  const parts = progressParts({ progress });
  expect(parts.map(({ name, count }) => `${name} ${count}`)).toEqual([
    "delivered 30",
    "failed 2",
    "opted_out 1",
    "queued 5",
    "waiting 40",
  ]);
  expect(progressSum(parts)).toEqual({ people: 78, ended: 33 });
});

test("before the start there is no progress", () => {
  expect(progressParts({ progress: null })).toEqual([]);
});
