import { storableText } from "../core/storable-text";
import { maxCellLength } from "./contract";

/** Longer than a cell may be even when each of its characters is written as an escape. */
const maxWritten = 8 * (maxCellLength + 1);

export interface RichText {
  begin(): void;
  add(text: string): void;
  /** What was added since the beginning. */
  read(): string;
}

/** Joins the pieces of a text of a workbook, at most a little more than a cell may have. */
export function richText(): RichText {
  let written = "";
  return {
    begin() {
      written = "";
    },
    add(text) {
      if (written.length < maxWritten) written += text.slice(0, maxWritten);
    },
    read: () => unescaped(written),
  };
}

/** Characters that XML can't have are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  const plain = text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => {
    return String.fromCharCode(Number.parseInt(code, 16));
  });
  return storableText(plain);
}
