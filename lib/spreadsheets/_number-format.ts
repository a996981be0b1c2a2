/** How a number of a cell is shown, where that is another text than the number. */
export type NumberFormat = "plain" | "date" | { digits: number };

/** The formats of dates and times that need no entry (ECMA-376 part 1, 18.8.30), those of east Asia among them. */
const dateFormats = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** The format of an ID that a workbook does not define itself. */
export function builtInFormat(id: number): NumberFormat {
  return dateFormats.some(([first, last]) => id >= first && id <= last) ? "date" : "plain";
}

/** What a format code of a workbook makes of numbers: a date, a number with leading zeros, or nothing else. */
export function readFormatCode(code: string): NumberFormat {
  // The first section is the one of positive numbers; what is quoted or escaped stands for itself, colors and the like
  // are in brackets, and [h] is a duration.
  const [first = ""] = code.slice(0, 255).split(";");
  const shown = first
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/^0{2,20}$/.test(shown)) return { digits: shown.length };
  const isDate = /[ymdhs]/i.test(shown.replace(/general|standard/gi, ""));
  return isDate ? "date" : "plain";
}
