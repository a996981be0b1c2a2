import { appUrl } from "../core/env";

/** Two years, as the preload list wants it (RFC 6797). */
const strictTransport = "max-age=63072000; includeSubDomains";

/** Nothing of the API is a page: it loads nothing, runs nothing and is embedded nowhere. */
const apiHeaders = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * What every response of the API carries, and every response that the server writes by itself. Browsers are told
 * to come by https only when APP_URL says so: a proxy's word about one request does not bind a host for two years.
 */
export function securityHeaders(): Record<string, string> {
  return { ...apiHeaders, ...transportHeaders() };
}

/** What every response of Next carries, those too that it makes before it looks at next.config.mjs or proxy.ts. */
export function pageHeaders(): Record<string, string> {
  return { "x-content-type-options": "nosniff", ...transportHeaders() };
}

function transportHeaders(): Record<string, string> {
  return appUrl().startsWith("https:") ? { "strict-transport-security": strictTransport } : {};
}
