import type { z } from "zod";
import { jsonIn } from "../core/json-in";
import { maxResponse } from "./contract";

/** What a browser says of a passkey, from the text of a form; undefined for anything else, of whatever size. */
export function readResponse<Schema extends z.ZodType>(
  schema: Schema,
  text: unknown,
): z.output<Schema> | undefined {
  if (typeof text !== "string" || text.length > maxResponse) return undefined;
  return schema.safeParse(jsonIn(text)).data;
}
