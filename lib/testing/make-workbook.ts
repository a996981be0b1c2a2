import { strToU8, zipSync } from "fflate";

interface Sheet {
  name: string;
  state?: "visible" | "hidden" | "veryHidden";
  /** The rows as SpreadsheetML, or texts that become inline strings. */
  rows: string | string[][];
}

interface Contents {
  sheets: Sheet[];
  /** `<si>` elements. */
  texts?: string;
  /** `<numFmts>` and `<cellXfs>`. */
  styles?: string;
  isFrom1904?: boolean;
  /** Further parts, or others in the place of those above. */
  parts?: Record<string, Uint8Array>;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook (.xlsx, ECMA-376) with the parts that every program writes. */
export function makeWorkbook({ sheets, texts, styles, isFrom1904, parts }: Contents): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="${packages}">${inner}</Relationships>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  const targets = [
    ...sheets.map((_, index) =>
      relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
    ),
    ...(texts === undefined ? [] : [relation("rIdT", "sharedStrings", "sharedStrings.xml")]),
    ...(styles === undefined ? [] : [relation("rIdS", "styles", "/xl/styles.xml")]),
  ];
  const xml: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${isFrom1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(targets.join("")),
    ...(texts === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst xmlns="${main}">${texts}</sst>` }),
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
  };
  sheets.forEach(({ rows }, index) => {
    xml[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${toRows(rows)}</sheetData></worksheet>`;
  });
  const files = Object.entries(xml).map(([path, text]) => [path, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(files), ...parts }, { level: 1 });
}

function toRows(rows: string | string[][]): string {
  if (typeof rows === "string") return rows;
  return rows.map((cells) => `<row>${cells.map(toCell).join("")}</row>`).join("");
}

function toCell(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\r", "_x000D_");
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}
