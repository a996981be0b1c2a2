import { once } from "../core/once";
import { lookAlikesOf } from "./fold-accents";

/** Ideographs and Korean syllables: neither case nor accent, and half of the plane. */
const caseless = [
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
] as const;
const planeSize = 65_536;
const highSurrogates = 0xd800;
const lowSurrogates = 0xdc00;
const surrogatesEnd = 0xe000;
/** Beyond the first plane, letters with a case are below this one, emojis from it on. */
const emojis = 0xd83c;

/**
 * A text as one number per UTF-16 unit, the same for all characters that a search takes for one another: where a search
 * finds a text, the numbers of both are equal, unit by unit. Not the reverse.
 */
export function foldUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  const folded = table();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isLow = unit >= lowSurrogates && unit < surrogatesEnd;
    const isCased = isLow && at > 0 && text.charCodeAt(at - 1) < emojis;
    units[at] = isCased ? lowSurrogates : (folded[unit] ?? unit);
  }
  return units;
}

/** For each character the lowest one that any chain of look-alikes leads to; made when it is first needed. */
const table = once(() => {
  const lowest = Uint16Array.from({ length: planeSize }, (_, unit) => unit);
  const find = (unit: number): number => {
    let root = unit;
    while (lowest[root] !== root) root = lowest[root] ?? root;
    return root;
  };
  for (let unit = 0; unit < planeSize; unit += 1) {
    if (caseless.some(([first, last]) => unit >= first && unit <= last)) continue;
    if (unit >= highSurrogates && unit < surrogatesEnd) continue;
    for (const other of lookAlikesOf(String.fromCharCode(unit))) {
      if (other.length > 1) continue;
      const roots = [find(unit), find(other.charCodeAt(0))] as const;
      lowest[Math.max(...roots)] = Math.min(...roots);
    }
  }
  return lowest.map((_, unit) => find(unit));
});
