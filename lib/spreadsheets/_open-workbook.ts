import { posix } from "node:path";
import { builtInFormat, type NumberFormat, readFormatCode } from "./_number-format";
import { type Archive, openArchive } from "./_open-archive";
import { readXml } from "./_parse-xml";
import { refuse } from "./_refuse";
import { richText } from "./_rich-text";
import { spreadsheetSentences } from "./sentences";

export interface Workbook {
  archive: Archive;
  /** The first visible sheet, and how many other visible ones there are. */
  sheet: { name: string; path: string; others: number };
  /** The texts that cells name by their number. */
  texts: string[];
  /** How numbers are shown, by the number of a style. */
  formats: NumberFormat[];
  isFrom1904: boolean;
}

interface Relation {
  type: string;
  path: string;
}

/** Reads what all sheets of a workbook share (ECMA-376 part 1, 12). Throws invalid_request for what is no workbook. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const archive = await openArchive(bytes);
  if (archive.has("content.xml")) throw refuse(spreadsheetSentences.openDocument);
  if (archive.has("xl/workbook.bin")) throw refuse(spreadsheetSentences.binaryExcel);
  if (!archive.has("_rels/.rels")) throw refuse(spreadsheetSentences.otherFormat);
  const roots = await readRelations(archive, "");
  const path = [...roots.values()].find(({ type }) => type === "officeDocument")?.path;
  if (path === undefined) throw refuse(spreadsheetSentences.otherFormat);
  const relations = await readRelations(archive, path);
  const { visible, isFrom1904, isWorkbook } = await readSheets(archive, path);
  if (!isWorkbook) throw refuse(spreadsheetSentences.otherFormat);
  const sheets = visible.flatMap(({ name, id }) => {
    const relation = relations.get(id);
    return relation?.type === "worksheet" ? [{ name, path: relation.path }] : [];
  });
  const [first] = sheets;
  if (!first) throw refuse(spreadsheetSentences.noSheet);
  const partOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type && archive.has(relation.path))
      ?.path;
  return {
    archive,
    sheet: { ...first, others: sheets.length - 1 },
    texts: await readTexts(archive, partOf("sharedStrings")),
    formats: await readFormats(archive, partOf("styles")),
    isFrom1904,
  };
}

/** What a part refers to, by the IDs it uses for it. */
async function readRelations(archive: Archive, path: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(path);
  const relations = new Map<string, Relation>();
  const stream = await archive.open(posix.join(folder, "_rels", `${posix.basename(path)}.rels`));
  await readXml(stream, {
    open: {
      Relationship({ Id = "", Type = "", Target = "" }) {
        // Names of types end alike in both variants of the standard.
        const type = Type.slice(Type.lastIndexOf("/") + 1);
        const target = posix.join("/", Target.startsWith("/") ? "" : folder, Target);
        relations.set(Id, { type, path: target.slice(1) });
      },
    },
  });
  return relations;
}

async function readSheets(archive: Archive, path: string) {
  const visible: { name: string; id: string }[] = [];
  let isFrom1904 = false;
  let isWorkbook = false;
  await readXml(await archive.open(path), {
    open: {
      workbook() {
        isWorkbook = true;
      },
      workbookPr({ date1904 = "" }) {
        isFrom1904 = date1904 === "1" || date1904 === "true";
      },
      sheet({ name = "", state = "visible", ...rest }) {
        const id = Object.entries(rest).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
        if (state === "visible") visible.push({ name: name.slice(0, 31), id });
      },
    },
  });
  return { visible, isFrom1904, isWorkbook };
}

async function readTexts(archive: Archive, path: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (path === undefined) return texts;
  const text = richText();
  let isText = false;
  let isPhonetic = false;
  await readXml(await archive.open(path), {
    open: {
      si: text.begin,
      t() {
        isText = !isPhonetic;
      },
      // How the text is pronounced.
      rPh() {
        isPhonetic = true;
      },
    },
    close: {
      si: () => void texts.push(text.read()),
      t() {
        isText = false;
      },
      rPh() {
        isPhonetic = false;
      },
    },
    text: (piece) => isText && text.add(piece),
  });
  return texts;
}

async function readFormats(archive: Archive, path: string | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (path === undefined) return formats;
  const own = new Map<number, NumberFormat>();
  let isOfCells = false;
  await readXml(await archive.open(path), {
    open: {
      numFmt({ numFmtId, formatCode = "" }) {
        own.set(Number(numFmtId), readFormatCode(formatCode));
      },
      cellXfs() {
        isOfCells = true;
      },
      xf({ numFmtId }) {
        const id = Number(numFmtId ?? 0);
        if (isOfCells) formats.push(own.get(id) ?? builtInFormat(id));
      },
    },
    close: {
      cellXfs() {
        isOfCells = false;
      },
    },
  });
  return formats;
}
