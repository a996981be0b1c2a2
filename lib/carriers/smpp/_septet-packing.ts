const carriageReturn = 0x0d;

/**
 * Packs septets as they go over the air: eight in seven octets. `headerOctets` in front of them shift the first to
 * the next septet boundary (3GPP TS 23.040, section 9.2.3.24). Where seven bits are left over, they say CR, or they
 * would read as an "@" (3GPP TS 23.038, section 6.1.2.3.1).
 */
export function packSeptets(septets: Uint8Array, headerOctets = 0): Buffer {
  const fillBits = fillBitsAfter(headerOctets);
  const usedBits = fillBits + 7 * septets.length;
  const packed = Buffer.alloc(Math.ceil(usedBits / 8));
  const leftOver = packed.length * 8 - usedBits;
  const all = leftOver === 7 ? [...septets, carriageReturn] : septets;
  let bit = fillBits;
  for (const septet of all) {
    const shifted = septet << (bit & 7);
    const octet = bit >> 3;
    packed[octet] = (packed[octet] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) packed[octet + 1] = (packed[octet + 1] ?? 0) | (shifted >> 8);
    bit += 7;
  }
  return packed;
}

/** The septets of packed octets, without a CR that only fills the last one up. */
export function unpackSeptets(packed: Uint8Array, headerOctets = 0): Uint8Array {
  const fillBits = fillBitsAfter(headerOctets);
  const septets = new Uint8Array(Math.max(0, Math.floor((packed.length * 8 - fillBits) / 7)));
  for (let index = 0; index < septets.length; index += 1) {
    const bit = fillBits + 7 * index;
    const pair = (packed[bit >> 3] ?? 0) | ((packed[(bit >> 3) + 1] ?? 0) << 8);
    septets[index] = (pair >> (bit & 7)) & 0x7f;
  }
  const endsOnBoundary = (fillBits + 7 * septets.length) % 8 === 0;
  return endsOnBoundary && septets.at(-1) === carriageReturn ? septets.subarray(0, -1) : septets;
}

function fillBitsAfter(headerOctets: number): number {
  return (7 - ((headerOctets * 8) % 7)) % 7;
}
