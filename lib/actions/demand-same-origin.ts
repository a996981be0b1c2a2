import { AppError } from "../core/errors";
import { formSentences } from "./sentences";

/**
 * Refuses a form that another site's page sent. Next compares `Origin` when there is one but lets a
 * request without it pass; here one of the two headers has to vouch for the page.
 */
export function demandSameOrigin(headers: Headers): void {
  if (!isVouchedFor(headers)) throw new AppError("forbidden", formSentences.foreignForm);
}

/** Whether a request says of itself that a page of ours sent it. */
export function isVouchedFor(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  // Browsers send Sec-Fetch-Site over https and to localhost only, hence the second look.
  return site === null ? isOurOrigin(headers) : isOurSite(site);
}

/** Whether a request says of itself that another site's page sent it. Next responds 500 to an `Origin` of another host. */
export function isForeign(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  const isFromElsewhere = headers.has("origin") && !isOurOrigin(headers);
  return isFromElsewhere || (site !== null && !isOurSite(site));
}

function isOurSite(site: string): boolean {
  return site === "same-origin" || site === "none";
}

function isOurOrigin(headers: Headers): boolean {
  const origin = headers.get("origin") ?? "";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
