import { expect, test } from "vitest";
import type { LogSearch } from "./log-search";
import { widerSearch } from "./wider-search";

test.each<[LogSearch, string | undefined, string | undefined]>([
  [
    { q: "code", status: "failed", since: "2026-05-15" },
    "status",
    "/messages?q=code&since=2026-05-15",
  ],
  [
    { q: "code", since: "2026-05-15T14:05", until: "2026-05-15T14:20" },
    "times",
    "/messages?q=code",
  ],
  [{ q: "your login code" }, "q", "/messages?q=login"],
  [{ q: "+48 732 129 000" }, "q", "/messages?q=129000"],
  [{ q: "code" }, undefined, undefined],
])("after nothing for %j comes the search without its %s", (search, without, href) => {
  const wider = widerSearch(search);
  expect(wider?.without).toBe(without);
  expect(wider?.href).toBe(href);
});

test("each step is wider, until nothing can be given up", () => {
  let search: LogSearch = {
    q: "your login code",
    test: "true",
    token: "tok_1",
    until: "2026-05-15",
  };
  const given: string[] = [];
  for (let wider = widerSearch(search); wider; wider = widerSearch(search)) {
    given.push(wider.without);
    search = Object.fromEntries(new URLSearchParams(wider.href.split("?")[1]));
  }
  expect(given).toEqual(["test", "token", "times", "q"]);
});
