import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeText } from "../testing/encode-text";

import { decodeText } from "./_decode-text";
import { detectEncoding } from "./_detect-encoding";
import { readAll } from "./_read-all";
import { readCsv } from "./_read-csv";
import { type Encoding, encodings, type Separator, separators } from "./contract";

const polish =
  "telefon;imię;miasto\r\n48501234567;Paweł;Gdańsk\r\n48501234568;Józef;Łódź Śródmieście\r\n48501234569;Żaneta;Wąsosz\r\n";

test.each<[Encoding, string]>([
  ["utf-8", polish],
  ["utf-16le", polish],
  ["utf-16be", polish],
  ["windows-1250", polish],
  ["iso-8859-2", polish],
  [
    "windows-1252",
    "phone;name;city\r\n4915123456789;Günther;Köln\r\n33612345678;Hélène;Besançon\r\n33612345679;Anaïs;Sèvres – cœur\r\n",
  ],
])(
  "a file in %s is recognized without a byte order mark and read right",
  async (encoding, text) => {
    const read = await readAll(encodeText(text, encoding));
    expect(read).toMatchObject({ encoding, separator: ";", hasHeader: true });
    const lines = text
      .trim()
      .split("\r\n")
      .map((line) => line.split(";"));
    expect([read.columns, ...read.rows]).toEqual(lines);
    expect(read.positions).toEqual([2, 3, 4]);
  },
);

test.each<Encoding>(["utf-8", "utf-16le", "utf-16be"])(
  "the byte order mark of %s is no part of the first header",
  async (encoding) => {
    const read = await readAll(encodeText(`\uFEFFtelefon,imię\n48501234567,Jan\n`, encoding));
    expect(read).toMatchObject({
      encoding,
      columns: ["telefon", "imię"],
      rows: [["48501234567", "Jan"]],
    });
  },
);

test.each<[string, Encoding]>([
  ["Pawe\u0142", "windows-1250"],
  ["W\u0105sosz", "iso-8859-2"],
  ["W\u0105sosz", "windows-1250"],
])("one letter in row 90,000 decides: %s in %s", (word, encoding) => {
  const text = `${"48501234567;Jan;M\u00fcller\r\n".repeat(90_000)}48501234567;${word};x\r\n`;
  expect(detectEncoding(encodeText(text, encoding))).toBe(encoding);
});

test("a letter of UTF-8 in row 90,000 decides, too, and one broken byte makes it no UTF-8", () => {
  const text = Buffer.from(`${"48501234567;Jan\r\n".repeat(90_000)}48501234567;Paweł\r\n`);
  expect(detectEncoding(text)).toBe("utf-8");
  expect(detectEncoding(Buffer.concat([text, Buffer.from([0xb3])]))).not.toBe("utf-8");
});

test("another encoding, separator, and header can be chosen than the ones guessed", async () => {
  const bytes = encodeText("a,b;c\n1,2;Łódź\n", "iso-8859-2");
  const read = await readAll(bytes, { encoding: "iso-8859-2", separator: ",", hasHeader: false });
  expect(read).toMatchObject({
    columns: ["", ""],
    rows: [
      ["a", "b;c"],
      ["1", "2;Łódź"],
    ],
  });
});

test.each<[string, Separator, string[][]]>([
  ["tel,imię\n501,Jan\n", ",", [["501", "Jan"]]],
  [
    "tel;kwota\n501;12,50\n502;13,20\n",
    ";",
    [
      ["501", "12,50"],
      ["502", "13,20"],
    ],
  ],
  ["tel\tadres\n501\tul. Długa 1, Łódź\n", "\t", [["501", "ul. Długa 1, Łódź"]]],
  [
    "tel|imię\n501|Jan; Ewa\n502|Ola\n",
    "|",
    [
      ["501", "Jan; Ewa"],
      ["502", "Ola"],
    ],
  ],
  ["sep=;\r\ntel;a,b\r\n501;c,d\r\n", ";", [["501", "c,d"]]],
  [
    'tel,uwagi\n501,"a;b;c"\n502,"d;e"\n',
    ",",
    [
      ["501", "a;b;c"],
      ["502", "d;e"],
    ],
  ],
])("%j is divided by %j", async (text, separator, rows) => {
  expect(await readAll(Buffer.from(text))).toMatchObject({ separator, rows });
});

test("quotes, line breaks in cells, leading zeros, plus signs, and rows of other lengths are kept", async () => {
  const text =
    'nr,name,note\r\n+48501,"O""Neil, Jan","two\r\nlines"\r\n\r\n007,5" pipe\r\n1,2,3,4\r\n';
  const read = await readAll(Buffer.from(text));
  expect(read.columns).toEqual(["nr", "name", "note", ""]);
  expect(read.rows).toEqual([
    ["+48501", 'O"Neil, Jan', "two\r\nlines", ""],
    ["007", '5" pipe', "", ""],
    ["1", "2", "3", "4"],
  ]);
  expect(read.positions).toEqual([2, 4, 5]);
});

test("a wider row after many others adds a column without a name", async () => {
  const read = await readAll(Buffer.from(`a,b\n${"1,2\n".repeat(2500)}1,2,3\n`));
  expect(read.columns).toEqual(["a", "b", ""]);
  expect(read.rows.at(-1)).toEqual(["1", "2", "3"]);
});

test.each([
  "48501234567\n48501234568\n48501234569",
  "48501234567, 48501234568; 48501234569",
  "48501234567,48501234568\r\n48501234569\r\n",
  '"48501234567";"48501234568";\n\n48501234569;',
  "48501234567\r48501234568\r48501234569\r",
])("%j is a list of three numbers", async (text) => {
  const read = await readAll(Buffer.from(text));
  expect(read).toMatchObject({ separator: null, hasHeader: false, columns: [""] });
  expect(read.rows.map(([cell]) => cell?.trim())).toEqual([
    "48501234567",
    "48501234568",
    "48501234569",
  ]);
});

test("rows copied from a spreadsheet are divided by tabs", async () => {
  const read = await readAll(Buffer.from("Telefon\tImię\n501 234 567\tJan, Ewa\n"));
  expect(read).toMatchObject({
    separator: "\t",
    columns: ["Telefon", "Imię"],
    rows: [["501 234 567", "Jan, Ewa"]],
  });
});

test("any table survives being written and read in every encoding and with every separator", async () => {
  const common = fc.constantFrom(..."abcXYZ 0189+'\",;|\t\r\n=@-");
  const letters = (encoding: Encoding) =>
    encoding === "windows-1252"
      ? "éèüßñœ€–"
      : "ąćęłńóśźżŁŚŻ–„".slice(0, encoding === "iso-8859-2" ? 12 : 14);
  const world = fc
    .string({ unit: "binary", maxLength: 12 })
    .map((text) => text.replaceAll(/[\0\uFEFF]/g, ""));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...encodings).chain((encoding) => {
        const cell = encoding.startsWith("utf")
          ? world
          : fc.string({
              unit: fc.oneof(common, fc.constantFrom(...letters(encoding))),
              maxLength: 12,
            });
        const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 8,
        });
        return fc.tuple(fc.constant(encoding), fc.constantFrom(...separators), table);
      }),
      async ([encoding, separator, table]) => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const text = table.map((row) => `${row.map(quoted).join(separator)}\r\n`).join("");
        const read: string[][] = [];
        for await (const rows of readCsv(
          decodeText(encodeText(text, encoding), encoding),
          separator,
        )) {
          read.push(...rows.map(({ cells }) => cells));
        }
        expect(read).toEqual(table);
      },
    ),
    { numRuns: 300 },
  );
});
