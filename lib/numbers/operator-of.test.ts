import { expect, test } from "vitest";
import { operatorOf } from "./operator-of";

test("the operator is the one the carrier reported", () => {
  expect(operatorOf({ operator: "Orange Polska", to: "48732129000" })).toEqual({
    operator: "Orange Polska",
    operator_source: "carrier",
  });
});

test("else the holder of the number's range, named as such", () => {
  expect(operatorOf({ operator: null, to: "48732129000" })).toEqual({
    operator: "Play",
    operator_source: "range",
  });
});

test("else nobody: nothing is guessed", () => {
  expect(operatorOf({ operator: null, to: "48221234567" })).toEqual({
    operator: null,
    operator_source: null,
  });
});
