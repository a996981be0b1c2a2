import { refuse } from "./_refuse";
import { spreadsheetSentences } from "./sentences";

/** How a workbook of an old Excel and an encrypted one begin ([MS-CFB] 2.2). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The stream that an encrypted workbook has in it ([MS-OFFCRYPTO] 2.3.4). */
const encryptedStream = Buffer.from("EncryptedPackage", "utf16le");

const zips = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const images = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d, 0x36],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
/** gzip, 7z, RAR, bzip2, and programs. */
const others = [
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68, 0x39],
  [0x7f, 0x45, 0x4c, 0x46],
];
const markup = /^\s*<(?:!doctype|\?xml|html|table|head|meta|svg)\b/i;

/** Whether a file is a workbook or text, by its content. Throws invalid_request for what is known to be neither. */
export function detectFormat(bytes: Buffer): "text" | "xlsx" {
  if (bytes.length === 0) throw refuse(spreadsheetSentences.empty);
  const begins = (marks: number[][]) => marks.some((mark) => startsWith(bytes, mark));
  if (begins(zips)) return "xlsx";
  if (begins([compoundFile])) {
    const isEncrypted = bytes.includes(encryptedStream);
    throw refuse(isEncrypted ? spreadsheetSentences.encrypted : spreadsheetSentences.oldExcel);
  }
  const start = bytes.toString("latin1", 0, 1024).replace(/^\u00EF\u00BB\u00BF/, "");
  if (start.trimStart().startsWith("%PDF-")) throw refuse(spreadsheetSentences.pdf);
  if (begins(images) || /^RIFF.{4}WEBP/s.test(start)) throw refuse(spreadsheetSentences.image);
  if (begins(others)) throw refuse(spreadsheetSentences.otherFormat);
  if (markup.test(start)) throw refuse(spreadsheetSentences.webPage);
  return "text";
}

function startsWith(bytes: Buffer, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
