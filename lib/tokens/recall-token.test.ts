import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import type { AuthenticatedToken } from "./authenticate-token";
import { forgetToken } from "./forget-token";
import { recallToken } from "./recall-token";
import { rememberToken } from "./remember-token";
import { hashToken, makeToken } from "./token-format";

afterEach(() => {
  vi.useRealTimers();
});

/** A token that was looked up; what it is called with, and whether it is recalled. */
function lookUp(change: Partial<AuthenticatedToken> = {}) {
  const header = `Bearer ${makeToken("live")}`;
  rememberToken({
    kind: "token",
    source: "api",
    language: "en",
    tokenId: randomUUID(),
    accountId: randomUUID(),
    accountStatus: "active",
    mode: "live",
    scopes: ["send"],
    expiresAt: null,
    cidrs: [],
    address: "192.0.2.1",
    known: { hash: hashToken(header.slice("Bearer ".length)), version: 3 },
    ...change,
  });
  return (address: string | null = null) => recallToken(header, address);
}

test("a token is recalled as it was, with the address of this request", () => {
  const recall = lookUp();
  expect(recall("198.51.100.7")).toMatchObject({
    scopes: ["send"],
    address: "198.51.100.7",
    remembered: { version: 3 },
  });
  expect(recallToken(undefined, null)).toBeUndefined();
  expect(recallToken(`Bearer ${makeToken("live")}`, null)).toBeUndefined();
});

test("a token is recalled from its networks only", () => {
  const recall = lookUp({ cidrs: ["192.0.2.0/24", "2001:db8::/32"] });
  for (const address of ["198.51.100.7", "2001:db9::1", "nowhere", null]) {
    expect(recall(address)).toBeUndefined();
  }
  for (const address of ["192.0.2.9", "2001:db8::1"]) expect(recall(address)).toBeDefined();
});

test("a token is forgotten after half a minute, on demand, and never known of an account that is not active", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const recall = lookUp();
  vi.setSystemTime(Date.now() + 29_000);
  expect(recall()).toBeDefined();
  vi.setSystemTime(Date.now() + 2000);
  expect(recall()).toBeUndefined();
  const recallOther = lookUp();
  const other = recallOther();
  if (other) forgetToken(other.remembered);
  expect([other !== undefined, recallOther()]).toEqual([true, undefined]);
  expect(lookUp({ accountStatus: "suspended" })()).toBeUndefined();
});

test("of 10,000 tokens the one used longest ago makes room for another", () => {
  const [first, second] = [lookUp(), lookUp()];
  for (let more = 0; more < 9998; more += 1) lookUp();
  expect(first()).toBeDefined();
  lookUp();
  expect([first() !== undefined, second()]).toEqual([true, undefined]);
});
