import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublic } from "./_address-rules";
import { guardUrl } from "./guard-url";

/** What IANA's registries of special-purpose addresses keep from the public internet, as first and last. */
const special: [string, string][] = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "255.255.255.255"],
];

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function addressOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}

const ranges = special.map(([first, last]) => [numberOf(first), numberOf(last)] as const);
const isSpecial = (number: number) =>
  ranges.some(([first, last]) => number >= first && number <= last);

const anyNumber = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const ownNumber = fc.oneof(...ranges.map(([min, max]) => fc.integer({ min, max })));

function isRefused(url: string): boolean {
  try {
    guardUrl(url);
    return false;
  } catch {
    return true;
  }
}

describe("an IPv4 address", () => {
  test("is public exactly outside the special ranges, to the last address of each", () => {
    for (const [first, last] of ranges) {
      for (const edge of [first - 1, first, last, last + 1]) {
        if (edge < 0 || edge > 2 ** 32 - 1) continue;
        expect([addressOf(edge), isPublic(addressOf(edge))]).toEqual([
          addressOf(edge),
          !isSpecial(edge),
        ]);
      }
    }
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(isPublic(addressOf(number))).toBe(!isSpecial(number));
      }),
      { numRuns: 500 },
    );
  });

  test("of one's own network is refused in whatever way a URL can spell it", () => {
    const spell: ((number: number) => string)[] = [
      addressOf,
      (number) => String(number),
      (number) => `0x${number.toString(16)}`,
      (number) => `0${number.toString(8)}`,
      (number) => `${addressOf(number)}.`,
      (number) => addressOf(number).replaceAll(".", "%2e"),
      (number) => addressOf(number).replaceAll(".", "。"),
      (number) => {
        const [one, two, three, four] = addressOf(number).split(".").map(Number);
        return `0x${one?.toString(16)}.${two}.${(three ?? 0) * 256 + (four ?? 0)}`;
      },
    ];
    fc.assert(
      fc.property(ownNumber, fc.constantFrom(...spell), (number, spelled) => {
        expect(isRefused(`https://${spelled(number)}/hook`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("inside an IPv6 address never leads out, be it one's own or public", () => {
    const wrap: ((address: string) => string)[] = [
      (address) => `::ffff:${address}`,
      (address) => `::ffff:0:${address}`,
      (address) => `64:ff9b::${address}`,
      (address) => `::${address}`,
    ];
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...wrap), (number, wrapped) => {
        const address = wrapped(addressOf(number));
        expect(isPublic(address)).toBe(false);
        expect(isRefused(`https://[${address}]/hook`)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("any text as a URL", () => {
  const piece = fc.oneof(
    fc.constantFrom("https://", "http://", "//", "@", ":", "/", "#", "?", "\\", ".", "%", "[", "]"),
    fc.constantFrom("example.com", "127.0.0.1", "localhost", "metadata", "::1", "10.1", ":8443"),
    fc.string({ unit: "grapheme", maxLength: 5 }),
  );

  test("is refused with a sentence about the field, or is a public web address that is read the same by everybody", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        if (isRefused(text)) return;
        const url = guardUrl(text);
        expect(url.protocol).toBe("https:");
        expect([url.username, url.password, url.hash]).toEqual(["", "", ""]);
        expect(url.hostname).toContain(".");
        expect(["", "80", "443", "8080", "8443"]).toContain(url.port);
        // Stored by its `href`, it must lead to the same place when it is read again.
        expect(guardUrl(url.href).href).toBe(url.href);
      }),
      { numRuns: 2000 },
    );
  });

  test("that is longer than 2,048 characters is refused, also if only its encoded form is", () => {
    const fits = `https://example.com/${"a".repeat(2048 - 20)}`;
    expect(isRefused(fits)).toBe(false);
    expect(isRefused(`${fits}a`)).toBe(true);
    expect(isRefused(`https://example.com/${"ż".repeat(400)}`)).toBe(true);
  });
});
