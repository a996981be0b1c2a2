import { describe, expect, it } from "vitest";
import { hashToken, isTokenWellFormed, makeToken } from "./token-format";

describe("the form of a token", () => {
  it("is what secret scanners are told to look for", () => {
    expect(makeToken("live")).toMatch(/^actio_live_[0-9A-Za-z]{38}$/);
    expect(makeToken("test")).toMatch(/^actio_test_[0-9A-Za-z]{38}$/);
  });

  it("passes its own check, and no two are alike", () => {
    const made = Array.from({ length: 500 }, () => makeToken("live"));
    expect(made.every(isTokenWellFormed)).toBe(true);
    expect(new Set(made).size).toBe(500);
  });

  it("gives away every wrong character, swapped neighbours and a changed mode", () => {
    const token = makeToken("live");
    for (let place = "actio_live_".length; place < token.length; place += 1) {
      const other = token[place] === "x" ? "y" : "x";
      expect(isTokenWellFormed(token.slice(0, place) + other + token.slice(place + 1))).toBe(false);
    }
    const [a = "", b = ""] = [token[12], token[13]];
    if (a !== b) {
      expect(isTokenWellFormed(token.slice(0, 12) + b + a + token.slice(14))).toBe(false);
    }
    expect(isTokenWellFormed(token.replace("live", "test"))).toBe(false);
  });

  it("keeps its published checksum: CRC32 as zlib has it, in base62", () => {
    expect(isTokenWellFormed(`actio_live_${"0".repeat(32)}1r1aDe`)).toBe(true);
  });

  it.each([
    "",
    "actio_live_",
    "Bearer x",
    `actio_prod_${"a".repeat(38)}`,
    `${makeToken("live")} `,
    `${makeToken("live")}\n`,
  ])("refuses %j", (text) => {
    expect(isTokenWellFormed(text)).toBe(false);
  });

  it("is stored as SHA-256", () => {
    expect(hashToken("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});
