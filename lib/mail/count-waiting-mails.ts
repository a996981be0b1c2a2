import { count } from "drizzle-orm";
import { waitingMails } from "@/drizzle/schema/mails";
import { db } from "../core/db";

/** How many emails the mail server has not taken yet. */
export async function countWaitingMails(): Promise<number> {
  const [row] = await db().select({ mails: count() }).from(waitingMails);
  return row?.mails ?? 0;
}
