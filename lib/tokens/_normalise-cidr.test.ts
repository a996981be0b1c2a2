import { BlockList, isIP } from "node:net";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { normaliseCidr } from "./_normalise-cidr";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["203.0.113.7/32", "203.0.113.7"],
  ["203.0.113.77/24", "203.0.113.0/24"],
  ["10.255.255.255/8", "10.0.0.0/8"],
  ["1.2.3.4/0", "0.0.0.0/0"],
  ["192.0.2.129/25", "192.0.2.128/25"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["2001:db8::1/128", "2001:db8::1"],
  ["2001:db8:ffff::/33", "2001:db8:8000::/33"],
  ["2001:db8:1:2:3:4:5:6/64", "2001:db8:1:2::/64"],
  ["::/0", "::/0"],
  ["::1", "::1"],
  ["::ffff:192.0.2.77/120", "192.0.2.0/24"],
  ["::ffff:192.0.2.77", "192.0.2.77"],
])("%s is kept as %s", (written, kept) => {
  expect(normaliseCidr(written)).toBe(kept);
});

it("never changes who is let in, and a second time changes nothing", () => {
  const four = fc.ipV4().chain((address) => range(address, 32));
  const six = fc.ipV6().chain((address) => range(address, 128));
  fc.assert(
    fc.property(fc.oneof(four, six), fc.ipV4(), fc.ipV6(), (written, ...asked) => {
      const kept = normaliseCidr(written);
      expect(normaliseCidr(kept)).toBe(kept);
      for (const address of [...asked, written.split("/")[0] ?? ""]) {
        expect(allows(kept, address)).toBe(allows(written, address));
      }
    }),
  );
});

function range(address: string, most: number) {
  return fc.integer({ min: 0, max: most }).map((prefix) => `${address}/${prefix}`);
}

function allows(written: string, address: string): boolean {
  const [network = "", prefix] = written.split("/");
  const familyOf = (text: string) => (isIP(text) === 6 ? "ipv6" : "ipv4");
  const list = new BlockList();
  const width = isIP(network) === 6 ? 128 : 32;
  list.addSubnet(network, Number(prefix ?? width), familyOf(network));
  return list.check(address, familyOf(address));
}
