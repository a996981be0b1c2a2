import type { Encoding } from "../spreadsheets/contract";

/** A text as bytes of an encoding, without a byte order mark. Throws for a character that it does not have. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const bytes = tableOf(encoding);
  return Buffer.from([...text].map((character) => byteOf(bytes, character)));
}

function byteOf(bytes: Map<string, number>, character: string): number {
  const byte = bytes.get(character);
  if (byte === undefined) throw new Error(`There is no byte for ${character}.`);
  return byte;
}

/** The 32 characters by which windows-1252 differs from ISO 8859-1, which some versions of Node take it for. */
const differing = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((character, index) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92,
      0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][index] ?? 0,
  ]),
);

function tableOf(encoding: Encoding): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return encoding === "windows-1252" ? new Map([...table, ...differing]) : table;
}
