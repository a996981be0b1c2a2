/** A URL without what may be a secret of its receiver: the query's values and the fragment. */
export function maskUrl(text: string): string {
  if (!URL.canParse(text)) return "…";
  const { origin, pathname, search } = new URL(text);
  return `${origin}${pathname}${search ? "?…" : ""}`;
}
