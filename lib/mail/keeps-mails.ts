import { env } from "../core/env";

/** Whether mails are kept here for want of a mail server, and with them everybody's reset links. */
export function keepsMails(): boolean {
  return !env().SMTP_URL;
}
