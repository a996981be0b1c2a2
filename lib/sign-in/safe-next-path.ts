const here = "http://here.invalid";

/** Where to go after signing in: only a path of this site, else null. Judged as a browser would read it. */
export function safeNextPath(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 500) return null;
  const url = URL.canParse(value, here) ? new URL(value, here) : null;
  // `//evil.com`, `/\evil.com` and `/<tab>/evil.com` leave the origin; `/.//evil.com` does on the second read.
  if (url?.origin !== here || url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
