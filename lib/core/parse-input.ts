import type { z } from "zod";
import { AppError, type FieldErrors } from "./errors";

/** Parses input by a contract; what is wrong becomes `invalid_request` with sentences by field. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: FieldErrors = {};
  for (const { path, message } of result.error.issues) {
    const field = path.join(".");
    fields[field] = [...(fields[field] ?? []), message];
  }
  throw new AppError("invalid_request", "Some fields are not valid.", { fields });
}
