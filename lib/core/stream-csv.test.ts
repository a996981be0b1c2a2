import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, type Separator } from "./csv-line";
import { plainText } from "./plain-text";
import { streamCsv } from "./stream-csv";

/** Reads CSV by RFC 4180, as a program does that knows nothing of ours. */
function parse(csv: string, separator: string): string[][] {
  const cell = `(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(\\r\\n|${separator})`;
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of csv.matchAll(new RegExp(cell, "g"))) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        ",",
        ";",
        '"',
        "\r",
        "\n",
        "\t",
        " ",
        "1",
        "a",
        "\u202e",
        "\u200b",
        "＝",
      ),
    )
    .map((units) => units.join("")),
);
const separators: Separator[] = [",", ";"];

test("whatever texts the cells have, a reader gets them back: each in its cell, none as a formula", () => {
  const rows = fc.array(fc.array(anyText, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.constantFrom(...separators), (table, separator) => {
      const csv = table.map((cells) => csvLine(cells, separator)).join("");
      const read = parse(csv, separator);
      expect(read).toHaveLength(table.length);
      for (const [place, cells] of table.entries()) {
        const shown = read[place] ?? [];
        // The apostrophe in front of what would be computed is all that was added.
        expect(
          shown.map((each, at) => (each === plainText(cells[at] ?? "") ? each : each.slice(1))),
        ).toEqual(cells.map(plainText));
        for (const each of shown) {
          expect(each).not.toMatch(/^[\s\p{Cf}]*[=@\uFF1D]/u);
          expect(each).not.toMatch(/^[+-](?!\d+$)/);
        }
      }
    }),
    { numRuns: 300 },
  );
});

async function* pagesOf<Row>(...pages: Row[][]): AsyncGenerator<Row[], undefined> {
  for (const page of pages) yield page;
  return undefined;
}

test("a file is UTF-8 that spreadsheets know as such, with its heading even when there is no row", async () => {
  const stream = streamCsv({
    heading: ["Number", "Text"],
    pages: pagesOf<string[]>(),
    toCells: (row) => row,
    separator: ";",
  });
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.subarray(3).toString()).toBe("Number;Text\r\n");
});

test("rows follow in the order of the pages, an empty page between them included", async () => {
  const stream = streamCsv({
    heading: ["n"],
    pages: pagesOf([1, 2], [], [3]),
    toCells: (row) => [row],
    separator: ",",
  });
  expect(await text(stream)).toBe("n\r\n1\r\n2\r\n3\r\n");
});

test("a page that cannot be read breaks the file off: half of it never looks like the whole", async () => {
  async function* broken() {
    yield [1];
    throw new Error("database away");
  }
  const pages = broken() as AsyncGenerator<number[], undefined>;
  const stream = streamCsv({ heading: ["n"], pages, toCells: (row) => [row], separator: "," });
  await expect(text(stream)).rejects.toThrow("database away");
});
