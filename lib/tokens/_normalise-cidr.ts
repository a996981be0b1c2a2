import { isIP } from "node:net";

/**
 * A valid address or range in the one form it is kept in: without the bits the range does not count,
 * IPv6 at its shortest, IPv4 never inside IPv6, a range of one as the address itself.
 */
export function normaliseCidr(text: string): string {
  const [address = "", length] = text.split("/");
  const isSix = isIP(address) === 6;
  const width = isSix ? 128 : 32;
  const prefix = Number(length ?? width);
  const host = BigInt(width - prefix);
  const network = ((isSix ? numberOfSix(address) : numberOfFour(address)) >> host) << host;
  // `::ffff:0:0/96` is how IPv6 writes all of IPv4, and an IPv4 client is only ever seen as such.
  if (isSix && prefix >= 96 && network >> 32n === 0xffffn) {
    return withPrefix(textOfFour(network & 0xffff_ffffn), prefix - 96, 32);
  }
  return withPrefix(isSix ? textOfSix(network) : textOfFour(network), prefix, width);
}

/**
 * The first and last address of a range or single address, as numbers of 128 bits. IPv4 is `::ffff:0:0/96`, as which
 * Node's lists compare it with IPv6.
 */
export function rangeOf(text: string): { first: bigint; last: bigint } {
  const [address = "", length] = text.split("/");
  const isSix = isIP(address) === 6;
  const host = BigInt(isSix ? 128 - Number(length ?? 128) : 32 - Number(length ?? 32));
  const value = isSix ? numberOfSix(address) : (0xffffn << 32n) | numberOfFour(address);
  const first = (value >> host) << host;
  return { first, last: first + (1n << host) - 1n };
}

function withPrefix(address: string, prefix: number, width: number): string {
  return prefix === width ? address : `${address}/${prefix}`;
}

function numberOfFour(address: string): bigint {
  return address.split(".").reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function textOfFour(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
}

function numberOfSix(address: string): bigint {
  // The URL parser knows every way to write an address; what is left to do is to fill the gap.
  const [head = "", tail] = shortest(address).split("::");
  const groupsOf = (part: string | undefined) => (part ? part.split(":") : []);
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const gap = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...gap, ...after].reduce(
    (sum, group) => (sum << 16n) | BigInt(`0x${group}`),
    0n,
  );
}

function textOfSix(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, place) =>
    ((value >> BigInt(112 - 16 * place)) & 0xffffn).toString(16),
  );
  return shortest(groups.join(":"));
}

function shortest(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}
