import { BlockList } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressGroup } from "./address-group";

/** Whether two IPv6 addresses are of one /64, by Node. */
function isOneNetwork(one: string, other: string): boolean {
  const list = new BlockList();
  list.addSubnet(one, 64, "ipv6");
  return list.check(other, "ipv6");
}

test("an IPv4 address counts for itself, also as a socket for IPv6 names it", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(addressGroup(address)).toBe(address);
      expect(addressGroup(`::ffff:${address}`)).toBe(address);
      expect(addressGroup(`::FFFF:${address}`)).toBe(address);
    }),
  );
});

test("IPv6 addresses count together exactly if they are of one /64, however they are written", () => {
  const part = fc.integer({ min: 0, max: 0xffff }).map((each) => each.toString(16));
  const tail = fc.array(part, { minLength: 4, maxLength: 4 }).map((parts) => parts.join(":"));
  const head = fc.constantFrom(
    "2001:db8:0:1",
    "2001:db8:0:2",
    "2001:DB8:0000:0001",
    "2001:db8:1:0",
  );
  const full = fc.tuple(head, tail).map((parts) => parts.join(":"));
  const short = fc.constantFrom(
    "2001:db8::1",
    "2001:db8:0:1::",
    "2001:db8:0:1::5%eth0",
    "1::2:3:4:5:1.2.3.4",
  );
  const address = fc.oneof(full, short, fc.ipV6());
  fc.assert(
    fc.property(address, address, (one, other) => {
      const isMapped = [one, other].some((each) => /^::ffff:/i.test(each));
      fc.pre(!isMapped);
      const isSame = addressGroup(one) === addressGroup(other);
      expect(isSame).toBe(isOneNetwork(one.replace(/%.*/, ""), other.replace(/%.*/, "")));
    }),
    {
      numRuns: 500,
      examples: [
        ["1::2:3:4:5:1.2.3.4", "1:0:2:3::"],
        ["2001:db8:0:1::", "2001:db8:0:1:f::"],
      ],
    },
  );
});

test.each([null, "", "localhost", "203.0.113.7:80", "[::1]", "1:2:3", "203.0.113.256"])(
  "%j is no address and has no group",
  (text) => {
    expect(addressGroup(text)).toBeUndefined();
  },
);
