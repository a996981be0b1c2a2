import { describe, expect, test } from "vitest";
import { isDatabaseUrl, placeOf, serversOf } from "./database-url";

test("each server of a URL is a URL of its own, in order, with the same user, database and options", () => {
  expect(
    serversOf(
      "postgres://u:p%40w@a:1,b:2,[::1]:3/db?application_name=x&target_session_attrs=read-write",
    ),
  ).toEqual([
    "postgres://u:p%40w@a:1/db?application_name=x",
    "postgres://u:p%40w@b:2/db?application_name=x",
    "postgres://u:p%40w@[::1]:3/db?application_name=x",
  ]);
  expect(serversOf("postgresql://a/db")).toEqual(["postgresql://a/db"]);
});

test("sslmode means what it means to libpq: prefer falls back to no encryption, require checks no name", () => {
  expect(serversOf("postgres://a/db?sslmode=require")).toEqual([
    "postgres://a/db?sslmode=require&uselibpqcompat=true",
  ]);
  expect(serversOf("postgres://a/db?sslmode=prefer")).toEqual([
    "postgres://a/db?sslmode=require&uselibpqcompat=true",
    "postgres://a/db?sslmode=disable&uselibpqcompat=true",
  ]);
});

test("the place of a database is told without user and password", () => {
  expect(placeOf("postgres://u:secret@a,b:2/db")).toBe("a:5432 or b:2");
});

describe("what is and is not the URL of a database we can use", () => {
  test.each([
    "postgres://a/db",
    "postgresql://u:p@a:5432/db",
    "postgres://u@a:1,b:2/db?target_session_attrs=primary",
    "postgres:///db?host=/var/run/postgresql",
  ])("is: %s", (url) => expect(isDatabaseUrl(url)).toBe(true));
  test.each([
    "mysql://a/db",
    "postgres://a:x/db",
    "a:5432/db",
    "postgres://a/db?target_session_attrs=any",
  ])("is not: %s", (url) => expect(isDatabaseUrl(url)).toBe(false));
  test.each([
    ["standby", true],
    ["read-only", true],
    ["primary", false],
  ])("of a replica with %s: %s", (target, is) => {
    const url = `postgres://a/db?target_session_attrs=${target}`;
    expect(isDatabaseUrl(url, "standby")).toBe(is);
  });
});
