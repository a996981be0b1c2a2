import { AppError } from "../core/errors";

/**
 * Refuses a form that another site's page sent. Next compares `Origin` when there is one but lets a
 * request without it pass; here one of the two headers has to vouch for the page.
 */
export function demandSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  // Browsers send Sec-Fetch-Site over https and to localhost only, hence the second look.
  const vouched = site === null ? isOurOrigin(headers) : site === "same-origin" || site === "none";
  if (!vouched) {
    throw new AppError(
      "forbidden",
      "This form came from another site. Open the page here and try again.",
    );
  }
}

function isOurOrigin(headers: Headers): boolean {
  const origin = headers.get("origin") ?? "";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
