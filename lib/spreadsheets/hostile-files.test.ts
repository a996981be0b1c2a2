import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { makeWorkbook } from "../testing/make-workbook";
import { readAll } from "./_read-all";
import { runWorker } from "./_run-worker";
import { readSpreadsheet } from "./read-spreadsheet";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const workbook = Buffer.from(makeWorkbook({ sheets: [{ name: "S", rows: [["a", "1"]] }] }));
const sheetOf = (xml: string) =>
  makeWorkbook({
    sheets: [{ name: "S", rows: "" }],
    parts: { "xl/worksheets/sheet1.xml": strToU8(xml) },
  });

test.each<[string, Uint8Array, RegExp]>([
  ["an empty file", Buffer.from(""), /empty/],
  ["only empty rows", Buffer.from("\r\n;;\r\n \r\n"), /empty/],
  ["only a byte order mark", Buffer.from([0xef, 0xbb, 0xbf]), /empty/],
  ["only a header", Buffer.from("telefon;imię\r\n"), /no rows below/],
  ["an empty sheet", makeWorkbook({ sheets: [{ name: "S", rows: "" }] }), /empty/],
  ["an .xls file", Buffer.from([...compoundFile, ...Buffer.alloc(600)]), /\.xls/],
  [
    "an encrypted workbook",
    Buffer.from([...compoundFile, ...Buffer.from("EncryptedPackage", "utf16le")]),
    /password/,
  ],
  ["an .ods file", zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }), /\.ods/],
  ["an .xlsb file", zipSync({ "xl/workbook.bin": strToU8("x") }), /\.xlsb/],
  ["another ZIP file", zipSync({ "a.csv": strToU8("1,2") }), /not a spreadsheet/],
  ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj"), /PDF/],
  ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /image/],
  ["a web page that is called .xls", Buffer.from("<html><table><tr><td>1"), /web page/],
  ["a text with NUL bytes", Buffer.from("tel\n501\0\0\x134\n"), /not a spreadsheet/],
  ["half a workbook", workbook.subarray(0, workbook.length / 2), /damaged/],
  [
    "a workbook with no visible sheet",
    makeWorkbook({ sheets: [{ name: "S", state: "hidden", rows: [["1"]] }] }),
    /no visible sheet/,
  ],
  ["broken XML", sheetOf("<worksheet><sheetData><row></sheetData>"), /damaged/],
  ["XML of great depth", sheetOf(`<worksheet>${"<a>".repeat(200_000)}`), /damaged/],
  [
    "entities that grow",
    sheetOf(
      '<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>',
    ),
    /damaged/,
  ],
  [
    "many parts",
    zipSync(
      Object.fromEntries(
        Array.from({ length: 2001 }, (_, index) => [`p${index}`, new Uint8Array()]),
      ),
    ),
    /too many parts/,
  ],
  [
    "200 columns",
    Buffer.from(`${Array.from({ length: 200 }, (_, index) => index).join(";")}\n`),
    /Row 1 .*100 columns/,
  ],
  [
    "a cell in column ZZ",
    makeWorkbook({ sheets: [{ name: "S", rows: `<row r="7"><c r="ZZ7"><v>1</v></c></row>` }] }),
    /Row 7 .*100 columns/,
  ],
  ["a long cell", Buffer.from(`tel,name\n501,${"x".repeat(1001)}\n`), /row 2, column 2 .*1000/],
  [
    "a long cell of a workbook",
    makeWorkbook({ sheets: [{ name: "S", rows: [["1", "x".repeat(90_000)]] }] }),
    /row 1, column 2/,
  ],
  ["100,001 rows", Buffer.from("501\n".repeat(100_001)), /more than 100000 rows/],
  [
    "a great many empty rows",
    Buffer.from(`a\n${"\n".repeat(1_000_001)}1\n`),
    /more than 100000 rows/,
  ],
  [
    "a quotation mark that is never closed",
    Buffer.from('tel;name\n501;"Jan\n502;Ewa\n'),
    /Row 2 .*never closed/,
  ],
  [
    "one that would take the rest of a long file",
    Buffer.from(`tel;name\n501;"Jan\n${"502;Ewa\n".repeat(50_000)}`),
    /Row 2 is too long/,
  ],
])("%s is refused with a sentence that says why", async (_, bytes, sentence) => {
  const reading = readAll(bytes);
  await expect(reading).rejects.toMatchObject({ code: "invalid_request" });
  await expect(reading).rejects.toThrow(sentence);
});

const rows = `<worksheet><sheetData>${"<row/>".repeat(100_000)}</sheetData></worksheet>`;

/** A workbook whose sheet says that it unpacks to another size than it does. */
function lyingWorkbook(saidBytes: number): Buffer {
  const bytes = Buffer.from(sheetOf(rows));
  const truth = Buffer.alloc(4);
  truth.writeUInt32LE(rows.length);
  for (let at = bytes.indexOf(truth); at !== -1; at = bytes.indexOf(truth, at + 1)) {
    bytes.writeUInt32LE(saidBytes, at);
  }
  return bytes;
}

test("a workbook that unpacks to more than 256 MiB is refused before it is unpacked", async () => {
  await expect(readAll(lyingWorkbook(268_435_456))).rejects.toThrow(/256 MiB/);
});

test("a part is not unpacked further than it says", async () => {
  await expect(readAll(lyingWorkbook(1000))).rejects.toThrow(/damaged/);
});

test("formulas of a text file stay the texts that they are", async () => {
  const read = await readAll(Buffer.from("tel;name\n501;=1+1\n502;@x\n"));
  expect(read.rows).toEqual([
    ["501", "=1+1"],
    ["502", "@x"],
  ]);
});

test("more than 32 MiB are refused before anything is read", async () => {
  const bytes = new Uint8Array(33_554_433);
  await expect(readSpreadsheet({ file: { bytes } })).rejects.toThrow(/at most 32 MiB/);
});

test("a single line of 32 MiB is refused soon, and memory stays", async () => {
  const bytes = Buffer.alloc(33_554_432, "x");
  const before = process.memoryUsage().rss;
  await expect(readSpreadsheet({ file: { bytes } })).rejects.toThrow(/Row 1 is too long/);
  expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
});

test("a file that needs too much memory ends its thread, and no other", async () => {
  const limits = { timeoutMs: 60_000, ended: () => undefined, maxHeapMb: 40 };
  const read = async (count: number) => {
    const texts = `<si><t>${"x".repeat(60)}</t></si>`.repeat(count);
    const bytes = makeWorkbook({ texts, sheets: [{ name: "S", rows: [["1"]] }] });
    const worker = runWorker({ file: { bytes } }, limits);
    return worker.next().finally(worker.stop);
  };
  await expect(read(10)).resolves.toMatchObject({ head: { format: "xlsx" } });
  await expect(read(700_000)).rejects.toThrow(/too complex/);
}, 90_000);
