import { headers } from "next/headers";
import { visitorOf } from "@/lib/accounts/visitor-of";
import { mayReadKeptMails } from "@/lib/mail/may-read-kept-mails";

/** Whether this visitor may read the mails that are kept here. */
export async function canReadKeptMails(): Promise<boolean> {
  const received = await headers();
  const host = received.get("x-forwarded-host") ?? received.get("host");
  return mayReadKeptMails(visitorOf(received).address, host);
}
