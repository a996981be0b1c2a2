import { AppError } from "../core/errors";
import type { Sentence } from "../core/sentence";
import { spreadsheetSentences } from "./sentences";

/** The error for a file that can't be read, about the field it was uploaded in. */
export function refuse(sentence: Sentence, cause?: unknown): AppError {
  const fields = { file: [sentence] };
  return new AppError(
    "invalid_request",
    sentence,
    cause === undefined ? { fields } : { fields, cause },
  );
}

/** The same error on this side of the worker: sentences are functions, so only their keys travel. */
export function refuseByKey(key: string, params: Readonly<Record<string, string | number>>) {
  const name = key.slice(key.indexOf(".") + 1);
  const entry = Object.entries(spreadsheetSentences).find(([each]) => each === name)?.[1];
  if (entry === undefined) throw new Error(`There is no sentence ${key}.`);
  return refuse(typeof entry === "function" ? entry(params as never) : entry);
}
