import { expect } from "vitest";
import { type KeptMail, listKeptMails } from "../mail/list-kept-mails";

/** Waits for the newest mail to an address whose subject says this. */
export async function keptMail(to: string, subject: string): Promise<KeptMail> {
  const find = async () =>
    (await listKeptMails(1000)).find((mail) => mail.to === to && mail.subject === subject);
  await expect.poll(find).toBeDefined();
  const mail = await find();
  if (!mail) throw new Error(`No mail “${subject}” came to ${to}.`);
  return mail;
}

/** The ticket in a mail's link. */
export function ticketIn({ link }: KeptMail): string {
  return new URL(link?.url ?? "").searchParams.get("ticket") ?? "";
}
