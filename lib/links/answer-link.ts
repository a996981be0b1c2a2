import { followLink } from "./follow-link";

const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

const nothing = "This link doesn't exist or has expired.\nTen link nie istnieje albo wygasł.\n";

/** Leads from a short link in a message to where it was made for, and nowhere else; 404 for a code that there is none of. */
export async function answerLink(request: Request, code: string): Promise<Response> {
  const asked = request.headers;
  const target = await followLink({
    code,
    request: {
      method: request.method,
      userAgent: asked.get("user-agent"),
      purpose: asked.get("sec-purpose") ?? asked.get("purpose") ?? asked.get("x-moz"),
    },
  });
  if (target !== undefined) {
    return new Response(null, { status: 302, headers: { ...headers, location: target } });
  }
  const type = { "content-type": "text/plain; charset=utf-8" };
  return new Response(nothing, { status: 404, headers: { ...headers, ...type } });
}
