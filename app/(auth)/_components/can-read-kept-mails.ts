import { headers } from "next/headers";
import { relayedHeader } from "@/lib/core/relayed-header";
import { mayReadKeptMails } from "@/lib/mail/may-read-kept-mails";
import { visitorOf } from "@/lib/sessions/visitor-of";

/** Whether this visitor may read the mails that are kept here. */
export async function canReadKeptMails(): Promise<boolean> {
  const received = await headers();
  // A proxy on this machine has its address, and asks by its name unless it is told otherwise.
  if (received.has(relayedHeader)) return false;
  const host = received.get("x-forwarded-host") ?? received.get("host");
  return mayReadKeptMails(visitorOf(received).address, host);
}
