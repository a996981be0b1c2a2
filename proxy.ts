import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isForeign } from "@/lib/actions/demand-same-origin";
import { formSentences } from "@/lib/actions/sentences";
import { env, isProduction } from "@/lib/core/env";
import { readLanguage } from "@/lib/language/read-language";

/**
 * Runs before every page: a form of another site's page ends here, and a page gets a nonce of its own and the policy
 * that lets only scripts with it run. Next reads the nonce from the policy on the request and puts it on its scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method === "POST" && isForeign(request.headers)) return rejectForeign(request);
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy(nonce, request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function rejectForeign({ cookies, headers }: NextRequest): NextResponse {
  const sentence = formSentences.foreignForm.in(readLanguage(cookies, headers));
  return new NextResponse(`${sentence}\n`, { status: 403 });
}

export const config = {
  // Neither the API, which sends no pages, nor files of the build. An address may end like a file and be a page.
  matcher: ["/((?!api/|_next/static|_next/image).*)"],
};

/**
 * What a page may load and run (CSP level 3). Styles in attributes are allowed: the highlighted code of the
 * documentation and the ticks of the ruler have them, and a style runs nothing.
 */
function contentPolicy(nonce: string, path: string): string {
  // React rebuilds stack traces of the server with eval while developing.
  const evaluation = isProduction() ? "" : " 'unsafe-eval'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${path === "/credits" ? checkoutOrigins() : ""}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Where the form that buys credits may lead: a browser checks that for the redirect after a form, too. */
function checkoutOrigins(): string {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL } = env();
  if (STRIPE_SECRET_KEY === undefined) return "";
  const { origin } = new URL(STRIPE_API_URL);
  return origin === "https://api.stripe.com" ? " https://checkout.stripe.com" : ` ${origin}`;
}
