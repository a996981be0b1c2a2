const maxHeaderLength = 1024;

/** The name and the password of an `Authorization` header with HTTP Basic; both empty for any other. */
export function basicOf(header: string): { name: string; password: string } {
  const encoded = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(header.slice(0, maxHeaderLength))?.[1] ?? "";
  const text = Buffer.from(encoded, "base64").toString();
  const colon = text.indexOf(":");
  return { name: text.slice(0, Math.max(0, colon)), password: text.slice(colon + 1) };
}
