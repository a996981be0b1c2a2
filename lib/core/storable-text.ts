/** Somebody else's text as PostgreSQL takes it: NUL and halves of a surrogate pair become U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** Whether PostgreSQL takes a text as it is. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** PostgreSQL parses nested JSON by recursion, and so does this. */
const maxDepth = 64;

/**
 * Somebody else's JSON with all its texts, names of members among them, as PostgreSQL takes them. What is nested
 * more than 64 deep becomes "…".
 */
export function storableJson(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === maxDepth) return "…";
  if (Array.isArray(value)) return value.map((item) => storableJson(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      storableText(name),
      storableJson(held, depth + 1),
    ]),
  );
}
