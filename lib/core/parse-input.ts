import type { z } from "zod";
import { AppError, type FieldErrors } from "./errors";

/** Parses input by a contract; what is wrong becomes `invalid_request` with sentences by field. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = fieldErrors(result.error);
  throw new AppError("invalid_request", "Some fields are not valid.", { fields });
}

/** What a contract found wrong, as sentences by field; none when it found nothing. */
export function fieldErrors(error: z.ZodError | undefined): FieldErrors {
  const fields: FieldErrors = {};
  for (const { path, message } of error?.issues ?? []) {
    // What is wrong with one entry of a list is wrong with the field.
    const field = String(path[0] ?? "request");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
