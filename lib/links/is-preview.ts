/** A request for a link, as far as it says who makes it. */
export interface LinkRequest {
  method: string;
  userAgent: string | null;
  /** `Sec-Purpose`, `Purpose`, or `X-Moz`: what browsers say of pages that they load ahead. */
  purpose: string | null;
}

const programs =
  /bot\b|bot\/|crawl|spider|preview|facebookexternalhit|facebot|whatsapp|viber|skypeuripreview|embedly|slurp|scan|monitor|headless|curl|wget|python|java\/|go-http-client|okhttp|axios|node-fetch|undici|libwww|httpclient/i;

/**
 * Whether a request looks like a program's rather than a person's: it only asks whether something is there, loads ahead, has
 * no browser's name, or the name of a program that makes previews or scans links. One that pretends to be a browser, as
 * some scanners do, is taken for a person.
 */
export function isPreview({ method, userAgent, purpose }: LinkRequest): boolean {
  if (method !== "GET" || /prefetch|preview|prerender/i.test(purpose ?? "")) return true;
  return !userAgent?.startsWith("Mozilla/") || programs.test(userAgent);
}
