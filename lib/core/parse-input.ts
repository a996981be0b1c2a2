import type { z } from "zod";
import { AppError, type FieldSentences } from "./errors";
import type { Sentence } from "./sentence";
import { coreSentences } from "./sentences";
import { sentenceOfIssue } from "./worded";

/** Parses input by a contract; what is wrong becomes `invalid_request` with sentences by field. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = fieldSentences(result.error);
  throw new AppError("invalid_request", coreSentences.wrongFields, { fields });
}

/** What a contract found wrong, as sentences by field; none when it found nothing. The one place that reads a ZodError. */
export function fieldSentences(error: z.ZodError | undefined): FieldSentences {
  const fields: FieldSentences = {};
  for (const issue of error?.issues ?? []) {
    // What is wrong with one entry of a list is wrong with the field.
    const field = String(issue.path[0] ?? "request");
    const sentence = sentenceOfIssue(issue) ?? libraryWords(issue.message);
    fields[field] = [...(fields[field] ?? []), sentence];
  }
  return fields;
}

/** Where a contract has no words of its own, zod's reach the wire; a screen in another language shows ours. */
function libraryWords(words: string): Sentence {
  return coreSentences.wrongValue({ words });
}
