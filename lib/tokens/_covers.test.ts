import { BlockList, isIP } from "node:net";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { covers } from "./_covers";
import { normaliseCidr } from "./_normalise-cidr";

test.each([
  [["203.0.113.0/24"], ["203.0.113.7"], true],
  [["203.0.113.0/24"], ["203.0.113.0/24"], true],
  [["203.0.113.0/24"], ["203.0.112.0/23"], false],
  [["203.0.113.0/24"], ["203.0.113.7", "198.51.100.1"], false],
  [["203.0.113.0/25", "203.0.113.128/25"], ["203.0.113.0/24"], true],
  [["203.0.113.0/25", "203.0.113.192/26"], ["203.0.113.0/24"], false],
  [["0.0.0.0/0"], ["10.0.0.0/8"], true],
  [["0.0.0.0/0"], ["::/0"], false],
  [["::/0"], ["0.0.0.0/0"], true],
  [["2001:db8::/32"], ["2001:db8:1::/48"], true],
  [["2001:db8::/32"], ["2001:db8::/31"], false],
  [["2001:db8::/33", "2001:db8:8000::/33"], ["2001:db8::/32"], true],
  [["2001:db8::/32"], ["203.0.113.7"], false],
  [["10.0.0.0/8", "10.1.0.0/16"], ["10.200.0.1"], true],
  [[], ["203.0.113.7"], false],
])("%j covers %j: %s", (outer, inner, expected) => {
  expect(covers(outer, inner)).toBe(expected);
});

it("agrees with who is let in: no address of a covered list is outside the other", () => {
  const cidr = fc
    .oneof(fc.tuple(fc.ipV4(), fc.nat(32)), fc.tuple(fc.ipV6(), fc.nat(128)))
    .map(([address, length]) => normaliseCidr(`${address}/${length}`));
  const lists = fc.tuple(fc.array(cidr, { maxLength: 4 }), fc.array(cidr, { maxLength: 2 }));
  fc.assert(
    fc.property(lists, fc.oneof(fc.ipV4(), fc.ipV6()), ([outer, inner], address) => {
      fc.pre(covers(outer, inner));
      const isIn = (list: string[]) => blockList(list).check(address, familyOf(address));
      return !isIn(inner) || isIn(outer);
    }),
  );
});

function blockList(list: string[]): BlockList {
  const block = new BlockList();
  for (const entry of list) {
    const [network = "", length] = entry.split("/");
    const widest = isIP(network) === 6 ? 128 : 32;
    block.addSubnet(network, Number(length ?? widest), familyOf(network));
  }
  return block;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
