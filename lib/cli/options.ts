import { z } from "zod";

/** An option that must be given and not be blank. */
export function required(option: string) {
  const error = `Give --${option}.`;
  return z.string({ error }).trim().min(1, error);
}

/** An option that is a whole number of credits. */
export function credits(option: string, least: number) {
  const error = `--${option} must be a whole number, at least ${least}.`;
  return z
    .string({ error: `Give --${option}.` })
    .regex(/^\d{1,10}$/, error)
    .transform(Number)
    .refine((number) => number >= least, { error });
}
