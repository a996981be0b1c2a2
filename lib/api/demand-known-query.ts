import { AppError, type FieldErrors } from "../core/errors";
import type { QueryContract } from "../operations/operation";

const maxNamed = 5;
const maxNameLength = 40;

/** The names of the parameters in a query's contract. */
export function parametersOf(contract: QueryContract): string[] {
  return Object.keys(("shape" in contract ? contract : contract.in).shape);
}

/**
 * Throws invalid_request for query parameters that a call does not have, and names those it has: a misspelled filter
 * would otherwise return everything, and a misplaced `dry_run` would send.
 */
export function demandKnownQuery(url: string, known: string[]): void {
  if (!url.includes("?")) return;
  const names = new Set(new URL(url).searchParams.keys());
  const unknown = [...names].filter((name) => !known.includes(name)).slice(0, maxNamed);
  if (unknown.length === 0) return;
  const fields: FieldErrors = Object.fromEntries(
    unknown.map((name) => [name, [sentence(name, known)]]),
  );
  throw new AppError("invalid_request", Object.values(fields).flat().join(" "), { fields });
}

function sentence(name: string, known: string[]): string {
  const start = `Unknown query parameter “${name.slice(0, maxNameLength)}”.`;
  if (known.length === 0) return `${start} This request has no query parameters.`;
  return `${start} Known parameters: ${known.join(", ")}.`;
}
