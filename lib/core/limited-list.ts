import { z } from "zod";

interface Limits {
  min?: number;
  max: number;
  /** Said of what is no list. */
  error: string;
  tooFew?: string;
  tooMany: string;
}

/** A list from outside: its items are counted before any of them is looked at. */
export function limitedList<Item extends z.ZodType>(
  item: Item,
  limits: Limits,
): z.ZodType<z.output<Item>[], z.input<Item>[]> {
  const { min = 0, max, error, tooFew = error, tooMany } = limits;
  return z.preprocess((value, context) => {
    const isList = Array.isArray(value);
    if (isList && value.length <= max) return value;
    context.addIssue({ code: "custom", message: isList ? tooMany : error });
    return z.NEVER;
  }, z.array(item).min(min, tooFew).max(max));
}
