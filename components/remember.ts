const yearSeconds = 31_536_000;

/** Keeps a choice in a cookie of this browser, for a year, so that the server draws by it the first time. */
export function remember(name: string, choice: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is absent on plain http.
  document.cookie = `${name}=${choice}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
