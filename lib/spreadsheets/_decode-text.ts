import type { Encoding } from "./contract";

const chunkBytes = 65_536;

/** What windows-1252 has from 0x80 to 0x9F (Encoding Standard, index windows-1252). */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The characters of a text file, in pieces; a byte order mark is left out, and what can't be read is U+FFFD. */
export function* decodeText(bytes: Uint8Array, encoding: Encoding): Generator<string, undefined> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const piece = bytes.subarray(start, start + chunkBytes);
    yield repaired(decoder.decode(piece, { stream: true }), encoding);
  }
  yield repaired(decoder.decode(), encoding);
}

/** Some versions of Node read windows-1252 as ISO 8859-1, which has controls in the place of 32 characters. */
function repaired(text: string, encoding: Encoding): string {
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009F]/g, (control) => {
    return windows1252[control.charCodeAt(0) - 0x80] ?? control;
  });
}
