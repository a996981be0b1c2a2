import { septetsOf } from "./gsm-alphabet";

export type Encoding = "GSM-7" | "UCS-2";

export interface SegmentCount {
  encoding: Encoding;
  /** Septets, or UTF-16 code units for UCS-2. */
  units: number;
  segments: number;
  unitsPerSegment: number;
  /** Free units in the last segment. */
  remaining: number;
  /** Where in the text each segment after the first begins. */
  cuts: number[];
}

/**
 * The longest text worth looking at, in UTF-16 code units: ten segments take at most 1530, and normalization (NFC)
 * makes at most four of them one.
 */
export const maxTextLength = 4 * 1530;

// 140 octets; each part of a longer text gives 6 of them to the concatenation header (3GPP TS 23.040, 9.2.3.24.1).
const capacity = {
  "GSM-7": { single: 160, part: 153 },
  "UCS-2": { single: 70, part: 67 },
} as const;

/**
 * Counts the segments of a text as it stands (normalise it first) and says where it is cut. Counted by
 * position: a two-septet character or a surrogate pair never straddles a boundary. An empty text is one empty segment.
 */
export function countSegments(text: string): SegmentCount {
  const septets = countSeptets(text);
  const encoding = septets === undefined ? "UCS-2" : "GSM-7";
  const units = septets ?? text.length;
  const { single, part } = capacity[encoding];
  if (units <= single) {
    return {
      encoding,
      units,
      segments: 1,
      unitsPerSegment: single,
      remaining: single - units,
      cuts: [],
    };
  }
  const { cuts, used } = encoding === "GSM-7" ? cutSeptets(text, part) : cutCodeUnits(text, part);
  return {
    encoding,
    units,
    segments: cuts.length + 1,
    unitsPerSegment: part,
    remaining: part - used,
    cuts,
  };
}

function countSeptets(text: string): number | undefined {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const septets = septetsOf(text.charCodeAt(index));
    if (septets === 0) return undefined;
    sum += septets;
  }
  return sum;
}

function cutSeptets(text: string, part: number) {
  const cuts: number[] = [];
  let used = 0;
  for (let index = 0; index < text.length; index += 1) {
    const septets = septetsOf(text.charCodeAt(index));
    if (used + septets > part) {
      cuts.push(index);
      used = 0;
    }
    used += septets;
  }
  return { cuts, used };
}

function cutCodeUnits(text: string, part: number) {
  const cuts: number[] = [];
  let start = 0;
  while (text.length - start > part) {
    start += splitsPair(text, start + part) ? part - 1 : part;
    cuts.push(start);
  }
  return { cuts, used: text.length - start };
}

function splitsPair(text: string, index: number): boolean {
  return (text.codePointAt(index - 1) ?? 0) > 0xff_ff;
}
