import { setImmediate } from "node:timers/promises";
import { hashGrams, type TextField } from "./_hash-grams";

const maxPositions = 2 ** 16;
const minPositions = 2 ** 10;
/** A signature is halved as long as no more of its bits are set: each group of a searched text then lets few blocks pass. */
const maxDensity = 0.2;
/** Words of 32 bits that are put together before others have their turn. */
const wordsAtOnce = 2 ** 18;

/** Which blocks of a segment may have a group of characters: a row of bits, one per block, for each position of a hash. */
interface Signature {
  /** A power of two; the position of a hash is its rest. */
  positions: number;
  bits: Buffer;
}

interface Draft {
  /** Adds a text to a block. */
  add(block: number, text: string, field: TextField): void;
  finish(): Promise<Signature>;
}

/** Begins the signature of that many blocks, a multiple of eight; it takes 8 KB of memory a block. */
export function newSignature(blocks: number): Draft {
  const width = blocks / 8;
  const bits = new Uint8Array(maxPositions * width);
  return {
    add(block, text, field) {
      const byte = block >> 3;
      const bit = 1 << (block & 7);
      hashGrams(text, field, (hash) => {
        const at = (hash & (maxPositions - 1)) * width + byte;
        bits[at] = (bits[at] ?? 0) | bit;
      });
    },
    finish: () => halve(bits, width),
  };
}

/** The upper half falls on the lower one for as long as that stays thin enough. */
async function halve(bits: Uint8Array, width: number): Promise<Signature> {
  const words = new Uint32Array(bits.buffer);
  let length = words.length;
  while (length > (minPositions * width) / 4) {
    const half = length / 2;
    if ((await countTogether(words, half)) > half * 32 * maxDensity) break;
    for (let at = 0; at < half; at += 1) words[at] = (words[at] ?? 0) | (words[at + half] ?? 0);
    length = half;
  }
  const bytes = length * 4;
  return { positions: bytes / width, bits: Buffer.from(bits.buffer, 0, bytes) };
}

/** The bits that are set in either half. */
async function countTogether(words: Uint32Array, half: number): Promise<number> {
  let count = 0;
  for (let from = 0; from < half; from += wordsAtOnce) {
    const end = Math.min(half, from + wordsAtOnce);
    for (let at = from; at < end; at += 1) {
      count += countBits((words[at] ?? 0) | (words[at + half] ?? 0));
    }
    await setImmediate();
  }
  return count;
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
