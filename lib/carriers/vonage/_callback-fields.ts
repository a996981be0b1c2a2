import { jsonIn } from "../../core/json-in";
import type { Callback, CallbackProblem } from "../carrier";

/** What a callback says, by name. */
export type Fields = Readonly<Record<string, string>>;

const maxFields = 200;

/** The fields of a callback, which the account's settings make a query, a form, or an object of JSON. */
export function callbackFields({ method, query, body }: Callback): Fields | CallbackProblem {
  if (method === "GET") return fromPairs([...new URLSearchParams(query)]);
  if (!body.trimStart().startsWith("{")) return fromPairs([...new URLSearchParams(body)]);
  const json = jsonIn(body);
  if (typeof json !== "object" || json === null) return "invalid_json";
  return fromPairs(
    Object.entries(json).flatMap(([name, value]): [string, string][] =>
      ["string", "number", "boolean"].includes(typeof value) ? [[name, String(value)]] : [],
    ),
  );
}

function fromPairs(pairs: [string, string][]): Fields | CallbackProblem {
  return pairs.length > maxFields ? "unknown_shape" : Object.fromEntries(pairs);
}
