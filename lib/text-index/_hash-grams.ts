import { foldUnits } from "./_fold-units";
import { isPlain } from "./fold-accents";

/**
 * Three characters tell words apart, five also numbers: a hundred codes have nearly all groups of three digits. What is
 * shorter is in too many messages to be worth an index. A short
 * group is in few places of a text that are not in others, so that it can have more bits.
 */
const kinds = [
  { length: 3, seeds: [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] },
  { length: 5, seeds: [0x27d4eb2f, 0x165667b1] },
] as const;

/** Where a text is: what is in one is not looked for in another. */
const fields = { body: 0x100, sender: 0x200, recipient: 0x300, member: 0x400 };

export type TextField = keyof typeof fields;

/** More groups of a searched text would hardly leave out more. */
const maxSearched = 5;

/** All that there are: a member of metadata has one group only. */
const allSeeds = kinds.flatMap(({ seeds }) => [...seeds]);

/**
 * Calls `add` with the hashes of all groups of three and of five characters of a text; each is 32 bits. A member of
 * metadata, as in `order=1042`, is found by all of it, so it is one group.
 */
export function hashGrams(text: string, field: TextField, add: (hash: number) => void): void {
  if (field === "member") {
    for (const hash of hashWhole(text)) add(hash);
    return;
  }
  const units = foldUnits(text);
  const salt = fields[field];
  for (const { length, seeds } of kinds) {
    const kind = { length, salt };
    for (let at = 0; at + length <= units.length; at += 1) {
      const gram = mixUnits(units, at, kind);
      for (const seed of seeds) add(spread(gram, seed));
    }
  }
}

/**
 * The hashes of some groups of a searched text, as few as tell it from others; each text that it is found in has all of
 * them. None for one that is too short.
 */
export function hashSearched(text: string, field: TextField): number[] {
  if (field === "member") return hashWhole(text);
  const units = foldUnits(isPlain(text) ? text : text.normalize("NFC"));
  const salt = fields[field];
  const hashes: number[] = [];
  let left = maxSearched;
  for (const { length, seeds } of kinds.toReversed()) {
    const kind = { length, salt };
    for (const at of placesOf(units.length - length + 1, left)) {
      const gram = mixUnits(units, at, kind);
      hashes.push(...seeds.map((seed) => spread(gram, seed)));
      left -= 1;
    }
  }
  return hashes;
}

function hashWhole(text: string): number[] {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const gram = mixUnits(units, 0, { length: units.length, salt: fields.member });
  return allSeeds.map((seed) => spread(gram, seed));
}

/** At most so many of the first `count` places, evenly spread. */
function placesOf(count: number, max: number): number[] {
  const taken = Math.max(0, Math.min(count, max));
  if (taken <= 1) return taken === 1 ? [0] : [];
  return Array.from({ length: taken }, (_, n) => Math.floor((n * (count - 1)) / (taken - 1)));
}

function mixUnits(
  units: Uint16Array,
  at: number,
  { length, salt }: { length: number; salt: number },
): number {
  let hash = length ^ salt;
  for (let place = at; place < at + length; place += 1) {
    hash = Math.imul(hash ^ (units[place] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function spread(gram: number, seed: number): number {
  let hash = Math.imul(gram ^ seed, 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
