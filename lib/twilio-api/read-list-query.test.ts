import { expect, test } from "vitest";
import { readListQuery } from "./read-list-query";

const read = (query: Record<string, string>) => readListQuery(new URLSearchParams(query));

test("a query without anything asks for the first fifty", () => {
  expect(read({})).toEqual({ wire: { limit: 50 }, filters: [], page: 0, pageSize: 50 });
});

test("a day is that day, and its neighbours are its bounds", () => {
  expect(read({ DateSent: "2026-05-15" }).wire).toMatchObject({
    ...{ since: "2026-05-15T00:00:00.000Z", until: "2026-05-16T00:00:00.000Z" },
  });
  const period = { "DateSent>": "2026-05-15T10:00:00Z", "DateSent<": "2026-05-16" };
  expect(read(period).wire).toMatchObject({
    ...{ since: "2026-05-15T10:00:00.000Z", until: "2026-05-16T00:00:00.000Z" },
  });
  expect(read(period).filters).toEqual([
    ["DateSent<", "2026-05-16"],
    ["DateSent>", "2026-05-15T10:00:00Z"],
  ]);
});

test("a later page has its token", () => {
  const later = { Page: "3", PageToken: "abc", PageSize: "10" };
  expect(read(later)).toMatchObject({ page: 3, pageSize: 10, wire: { cursor: "abc", limit: 10 } });
});

test.each([
  ["a filter there is not", { Status: "sent" }],
  ["a day there is not", { DateSent: "2026-13-01" }],
  ["a day in words", { DateSent: "yesterday" }],
  ["a page without its token", { Page: "1" }],
  ["a page that is no number", { Page: "-1", PageToken: "abc" }],
  ["no messages", { PageSize: "0" }],
  ["too many messages", { PageSize: "1001" }],
])("a query for %s is refused", (_what, query) => {
  expect(() => read(query as unknown as Record<string, string>)).toThrow();
});
