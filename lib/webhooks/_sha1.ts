/** The five words of SHA-1 between two blocks (FIPS 180-4, 6.1). */
export type Sha1State = readonly [number, number, number, number, number];

export const blockBytes = 64;

const first: Sha1State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

/** The state after one block. */
export function sha1AfterBlock(block: Buffer): Sha1State {
  return compress(first, block, 0);
}

/** The SHA-1 of what `state` has read, which is one block, and of `rest` behind it. */
export function sha1From(state: Sha1State, rest: Buffer): Buffer {
  const bits = (blockBytes + rest.length) * 8;
  const padded = Buffer.alloc(Math.ceil((rest.length + 9) / blockBytes) * blockBytes);
  rest.copy(padded);
  padded[rest.length] = 0x80;
  padded.writeUInt32BE(Math.floor(bits / 2 ** 32), padded.length - 8);
  padded.writeUInt32BE(bits % 2 ** 32, padded.length - 4);
  let reached = state;
  for (let at = 0; at < padded.length; at += blockBytes) reached = compress(reached, padded, at);
  return sha1Bytes(reached);
}

/** The words of a state as 20 bytes. */
export function sha1Bytes(state: Sha1State): Buffer {
  const bytes = Buffer.alloc(20);
  for (const [place, word] of state.entries()) bytes.writeUInt32BE(word, place * 4);
  return bytes;
}

/** The state behind 20 bytes. */
export function sha1State(bytes: Buffer): Sha1State {
  const word = (place: number) => bytes.readUInt32BE(place * 4);
  return [word(0), word(1), word(2), word(3), word(4)];
}

function compress(state: Sha1State, bytes: Buffer, at: number): Sha1State {
  const words = schedule(bytes, at);
  let [a, b, c, d, e] = state;
  for (let round = 0; round < 80; round += 1) {
    const quarter = Math.floor(round / 20);
    const sum = rotate(a, 5) + mix(quarter, [b, c, d]) + e + (words[round] ?? 0);
    const next = (sum + (constants[quarter] ?? 0)) >>> 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  const [h0, h1, h2, h3, h4] = state;
  return [(h0 + a) >>> 0, (h1 + b) >>> 0, (h2 + c) >>> 0, (h3 + d) >>> 0, (h4 + e) >>> 0];
}

function schedule(bytes: Buffer, at: number): Uint32Array {
  const words = new Uint32Array(80);
  for (let place = 0; place < 16; place += 1) words[place] = bytes.readUInt32BE(at + place * 4);
  const word = (place: number) => words[place] ?? 0;
  for (let place = 16; place < 80; place += 1) {
    const mixed = word(place - 3) ^ word(place - 8) ^ word(place - 14) ^ word(place - 16);
    words[place] = rotate(mixed, 1);
  }
  return words;
}

function mix(quarter: number, [b, c, d]: [number, number, number]): number {
  if (quarter === 0) return ((b & c) | (~b & d)) >>> 0;
  if (quarter === 2) return ((b & c) | (b & d) | (c & d)) >>> 0;
  return (b ^ c ^ d) >>> 0;
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}
