import { expect, test } from "vitest";
import { describeRoute } from "@/lib/carriers/choose-route";
import { routeWords } from "./route-words";

const least = { to: "48", carrier: "orange", priority: 1, weight: 1 };

test.each([
  [least, "na 48, priorytet 1: orange"],
  [{ ...least, to: "*" }, "na *, priorytet 1: orange"],
  [
    { ...least, account: "acc_1", from: "Shop, Ltd*", class: "bulk" as const, priority: 20 },
    "na 48, konto acc_1, nadawca Shop, Ltd*, jedna treść do wielu, priorytet 20: orange",
  ],
  [{ ...least, to: undefined, country: "PL" }, "kraj PL, priorytet 1: orange"],
])("a route is worded in Polish, as %j", (route, words) => {
  const stored = describeRoute(route as Parameters<typeof describeRoute>[0]);
  expect(routeWords(stored, "pl")).toBe(words);
  expect(routeWords(stored, "en")).toBe(stored);
});

test("what an earlier release wrote otherwise is shown as it is", () => {
  expect(routeWords("the only carrier", "pl")).toBe("the only carrier");
});
