import { expect, test } from "vitest";
import { assignUse, usesOf } from "./column-uses";

test("a column can be the number, or the variable its name makes", () => {
  const columns = ["Phone", "First name", "2024", "to"];
  const mapping = ["to", "name", null, null];
  expect(usesOf(mapping, columns, 0)).toEqual(["to", "phone"]);
  expect(usesOf(mapping, columns, 1)).toEqual(["to", "name", "first_name"]);
  expect(usesOf(mapping, columns, 2)).toEqual(["to", "column_3"]);
  expect(usesOf(mapping, columns, 3)).toEqual(["to", "column_4"]);
});

test("one column is the number, and no two are one variable; many may be ignored", () => {
  expect(assignUse(["to", "name", null], 1, "to")).toEqual([null, "to", null]);
  expect(assignUse(["to", "name", null], 2, "name")).toEqual(["to", null, "name"]);
  expect(assignUse(["to", "name", null], 1, null)).toEqual(["to", null, null]);
});
