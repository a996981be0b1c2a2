import { isUtf8 } from "node:buffer";
import { refuse } from "./_refuse";
import type { Encoding } from "./contract";
import { spreadsheetSentences } from "./sentences";

/** ą ś ź Ą Ś Ź, by which the two central European code pages differ in Polish. */
const onlyWindows1250 = [0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f];
const onlyIso88592 = [0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac];
/** ł ż Ł Ż of both, which are signs such as ³ and ¿ in windows-1252. */
const strongPolish = [0xb3, 0xbf, 0xa3, 0xaf];
/** ć ę ń Ć Ę Ń of both, which are the letters æ ê ñ of others in windows-1252. */
const weakPolish = [0xe6, 0xea, 0xf1, 0xc6, 0xca, 0xd1];
/** Letters of western Europe that are others in windows-1250, such as è, à, and ø. */
const onlyWestern = [
  ...[0xc0, 0xc3, 0xc5, 0xc8, 0xcc, 0xd2, 0xd5, 0xd8, 0xd9],
  ...[0xe0, 0xe3, 0xe5, 0xe8, 0xec, 0xef, 0xf2, 0xf5, 0xf8, 0xf9, 0xfb],
];
/** Letters that are the same in both, such as é, ö, and ß, and none of Polish. */
const unpolish = [
  ...[0xc1, 0xc4, 0xc7, 0xc9, 0xcd, 0xd6, 0xda, 0xdc, 0xdf],
  ...[0xe1, 0xe4, 0xe7, 0xe9, 0xed, 0xee, 0xf4, 0xf6, 0xfa, 0xfc],
];
/** The share of the pairs that must have a NUL before a text without a byte order mark is taken for UTF-16. */
const minNulShare = 0.4;

/**
 * How the characters of a text file are written, from all of its bytes: by its byte order mark, by where its NUL bytes
 * are, by being UTF-8, and else by how many of its bytes are Polish letters in one code page and not in the others.
 * Throws invalid_request for bytes that are no text.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  return encodingByMark(bytes) ?? encodingByNuls(bytes) ?? encodingByLetters(bytes);
}

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : undefined;
}

function encodingByNuls(bytes: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return undefined;
  const isUtf16 = bytes.length % 2 === 0 && Math.max(even, odd) >= (bytes.length / 2) * minNulShare;
  if (!isUtf16 || (even > 0 && odd > 0)) throw refuse(spreadsheetSentences.otherFormat);
  return odd > 0 ? "utf-16le" : "utf-16be";
}

function encodingByLetters(bytes: Uint8Array): Encoding {
  if (isUtf8(bytes)) return "utf-8";
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const sum = (of: number[]) => of.reduce((total, byte) => total + (counts[byte] ?? 0), 0);
  const windows = sum(onlyWindows1250);
  const iso = sum(onlyIso88592);
  const polish = sum(strongPolish) + Math.max(windows, iso);
  const western = sum(onlyWestern);
  if (polish === 0 || polish < western) {
    return sum(weakPolish) > western + sum(unpolish) ? "windows-1250" : "windows-1252";
  }
  // ISO 8859-2 has controls there, which no text has; the code pages of Windows have quotation marks and dashes.
  const hasWindowsMarks = counts.subarray(0x80, 0xa0).some((count) => count > 0);
  return iso > windows && !hasWindowsMarks ? "iso-8859-2" : "windows-1250";
}
