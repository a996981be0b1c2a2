import type { Call } from "../operations/call-contract";
import { internalCalls } from "../operations/internal-calls";
import { operations } from "../operations/operations";

type Limit = [prefix: string, maxBytes: number];

const apiMaxBytes = 16_384;

/** The most bytes a request body may have, by how its path begins; the first match counts. */
const bodyLimits: Limit[] = [
  ...limitsOf([...operations, ...Object.values(internalCalls)]),
  ["/api/", apiMaxBytes],
  ["/language", 4096],
  // Forms. The compose form takes 10,000 recipients and stays below this; Next's own limit for actions is the same.
  ["/", 1_048_576],
];

/** The most bytes that a request body to this path may have: one table for the API, sign-in and the pages. */
export function bodyLimitOf(path: string): number {
  return bodyLimits.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 0;
}

/**
 * The limits that differ from the API's own, by each path up to its first parameter. A path below counts as that one, so
 * that the limit is known before the path is matched. The longest first.
 */
function limitsOf(calls: Call[]): Limit[] {
  const limits = new Map<string, number>();
  for (const { path, body } of calls) {
    const [prefix = path] = path.split("{");
    const maxBytes = body?.maxBytes ?? 0;
    if (maxBytes !== 0 && maxBytes !== apiMaxBytes)
      limits.set(prefix, Math.max(maxBytes, limits.get(prefix) ?? 0));
  }
  return [...limits].sort(([one], [other]) => other.length - one.length);
}
