import type { Call } from "../operations/call-contract";
import { internalCalls } from "../operations/internal-calls";
import { operations } from "../operations/operations";
import type { PanelUploadPath } from "../operations/panel-contract";
import { panelUploads } from "../operations/panel-uploads";

interface Limit {
  prefix: string;
  /** What the path ends with, where calls with the same beginning have other limits. */
  suffix: string;
  maxBytes: number;
}

const apiMaxBytes = 16_384;

/** The most bytes a request body may have, by how its path begins and ends; the first match counts. */
const bodyLimits: Limit[] = [
  ...limitsOf([...operations, ...Object.values(internalCalls), ...panelCalls()]),
  { prefix: "/api/", suffix: "", maxBytes: apiMaxBytes },
  { prefix: "/2010-04-01/", suffix: "", maxBytes: apiMaxBytes },
  { prefix: "/language", suffix: "", maxBytes: 4096 },
  // Forms. The compose form takes 10,000 recipients and stays below this; Next's own limit for actions is the same.
  { prefix: "/", suffix: "", maxBytes: 1_048_576 },
];

/**
 * The most bytes that a request body to this path may have: one table for the API, sign-in and the pages. What comes
 * behind the path, as a query, counts for nothing.
 */
export function bodyLimitOf(path: string): number {
  const end = path.indexOf("?");
  const bare = end < 0 ? path : path.slice(0, end);
  const found = bodyLimits.find(
    ({ prefix, suffix }) => bare.startsWith(prefix) && bare.endsWith(suffix),
  );
  return found?.maxBytes ?? 0;
}

function panelCalls(): Call[] {
  return (Object.keys(panelUploads) as PanelUploadPath[]).map((path) => ({
    method: "post",
    path,
    body: { maxBytes: panelUploads[path] },
  }));
}

/**
 * The limit of each path up to its first parameter, and from behind its last one. A path below counts as that one, so
 * that the limit is known before the path is matched. The longest first.
 */
function limitsOf(calls: Call[]): Limit[] {
  const limits = new Map<string, Limit>();
  for (const { path, body } of calls) {
    if (!body) continue;
    const [prefix = path] = path.split("{");
    const suffix = path.includes("}") ? path.slice(path.lastIndexOf("}") + 1) : "";
    const known = limits.get(`${prefix} ${suffix}`)?.maxBytes ?? 0;
    const maxBytes = Math.max(body.maxBytes, known);
    limits.set(`${prefix} ${suffix}`, { prefix, suffix, maxBytes });
  }
  const length = ({ prefix, suffix }: Limit) => prefix.length + suffix.length;
  return [...limits.values()].sort((one, other) => length(other) - length(one));
}
