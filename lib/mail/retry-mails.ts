import { eq, sql } from "drizzle-orm";
import { waitingMails } from "@/drizzle/schema/mails";
import { db } from "../core/db";
import { log } from "../core/log";
import { deliverMail } from "./_deliver-mail";
import { isTemporaryFailure } from "./_is-passing";
import { openMail } from "./_sealed-mail";
import { laterWaitsMs, maxAgeMs } from "./_waits";

const maxAtOnce = 10;

type Waiting = { id: string; sealed: string; tries: number; isOld: boolean };

/**
 * Tries again to send the mails that wait and are due: 1, 5 and 30 minutes after the try before, each for an
 * hour at most. One that will not leave is given up with an error in the log. Returns how many were due.
 */
export async function retryMails(): Promise<number> {
  const due = await claimDue();
  await Promise.all(due.map(retry));
  return due.length;
}

/** Its next time is set before the try, so that a worker which dies in between costs one try and no mail. */
function claimDue() {
  const waitsMs = `{${[...laterWaitsMs, maxAgeMs].join(",")}}`;
  return db().execute<Waiting>(sql`
    update ${waitingMails} set tries = tries + 1,
      next_try_at = now() + (${waitsMs}::int[])[least(tries, 3)] * interval '1 millisecond'
    where id = any(array(
      select id from ${waitingMails} where next_try_at <= now()
      order by next_try_at limit ${maxAtOnce} for update skip locked))
    returning id, sealed, tries, created_at < now() - ${maxAgeMs} * interval '1 millisecond' as "isOld"`);
}

async function retry(waiting: Waiting): Promise<void> {
  const mail = openMail(waiting.sealed);
  try {
    if (!mail || waiting.isOld) throw new Error("It waited too long.");
    await deliverMail(mail, waiting.id);
  } catch (error) {
    if (isTemporaryFailure(error) && waiting.tries <= laterWaitsMs.length + 1) return;
    log().error(
      { err: error, subject: mail?.subject },
      "an email could not be sent and is discarded",
    );
  }
  await db().delete(waitingMails).where(eq(waitingMails.id, waiting.id));
}
