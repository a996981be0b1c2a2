import { expect, test } from "vitest";
import { findMarkPile } from "./find-mark-pile";

const marks = (count: number) => "\u0301\u0323".repeat(count).slice(0, count);

test.each(["", "Zażółć", `a${marks(30)}b${marks(30)}`, "ก็็", "👩🏽‍❤️‍💋‍👨🏿"])(
  "%s can be normalized as it is",
  (text) => {
    expect(findMarkPile(text)).toBeUndefined();
  },
);

test("a letter with more than 30 marks is named with its place", () => {
  expect(findMarkPile(`ab${marks(31)}`)?.in("en")).toBe(
    "The text has more than 30 combining marks in a row at position 3.",
  );
});
