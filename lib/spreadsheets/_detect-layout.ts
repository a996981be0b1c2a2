import { looksLikePhone } from "./_looks-like-number";
import { type Separator, separators } from "./contract";

interface Layout {
  /** Null for a list of numbers, whatever stands between them. */
  separator: Separator | null;
  /** How many characters the line takes that only names the separator, as Excel reads it: `sep=;`. */
  skip: number;
}

/** In doubt the first of these: a comma is also in amounts and sentences. */
const preference = ["\t", ";", "|", ","] as const satisfies readonly Separator[];
const maxLines = 200;
/** A separator that divides nearly as many lines alike as the best one is as good. */
const tolerance = 0.9;

/** What stands between the cells of a text, from its beginning. */
export function detectLayout(sample: string): Layout {
  const [named, mark = ""] = /^sep=(.)\r?\n/i.exec(sample) ?? [];
  const separator = separators.find((each) => each === mark);
  if (named !== undefined && separator) return { separator, skip: named.length };
  if (isListOfNumbers(sample)) return { separator: null, skip: 0 };
  return { separator: likeliestSeparator(sample), skip: 0 };
}

/** Nothing but phone numbers, with commas, semicolons, and line breaks between them. */
function isListOfNumbers(sample: string): boolean {
  // The last one may be cut off.
  const cells = sample.split(/[,;\r\n]+/, 5000).filter((cell) => cell.trim() !== "");
  const whole = cells.length > 1 ? cells.slice(0, -1) : cells;
  return whole.length > 0 && whole.every(looksLikePhone);
}

function likeliestSeparator(sample: string): Separator {
  const lines = linesOf(sample);
  const scores = preference.map((separator) => regularity(lines, separator));
  const best = Math.max(...scores);
  const chosen = preference.find((_, index) => (scores[index] ?? 0) >= best * tolerance);
  return best > 0 && chosen ? chosen : ",";
}

/** The share of the lines that have as many of a separator as most have; 0 where most have none. */
function regularity(lines: string[], separator: Separator): number {
  const lengths = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(separator).length - 1;
    lengths.set(count, (lengths.get(count) ?? 0) + 1);
  }
  lengths.delete(0);
  return lines.length === 0 ? 0 : Math.max(0, ...lengths.values()) / lines.length;
}

/** The first lines without what is quoted in them. */
function linesOf(sample: string): string[] {
  const unquoted = sample.replace(/"(?:[^"]|"")*"/g, "");
  const lines = unquoted.split(/\r\n?|\n/, maxLines + 1).filter((line) => line.trim() !== "");
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}
