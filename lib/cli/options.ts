import { z } from "zod";
import { parsePublicId } from "../core/ids";

/** An option that must be given and not be blank. */
export function required(option: string) {
  const error = `Missing required option --${option}.`;
  return z.string({ error }).trim().min(1, error);
}

/** The most credits of one command, which a grant takes at a time. */
const maxCredits = 1_000_000_000;

/** An option that is a whole number of credits. */
export function credits(option: string, least: number) {
  const error = `--${option} must be a whole number from ${least} to ${maxCredits}.`;
  return z
    .string({ error: `Missing required option --${option}.` })
    .regex(/^\d{1,10}$/, error)
    .transform(Number)
    .refine((number) => number >= least && number <= maxCredits, { error });
}

/** An option that names a token, `tok_…`; its uuid. */
export const tokenId = z
  .string({ error: "Missing required option --id." })
  .transform((text) => parsePublicId("tok", text) ?? text)
  .pipe(z.guid("--id must look like tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA."));

/** The words of an option that lists several, with commas between them. */
export function splitList(text: unknown): unknown {
  if (typeof text !== "string") return text;
  const words = text.split(",").map((word) => word.trim());
  return words.filter(Boolean);
}

const dayMs = 86_400_000;

/** A time in ISO 8601 from days to come (`90d`) or a date (its end, UTC); anything else stays as it is. */
export function completeTime(text: unknown): unknown {
  if (typeof text !== "string") return text;
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days) return new Date(Date.now() + Number(days) * dayMs).toISOString();
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text;
}
