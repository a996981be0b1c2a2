import { ifThrows } from "./if-throws";
import { parseJson } from "./parse-json";

/** The JSON in a text from outside; undefined if it is not JSON, nested too deeply, or has too many parts. */
export function jsonIn(text: string): unknown {
  return ifThrows(
    () => parseJson(Buffer.from(text)),
    () => undefined,
  );
}
