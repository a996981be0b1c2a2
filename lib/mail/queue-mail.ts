import { waitingMails } from "@/drizzle/schema/mails";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { sealMail } from "./_sealed-mail";
import type { Mail } from "./mail";

/** Queues an email for the worker in the caller's transaction: it is sent if and only if that commits. */
export async function queueMail(mail: Mail, tx: Tx): Promise<void> {
  await tx
    .insert(waitingMails)
    .values({ id: newId(), sealed: sealMail(mail), nextTryAt: new Date() });
}
