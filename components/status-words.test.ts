import { expect, test } from "vitest";
import { reasonWords } from "./status-words";

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
  "a carrier may call a reason %s",
  (code) => {
    expect(reasonWords(code, "en")).toBe(code.replaceAll("_", " "));
    expect(reasonWords(code, "pl")).toBe(code.replaceAll("_", " "));
  },
);

test("an unknown reason is shown as it is", () => {
  expect(reasonWords("no_roaming_here", "en")).toBe("no roaming here");
});
