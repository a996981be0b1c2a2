import { addressGroup } from "../attempts/address-group";
import { demandAttempts, takeAttempts } from "../attempts/attempts";
import { AppError } from "../core/errors";
import { followLink } from "./follow-link";
import { isCode } from "./is-code";

const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

const nothing = "This link doesn't exist or has expired.\nTen link nie istnieje albo wygasł.\n";
const tooMany = "Too many links that don't exist.\nZbyt wiele linków, które nie istnieją.\n";

/** Codes that one network may ask for in a minute although there is none. */
const maxMisses = 60;
const windowMs = 60_000;

/**
 * Leads from a short link in a message to where it was made for, and nowhere else; 404 for a code that there is none of.
 * A network (`address` is who asks) that tries too many of those gets 429 for each code, or it would find others' links.
 */
export async function answerLink(
  request: Request,
  code: string,
  address: string | null,
): Promise<Response> {
  const limit = isCode(code) ? missesOf(address) : undefined;
  try {
    if (limit) await demandAttempts(limit);
    const target = await follow(request, code);
    if (target !== undefined) {
      return new Response(null, { status: 302, headers: { ...headers, location: target } });
    }
    if (limit) await takeAttempts([limit]);
    return say(nothing, 404);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    const seconds = Math.ceil((error.details.retryAfterMs ?? windowMs) / 1000);
    return say(tooMany, 429, { "retry-after": String(seconds) });
  }
}

function missesOf(address: string | null) {
  const group = addressGroup(address);
  return group && { key: `links:address:${group}`, most: maxMisses, windowMs };
}

function follow({ method, headers: asked }: Request, code: string): Promise<string | undefined> {
  return followLink({
    code,
    request: {
      method,
      userAgent: asked.get("user-agent"),
      purpose: asked.get("sec-purpose") ?? asked.get("purpose") ?? asked.get("x-moz"),
    },
  });
}

function say(text: string, status: number, more: Record<string, string> = {}): Response {
  const type = { "content-type": "text/plain; charset=utf-8" };
  return new Response(text, { status, headers: { ...headers, ...type, ...more } });
}
