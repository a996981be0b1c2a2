import { expect, test } from "vitest";
import { gatherMembers, knownName } from "./gather-members";

test("members in brackets are gathered under the name before them, and nothing else is changed", () => {
  const query = { "metadata[a]": "1", "metadata[b c]": "2", to: "48", "x[]": "3", "y[a][b]": "4" };
  expect(gatherMembers(query)).toEqual({
    ...{ to: "48", "x[]": "3", "y[a][b]": "4" },
    metadata: { a: "1", "b c": "2" },
  });
});

test("a key that names the prototype is a key like any other, so that its filter is judged", () => {
  const gathered = gatherMembers({ "metadata[__proto__]": "1" });
  expect(Object.keys(gathered["metadata"] as object)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(gathered["metadata"])).toBe(Object.prototype);
});

test.each([
  ["metadata[order]", "metadata[…]"],
  ["metadata", "metadata"],
  ["metadata[]", "metadata[]"],
  ["a[b][c]", "a[b][c]"],
])("%s is known as %s", (name, known) => {
  expect(knownName(name)).toBe(known);
});
