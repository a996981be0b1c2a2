import { headers } from "next/headers";
import { keepsMails } from "@/lib/mail/keeps-mails";
import { isAtTheMachine } from "@/lib/sessions/is-at-the-machine";

/** Whether this visitor may read the mails that are kept here: only someone at this very machine. */
export async function canReadKeptMails(): Promise<boolean> {
  return keepsMails() && isAtTheMachine(await headers());
}
