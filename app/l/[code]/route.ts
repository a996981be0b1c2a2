import { followLink } from "@/lib/links/follow-link";

interface Context {
  params: Promise<{ code: string }>;
}

const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

/** Leads from a short link in a message to where it was made for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  const purpose = request.headers.get("sec-purpose") ?? request.headers.get("purpose");
  const userAgent = request.headers.get("user-agent");
  const target = await followLink({
    code,
    request: { method: request.method, userAgent, purpose: purpose ?? request.headers.get("x-moz") },
  });
  if (target === undefined) {
    return new Response("This link doesn't exist or has expired.\nTen link nie istnieje albo wygasł.\n", {
      status: 404,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
  return new Response(null, { status: 302, headers: { ...headers, location: target } });
}

/** The same for who asks only whether something is there. */
export const HEAD = GET;
