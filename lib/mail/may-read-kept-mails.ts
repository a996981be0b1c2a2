import { env, isBehindFrontDoor } from "../core/env";
import { isLocalName, isThisMachine } from "../core/is-this-machine";

/**
 * Whether a visitor may read the mails kept here, and with them everybody's reset links: only without a
 * mail server, only someone on this very machine, and only while its public address is of this machine.
 */
export function mayReadKeptMails(address: string | null, host: string | null): boolean {
  if (env().SMTP_URL || !isBehindFrontDoor()) return false;
  const { APP_URL } = env();
  const isPublic = APP_URL !== undefined && !isLocalName(new URL(APP_URL).hostname);
  return !isPublic && isThisMachine(address, host);
}
