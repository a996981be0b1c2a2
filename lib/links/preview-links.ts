import { shortUrl } from "./short-url";
import { hasLinks, splitLinks } from "./split-links";

/** A text as it will be sent, as long as it will be: each link that may be one in its place, with a code that none has. */
export function previewLinks(text: string, origin: string): string {
  if (!hasLinks(text)) return text;
  return splitLinks(text)
    .map((part) => (typeof part === "string" ? part : shortUrl(origin)))
    .join("");
}
