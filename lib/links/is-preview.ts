/** A request for a link, as far as it says who makes it. */
export interface LinkRequest {
  method: string;
  userAgent: string | null;
  /** `Sec-Purpose`, `Purpose`, or `X-Moz`: what browsers say of pages that they load ahead. */
  purpose: string | null;
}

/** As programs write their names: phones such as CUBOT X20, and apps that scan or monitor something, are people's. */
const programs =
  /(?<!cu)bot\/|compatible;[^)]{0,200}bot\b|bot-google|crawl|spider|preview|facebookexternalhit|facebot|whatsapp|viber|skypeuripreview|embedly|slurp|urlscan|barracuda|proofpoint|mimecast|uptime|pingdom|headless|curl|wget|python|java\/|go-http-client|okhttp|axios|node-fetch|undici|libwww|httpclient/i;

/**
 * Whether a request looks like a program's rather than a person's: it only asks whether something is there, loads ahead, has
 * no browser's name, or the name of a program that makes previews or scans links. One that pretends to be a browser, as
 * some scanners do, is taken for a person.
 */
export function isPreview({ method, userAgent, purpose }: LinkRequest): boolean {
  if (method !== "GET" || /prefetch|preview|prerender/i.test(purpose ?? "")) return true;
  return !userAgent?.startsWith("Mozilla/") || programs.test(userAgent);
}
