import { isIP } from "node:net";
import type { Visitor } from "../core/actor";
import { readerLanguage } from "../language/reader-language";

/**
 * Who sent a request, with the language of its screens. The HTTP server writes `X-Forwarded-For` itself, from the socket or from
 * a trusted proxy; the last entry is the one that no client can choose.
 */
export function visitorOf(headers: Headers): Visitor {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return {
    address: isIP(address) ? address : null,
    userAgent: headers.get("user-agent"),
    language: readerLanguage(headers),
  };
}
