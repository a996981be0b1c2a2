import { expect, test } from "vitest";
import {
  directionHref,
  filteredHref,
  isFiltered,
  type LogSearch,
  logQuery,
  readLogSearch,
  toggledStatus,
} from "./log-search";

test("an address is read without blanks and without what is not the log's", () => {
  const params = { status: ["failed", "bounced"], q: " ", from: " Shop ", m: "msg_1", page: "2" };
  expect(readLogSearch(params)).toEqual({ status: "failed,bounced", from: "Shop" });
});

test("what is read from an address is written to the same one", () => {
  const search: LogSearch = { status: "failed,bounced", q: "100% & more", before: "msg_1" };
  const params = Object.fromEntries(new URLSearchParams(logQuery(search)));
  expect(readLogSearch(params)).toEqual(search);
  expect(logQuery({})).toBe("");
});

test("the other direction keeps what narrows both, and none of it is a filter that is shown", () => {
  const search: LogSearch = { status: "failed", q: "code", since: "2026-05-15", before: "msg_1" };
  const href = directionHref(search, "received");
  expect(href).toBe("/messages?since=2026-05-15&q=code&direction=received");
  const params = Object.fromEntries(new URLSearchParams(href.split("?")[1]));
  expect(directionHref(readLogSearch(params), undefined)).toBe("/messages?since=2026-05-15&q=code");
  expect(isFiltered({ direction: "received" })).toBe(false);
});

test("a new question starts at its first page", () => {
  expect(filteredHref({ q: "code", before: "msg_1" }, { test: "true" })).toBe(
    "/messages?q=code&test=true",
  );
  expect(filteredHref({ q: "code" }, { q: undefined })).toBe("/messages");
});

test("a state is added or taken away, in the order of a message's life", () => {
  expect(toggledStatus({}, "failed")).toBe("failed");
  expect(toggledStatus({ status: "failed" }, "queued")).toBe("queued,failed");
  expect(toggledStatus({ status: "failed" }, "failed")).toBeUndefined();
});

test("a page further down is not a filter, nor is the zone of the days", () => {
  expect(isFiltered({ before: "msg_1", zone: "Europe/Warsaw" })).toBe(false);
  expect(isFiltered({ client_ref: "order 1" })).toBe(true);
});

test("a day and a time of a form become one moment, and a time without a day is one of today", () => {
  const day = { since: "2026-05-15", since_time: "14:05", until_time: "14:20:00" };
  expect(readLogSearch(day)).toEqual({ since: "2026-05-15T14:05", until: "2026-05-15T14:20" });
  const today = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Tokyo" }).format(new Date());
  const now = { since_time: "14:05", zone: "Asia/Tokyo" };
  expect(readLogSearch(now).since).toBe(`${today}T14:05`);
  expect(readLogSearch({ since_time: "14:05", zone: "Nowhere" }).since).toMatch(/T14:05$/);
});
