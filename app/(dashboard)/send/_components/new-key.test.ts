import { expect, test } from "vitest";
import { newKey } from "./new-key";

test("a key is a UUID of version 4", () => {
  for (let round = 0; round < 200; round += 1) {
    expect(newKey()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

test("no two keys are alike", () => {
  expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000);
});
