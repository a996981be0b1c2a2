import type { Readable } from "node:stream";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { refuse } from "./_refuse";
import { spreadsheetSentences } from "./sentences";

/** Bytes that all parts of a workbook may have together, unpacked. */
const maxUnpackedBytes = 268_435_456;
/** A workbook has a part a sheet and some more; pictures and charts are parts, too. */
const maxParts = 2000;

export interface Archive {
  has(path: string): boolean;
  /** The bytes of a part, unpacked as they are read; never more than its entry says. */
  open(path: string): Promise<Readable>;
}

/**
 * The parts of a ZIP file. Throws invalid_request where they are encrypted, too many, or too large when unpacked, before
 * anything is unpacked; a part that unpacks to more than it says is an error of its stream.
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await openZip(bytes);
  if (zip.entryCount > maxParts) throw refuse(spreadsheetSentences.tooManyParts);
  const entries = await listEntries(zip);
  const find = (path: string) => entries.get(path.toLowerCase());
  return {
    has: (path) => find(path) !== undefined,
    open: (path) => {
      const entry = find(path);
      if (!entry) throw refuse(spreadsheetSentences.damaged);
      return openPart(zip, entry);
    },
  };
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) reject(refuse(spreadsheetSentences.damaged, error));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpackedBytes = 0;
  return new Promise((resolve, reject) => {
    zip.on("error", (error) => reject(refuse(spreadsheetSentences.damaged, error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      unpackedBytes += entry.uncompressedSize;
      const max = maxUnpackedBytes / 1_048_576;
      if (entry.isEncrypted()) return reject(refuse(spreadsheetSentences.encrypted));
      if (unpackedBytes > maxUnpackedBytes) {
        return reject(refuse(spreadsheetSentences.tooMuchInside({ max })));
      }
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(refuse(spreadsheetSentences.damaged, error));
      else resolve(stream);
    });
  });
}
