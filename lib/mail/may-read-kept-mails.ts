import { env } from "../core/env";
import { isThisMachine } from "../core/is-this-machine";

/**
 * Whether a visitor may read the mails kept here, and with them everybody's reset links: only without a
 * mail server, and only someone at this very machine.
 */
export function mayReadKeptMails(address: string | null, host: string | null): boolean {
  return !env().SMTP_URL && isThisMachine(address, host);
}
