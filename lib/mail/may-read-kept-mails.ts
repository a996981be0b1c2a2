import { addressList } from "../core/address-list";
import { env, isBehindFrontDoor } from "../core/env";

const loopback = ["127.0.0.0/8", "::1/128"];

/**
 * Whether a visitor may read the mails kept here, and with them everybody's reset links: only without a
 * mail server, only someone on this very machine, and only under a name of this machine, since a reverse
 * proxy beside us has a loopback address too.
 */
export function mayReadKeptMails(address: string | null, host: string | null): boolean {
  if (env().SMTP_URL || !isBehindFrontDoor()) return false;
  const { APP_URL } = env();
  const isPublic = APP_URL !== undefined && !isLocalName(new URL(APP_URL).hostname);
  return !isPublic && addressList(loopback)(address) && isLocalName(nameOf(host));
}

function nameOf(host: string | null): string {
  const url = `http://${host ?? ""}`;
  return host !== null && URL.canParse(url) ? new URL(url).hostname : "";
}

function isLocalName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(\.\d+){3}$/.test(name);
}
