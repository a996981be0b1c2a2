import { z } from "zod";
import type { Sentence } from "./sentence";
import { worded, wordedIssue } from "./worded";

interface Limits {
  min?: number;
  max: number;
  /** Said of what is no list. */
  error: Sentence;
  tooFew?: Sentence;
  tooMany: Sentence;
}

/** A list from outside: its items are counted before any of them is looked at. */
export function limitedList<Item extends z.ZodType>(
  item: Item,
  limits: Limits,
): z.ZodType<z.output<Item>[], z.input<Item>[]> {
  const { min = 0, max, error, tooFew = error, tooMany } = limits;
  return z.preprocess(
    (value, context) => {
      const isList = Array.isArray(value);
      if (isList && value.length <= max) return value;
      context.addIssue(wordedIssue(isList ? tooMany : error));
      return z.NEVER;
    },
    z.array(item).min(min, worded(tooFew)).max(max),
  );
}
