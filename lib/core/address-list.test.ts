import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressList, isSubnet } from "./address-list";

const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));

function numberOf(parts: number[]): bigint {
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

describe("a list of addresses", () => {
  test("holds an IPv4 address exactly if its leading bits are those of a range", () => {
    fc.assert(
      fc.property(bytes, bytes, fc.nat(32), (network, address, prefix) => {
        const rest = BigInt(32 - prefix);
        const isInside = numberOf(network) >> rest === numberOf(address) >> rest;
        const isListed = addressList([`${network.join(".")}/${prefix}`]);
        expect(isListed(address.join("."))).toBe(isInside);
        // As a socket that listens on IPv6 names an IPv4 client.
        expect(isListed(`::ffff:${address.join(".")}`)).toBe(isInside);
      }),
    );
  });

  test.each([
    ["2001:db8::/32", "2001:db8:ffff::1", true],
    ["2001:db8::/32", "2001:db9::1", false],
    ["2001:db8::7", "2001:DB8:0:0:0:0:0:7", true],
    ["2001:db8::7", "2001:db8::8", false],
    ["203.0.113.7", "203.0.113.7", true],
    ["203.0.113.7", "203.0.113.70", false],
    ["0.0.0.0/0", "255.255.255.255", true],
    ["0.0.0.0/0", "2001:db8::7", false],
    ["::/0", "2001:db8::7", true],
  ])("%s holds %s: %s", (entry, address, expected) => {
    expect(addressList([entry])(address)).toBe(expected);
  });

  test.each([
    null,
    "",
    "localhost",
    "203.0.113.7:80",
    "[::1]",
    "203.0.113.7 ",
    "0",
    "1.2.3",
    "203.0.113.07",
  ])("that holds everything does not hold %j, which is no address", (address) => {
    expect(addressList(["0.0.0.0/0", "::/0"])(address)).toBe(false);
  });

  test("that is empty holds nothing", () => {
    expect(addressList([])("127.0.0.1")).toBe(false);
  });

  test("can be made of whatever counts as a range", () => {
    const part = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.constantFrom("", "::", "10.0.0", "fe80::1%eth0"),
    );
    const suffix = fc.oneof(
      fc.nat(140).map((prefix) => `/${prefix}`),
      fc.constantFrom("", "/", "/-1", "/8/8"),
    );
    fc.assert(
      fc.property(part, suffix, (network, prefix) => {
        const text = `${network}${prefix}`;
        fc.pre(isSubnet(text));
        expect(addressList([text])(network)).toBe(true);
      }),
    );
  });
});

test.each([
  ["10.0.0.0/8", true],
  ["10.0.0.1", true],
  ["10.0.0.0/32", true],
  ["10.0.0.0/33", false],
  ["::/128", true],
  ["::/129", false],
  ["10.0.0.0/", false],
  ["10.0.0.0/8/8", false],
  ["10.0.0.0/ 8", false],
  ["10.0.0.0/0x8", false],
  ["/8", false],
  ["home", false],
  ["", false],
])("whether %j is a range or an address: %s", (text, expected) => {
  expect(isSubnet(text)).toBe(expected);
});
