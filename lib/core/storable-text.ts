/** Somebody else's text as PostgreSQL takes it: NUL and halves of a surrogate pair become U+FFFD. */
export function storableText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\0", "\uFFFD");
}

/** Whether PostgreSQL takes a text as it is. */
export function isStorableText(text: string): boolean {
  return storableText(text) === text;
}

/** Somebody else's JSON with all its texts, names of members among them, as PostgreSQL takes them. */
export function storableJson(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [storableText(name), storableJson(held)]),
  );
}
