import { describe, expect, test } from "vitest";
import { readRedisUrl } from "./redis-url";

test("a single Redis keeps its URL", () => {
  const url = "rediss://user:pass@redis.example.com:6380/2";
  expect(readRedisUrl(url)).toEqual({ kind: "single", url });
});

test("Sentinels are named with the primary they know, and its database", () => {
  expect(
    readRedisUrl("redis+sentinel://:p%40ss@a:1,b,[::1]:3/mymaster/2?sentinel_password=s"),
  ).toEqual({
    kind: "sentinel",
    nodes: [
      { host: "a", port: 1 },
      { host: "b", port: 26_379 },
      { host: "::1", port: 3 },
    ],
    name: "mymaster",
    login: { isEncrypted: false, password: "p@ss", db: 2 },
    sentinelPassword: "s",
  });
});

test("a plus in any password is a plus", () => {
  expect(readRedisUrl("redis+sentinel://:a+b@a/m?sentinel_password=c+d%26")).toMatchObject({
    login: { password: "a+b" },
    sentinelPassword: "c+d&",
  });
});

test("some nodes of a Cluster are enough", () => {
  expect(readRedisUrl("rediss+cluster://user:pass@a:7000,b")).toEqual({
    kind: "cluster",
    nodes: [
      { host: "a", port: 7000 },
      { host: "b", port: 6379 },
    ],
    login: { isEncrypted: true, username: "user", password: "pass" },
  });
});

describe("what names no Redis", () => {
  test.each([
    "http://a:6379",
    "redis+sentinel://a:26379",
    "redis+sentinel://a/mymaster/one",
    "redis+sentinel:///mymaster",
    "redis+sentinel://a:x/mymaster",
    "redis+sentinel://a,,b/mymaster",
    "redis+sentinel://a/mymaster?password=s",
    "redis+sentinel://a/mymaster?sentinel_password=%zz",
    "redis+cluster://a/0",
    "redis+cluster://a:0",
    "redis+cluster://:%zz@a",
    "redis+ring://a",
  ])("%s", (url) => expect(readRedisUrl(url)).toBeUndefined());
});
