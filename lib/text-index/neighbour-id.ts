const highest = 2n ** 128n - 1n;

/** The ID right after another in the order of IDs; the highest for the highest. */
export function idAfter(id: string): string {
  const value = asNumber(id);
  return toId(value < highest ? value + 1n : highest);
}

/** The ID right before another in the order of IDs; the lowest for the lowest. */
export function idBefore(id: string): string {
  const value = asNumber(id);
  return toId(value > 0n ? value - 1n : 0n);
}

function asNumber(id: string): bigint {
  return BigInt(`0x${id.replaceAll("-", "")}`);
}

function toId(value: bigint): string {
  const hex = value.toString(16).padStart(32, "0");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
