/** The mark under which the server log has an error that reached a page, when it came from the server. */
export function errorDigest(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
