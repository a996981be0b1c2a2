import { describe, expect, test } from "vitest";
import type { Route } from "./carriers-file";
import { describeRoute, type RoutedMessage, rankRoutes } from "./choose-route";
import { matchesPattern } from "./matches-pattern";

const message: RoutedMessage = {
  ...{ accountId: "acme", to: "48732129000", from: "Acme", class: "transactional" },
};
const route = (carrier: string, change: Partial<Route> = {}): Route => ({
  ...(change.country ? {} : { to: "*" }),
  ...{ carrier, priority: 1, weight: 1, ...change },
});
const ranked = (routes: Route[], change: Partial<RoutedMessage> = {}) =>
  rankRoutes(routes, { ...message, ...change }).map(({ carrier }) => carrier);

describe("routes are tried", () => {
  test("by the longest prefix that matches, whatever their order and priority", () => {
    const routes = [
      route("any"),
      route("poland", { to: "48" }),
      route("orange", { to: "48732", priority: 9 }),
    ];
    expect(ranked(routes)).toEqual(["orange", "poland", "any"]);
    expect(ranked(routes, { to: "48601000000" })).toEqual(["poland", "any"]);
    expect(ranked(routes, { to: "4915112345678" })).toEqual(["any"]);
  });

  test("by account, sender, and class before those for everybody", () => {
    const routes = [
      route("all", { to: "48" }),
      route("bulk", { to: "48", class: "bulk" }),
      route("sender", { to: "48", from: "Ac*" }),
      route("account", { to: "48", account: "acme" }),
    ];
    expect(ranked(routes)).toEqual(["account", "sender", "all"]);
    expect(ranked(routes, { class: "bulk" })).toEqual(["account", "sender", "bulk", "all"]);
    expect(ranked(routes, { accountId: "other", from: "Shop" })).toEqual(["all"]);
  });

  test("by priority, and then by weight", () => {
    const routes = [route("backup", { priority: 2 }), route("one", { weight: 3 }), route("two")];
    const firsts = Array.from({ length: 4000 }, () => ranked(routes)[0]);
    const share = firsts.filter((name) => name === "one").length / firsts.length;
    expect(ranked(routes).at(-1)).toBe("backup");
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.8);
  });

  test("by country, which a prefix longer than its code goes before", () => {
    const routes = [
      route("any"),
      route("poland", { country: "PL" }),
      route("orange", { to: "48732" }),
    ];
    expect(ranked(routes)).toEqual(["orange", "poland", "any"]);
    // The United States and Canada have one code.
    const america = [route("us", { country: "US" }), route("ca", { country: "CA" })];
    expect(ranked(america, { to: "12125550123" })).toEqual(["us"]);
    expect(ranked(america, { to: "16135550123" })).toEqual(["ca"]);
  });

  test("by nothing, when none matches", () => {
    expect(ranked([route("poland", { to: "49" })])).toEqual([]);
  });
});

test("a route is described by what it names", () => {
  const all = route("orange", {
    to: "48",
    account: "acme",
    from: "Ac*",
    class: "bulk",
    priority: 2,
  });
  expect(describeRoute(all)).toBe("to 48, account acme, from Ac*, bulk, priority 2: orange");
  expect(describeRoute(route("b", { country: "PL" }))).toBe("country PL, priority 1: b");
});

test.each([
  ["Acme", "Acme", true],
  ["Acme", "acme", false],
  ["Acme", "*", true],
  ["Acme", "A*e", true],
  ["Acme", "A*m*", true],
  ["aa", "a*a", true],
  ["a", "a*a", false],
  ["Acme", "*x*", false],
  ["Acme.*", "Acme.*", true],
  ["Acmexyz", "Acme.", false],
])("%s fits the pattern %s: %s", (text, pattern, fits) => {
  expect(matchesPattern(text, pattern)).toBe(fits);
});
