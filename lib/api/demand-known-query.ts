import { z } from "zod";
import { invalidFields } from "../core/invalid-fields";
import type { Sentence } from "../core/sentence";
import type { QueryContract } from "../operations/operation";
import { anyKey, knownName } from "./gather-members";
import { apiSentences } from "./sentences";

const maxNamed = 5;
const maxNameLength = 40;

/** The names of the parameters in a query's contract; one with members in brackets is `metadata[…]`. */
export function parametersOf(contract: QueryContract): string[] {
  const { shape } = "shape" in contract ? contract : contract.in;
  return Object.entries(shape).map(([name, schema]) => (hasMembers(schema) ? name + anyKey : name));
}

function hasMembers(schema: z.core.$ZodType): boolean {
  const { style } = (z.globalRegistry.get(schema)?.["param"] ?? {}) as { style?: unknown };
  return style === "deepObject";
}

/**
 * Throws invalid_request for query parameters that a call does not have, and names those it has: a misspelled filter
 * would otherwise return everything, and a misplaced `dry_run` would send.
 */
export function demandKnownQuery(url: string, known: string[]): void {
  if (!url.includes("?")) return;
  const names = new Set(new URL(url).searchParams.keys());
  const unknown = [...names].filter((name) => !known.includes(knownName(name))).slice(0, maxNamed);
  if (unknown.length === 0) return;
  throw invalidFields(Object.fromEntries(unknown.map((name) => [name, [sentenceOf(name, known)]])));
}

function sentenceOf(unknown: string, known: string[]): Sentence {
  const name = unknown.slice(0, maxNameLength);
  if (known.length === 0) return apiSentences.noParameters({ name });
  return apiSentences.unknownParameter({ name, known: known.join(", ") });
}
