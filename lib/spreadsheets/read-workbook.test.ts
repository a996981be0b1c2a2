import fc from "fast-check";
import { expect, test } from "vitest";
import { makeWorkbook } from "../testing/make-workbook";
import { readAll } from "./_read-all";

/** Rows of a sheet without a header. */
async function rowsOf(contents: Parameters<typeof makeWorkbook>[0]): Promise<string[][]> {
  return (await readAll(makeWorkbook(contents), { hasHeader: false })).rows;
}

/** The text of one cell. */
async function textOf(cell: string, more: Partial<Parameters<typeof makeWorkbook>[0]> = {}) {
  const rows = `<row><c t="inlineStr"><is><t>x</t></is></c>${cell}</row>`;
  return (await rowsOf({ sheets: [{ name: "S", rows }], ...more }))[0]?.[1] ?? "";
}

test.each([
  ["48501234567", "48501234567"],
  ["4.8501234567E10", "48501234567"],
  ["48501234567.0", "48501234567"],
  ["4.8501234567000000E+10", "48501234567"],
  ["0.30000000000000004", "0.3"],
  ["12.5", "12.5"],
  ["-7", "-7"],
  ["123456789012345680000", "123456789012346000000"],
])("the number %s is read as %s", async (written, text) => {
  expect(await textOf(`<c><v>${written}</v></c>`)).toBe(text);
});

const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="000000000"/>
<numFmt numFmtId="166" formatCode="[Red]#,##0.00&quot; days&quot;"/><numFmt numFmtId="167" formatCode="[$-415]d mmmm yyyy;@"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>`;

test.each([
  [1, "46086", "2026-03-05"],
  [2, "46086.604166666664", "2026-03-05 14:30"],
  [2, "46086.99999999", "2026-03-06"],
  [5, "46086", "2026-03-05"],
  [6, "0.60416666666666663", "14:30"],
  [1, "1", "1900-01-01"],
  [1, "61", "1900-03-01"],
  [3, "501234", "000501234"],
  [4, "1234.5", "1234.5"],
  [0, "46086", "46086"],
])("in style %i, %s is shown as %s", async (style, written, text) => {
  expect(await textOf(`<c s="${style}"><v>${written}</v></c>`, { styles })).toBe(text);
});

test("a workbook that counts its days from 1904 has the same dates", async () => {
  const cell = `<c s="1"><v>44624</v></c>`;
  expect(await textOf(cell, { styles, isFrom1904: true })).toBe("2026-03-05");
});

test.each([
  ["a formula is its last result", `<c><f>A1*2</f><v>84</v></c>`, "84"],
  [
    "a formula that makes text, too",
    `<c t="str"><f>A1&amp;"x"</f><v>Ala &amp; kot</v></c>`,
    "Ala & kot",
  ],
  ["a formula without a result is empty", `<c><f>NOW()</f></c>`, ""],
  ["an error is empty", `<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, ""],
  ["yes is TRUE", `<c t="b"><v>1</v></c>`, "TRUE"],
  ["no is FALSE", `<c t="b"><v>0</v></c>`, "FALSE"],
  ["an ISO date is one", `<c t="d"><v>2026-03-05T00:00:00</v></c>`, "2026-03-05"],
  [
    "formatted text is joined",
    `<c t="inlineStr"><is><r><t>Żó</t></r><r><rPr><b/></rPr><t>łw</t></r></is></c>`,
    "Żółw",
  ],
  [
    "escaped line breaks are ones",
    `<c t="inlineStr"><is><t>a_x000D__x000A_b</t></is></c>`,
    "a\r\nb",
  ],
  [
    "a NUL can't be stored and is none",
    `<c t="inlineStr"><is><t>a_x0000_b</t></is></c>`,
    "a\uFFFDb",
  ],
  ["CDATA is text", `<c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>`, "a<b"],
])("%s", async (_, cell, text) => {
  expect(await textOf(cell)).toBe(text);
});

test("shared texts are read, formatted ones too, and not how they are pronounced", async () => {
  const texts = `<si><t>Jan</t></si><si><r><t>Ko</t></r><r><t xml:space="preserve">wal </t></r><rPh sb="0" eb="1"><t>コ</t></rPh></si>`;
  const rows = `<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row>`;
  expect(await rowsOf({ texts, sheets: [{ name: "S", rows }] })).toEqual([["Kowal ", "Jan"]]);
});

test("gaps, merged cells, and empty rows keep the rest where it is", async () => {
  const rows = `<row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" s="1"/><c r="C2"><v>1</v></c></row><row r="5"/>
    <row r="90"><c r="B90"><v>2</v></c></row>`;
  const read = await readAll(makeWorkbook({ sheets: [{ name: "S", rows }] }));
  expect(read.rows).toEqual([
    ["a", "", "1"],
    ["", "2", ""],
  ]);
  expect(read.positions).toEqual([2, 90]);
});

test("the first visible sheet is read, and said", async () => {
  const sheets = [
    { name: "Ukryty", state: "hidden" as const, rows: [["no"]] },
    { name: "Tajny", state: "veryHidden" as const, rows: [["no"]] },
    {
      name: "Klienci &amp; inni",
      rows: [
        ["Telefon", "Imię"],
        ["48501234567", "Jan"],
      ],
    },
    { name: "Inne", rows: [["no"]] },
  ];
  expect(await readAll(makeWorkbook({ sheets }))).toMatchObject({
    format: "xlsx",
    encoding: null,
    separator: null,
    sheet: { name: "Klienci & inni", others: 1 },
    hasHeader: true,
    columns: ["Telefon", "Imię"],
    rows: [["48501234567", "Jan"]],
  });
});

test("a sheet written with prefixes is read as well", async () => {
  const xml = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const parts = { "xl/worksheets/sheet1.xml": new TextEncoder().encode(xml) };
  expect(await rowsOf({ sheets: [{ name: "S", rows: "" }], parts })).toEqual([["7"]]);
});

test("any table of texts survives", async () => {
  const cell = fc
    .string({ unit: fc.constantFrom(..."aąłż 09+='\"<>&;,\n\r\t😀"), maxLength: 10 })
    .map((text) => `x${text}`);
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      expect(await rowsOf({ sheets: [{ name: "S", rows }] })).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});
