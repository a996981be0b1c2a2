/** More than the longest body of a single message can be nested, which is parsed and judged by its fields. */
const maxDepth = 40_000;
/** Commas, colons and brackets: a batch of 10,000 messages with each field and five members of metadata has about 330,000. */
const maxTokens = 400_000;

const quote = 0x22;
const backslash = 0x5c;
/** What each part of the structure does to the depth: [ { go deeper, ] } come back, a comma and a colon stay. */
const structure = new Map([
  [0x5b, 1],
  [0x7b, 1],
  [0x5d, -1],
  [0x7d, -1],
  [0x2c, 0],
  [0x3a, 0],
]);

/**
 * Parses JSON in UTF-8. Throws SyntaxError or TypeError for what is not JSON, and RangeError for what is nested too
 * deeply or has too many parts: such a body is small to send and takes seconds to parse, during which the process
 * serves nobody else. That is found out in one pass over the bytes.
 */
export function parseJson(bytes: Uint8Array): unknown {
  // What is shorter than it may be deep is neither too deep nor of too many parts.
  if (bytes.length > maxDepth) demandShape(bytes);
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

function demandShape(bytes: Uint8Array): void {
  let depth = 0;
  let tokens = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === quote) at = endOfString(bytes, at);
    const change = structure.get(bytes[at] ?? 0);
    if (change === undefined) continue;
    depth += change;
    tokens += 1;
    if (depth > maxDepth || tokens > maxTokens) throw new RangeError("Too deep or too many parts.");
  }
}

/** The place of the quote that ends the string which begins at `start`; the end of the bytes without one. */
function endOfString(bytes: Uint8Array, start: number): number {
  let end = bytes.indexOf(quote, start + 1);
  while (end >= 0 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1);
  return end < 0 ? bytes.length : end;
}

function isEscaped(bytes: Uint8Array, at: number): boolean {
  let first = at;
  while (bytes[first - 1] === backslash) first -= 1;
  return (at - first) % 2 === 1;
}
