import { waitingMails } from "@/drizzle/schema/mails";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { log } from "../core/log";
import { deliverMail } from "./_deliver-mail";
import { isTemporaryFailure } from "./_is-passing";
import { sealMail } from "./_sealed-mail";
import { firstWaitMs } from "./_waits";
import type { Mail } from "./mail";

/**
 * Sends a mail; one that the mail server cannot take now is kept and tried again (`retryMails`). Never
 * throws: false says that it will not leave, which is logged, and which the caller should tell.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const id = newId();
  try {
    await deliverMail(mail, id);
    return true;
  } catch (error) {
    if (isTemporaryFailure(error) && (await putOff(mail, id))) {
      log().warn(
        { err: error, subject: mail.subject },
        "an email could not be sent and will be retried",
      );
      return true;
    }
    log().error({ err: error, subject: mail.subject }, "an email could not be sent");
    return false;
  }
}

async function putOff(mail: Mail, id: string): Promise<boolean> {
  const nextTryAt = new Date(Date.now() + firstWaitMs);
  try {
    await db()
      .insert(waitingMails)
      .values({ id, sealed: sealMail(mail), nextTryAt });
    return true;
  } catch (error) {
    log().error({ err: error }, "an email could not be queued for a retry");
    return false;
  }
}
