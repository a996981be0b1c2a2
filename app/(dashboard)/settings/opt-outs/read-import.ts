/** An opt-out as a line of an import has it, which nobody has checked. */
interface Line {
  number: string;
  sender?: string;
  reason?: string;
}

const separators = /[,;\t]/;

/**
 * The lines of an import: a number each, or CSV with a number, a sender, and a reason. A heading and empty lines are left
 * out; `line` is where each stands, from 1.
 */
export function readImport(text: string): { line: number; entry: Line }[] {
  return text.split(/\r\n?|\n/).flatMap((written, index) => {
    const [number = "", sender = "", ...rest] = written
      .replace(/^\uFEFF/, "")
      .split(separators)
      .map((cell) => cell.trim().replace(/^["']+|"$/g, ""));
    if (number === "" || /^\D*$/.test(number)) return [];
    const reason = rest[0] ?? "";
    const entry = {
      number: number.replace(/[\s()-]/g, ""),
      ...(sender ? { sender } : {}),
      ...(reason ? { reason } : {}),
    };
    return [{ line: index + 1, entry }];
  });
}
