import { type Actor, demandAdmin } from "../core/actor";
import { waitingMails } from "./waiting-mails";

/** How many emails the mail server has not taken yet, and since when. Throws forbidden unless the actor is an administrator. */
export async function countWaitingMails({
  actor,
}: {
  actor: Actor;
}): Promise<{ count: number; oldestAt: Date | null }> {
  demandAdmin(actor);
  return waitingMails();
}
