import { expect, test } from "vitest";
import { niceTop } from "./nice-top";

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [10, 10],
  [11, 20],
  [41, 60],
  [85, 100],
  [3999, 4000],
])("a chart of at most %d has its upper edge at %d", (greatest, top) => {
  expect(niceTop(greatest)).toBe(top);
});
