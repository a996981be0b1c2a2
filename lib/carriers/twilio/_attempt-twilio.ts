import { callbackUrl } from "../callback-url";
import type { Submission, SubmitOutcome } from "../carrier";
import { failedRequest } from "../http/failed-request";
import { neverRepeat } from "../http/never-repeat";
import { readResponse } from "./_read-response";
import type { TwilioAccount } from "./_twilio-account";

const validity = { minSeconds: 1, maxSeconds: 36_000 };

/** Submits one message to Twilio, which sends whatever it is asked for twice. Never throws. */
export async function attemptTwilio(
  submission: Submission,
  account: TwilioAccount,
): Promise<SubmitOutcome> {
  const outcome = await account
    .request({
      method: "POST",
      resource: "Messages.json",
      form: toForm(submission, account),
    })
    .then(readResponse, failedRequest);
  return neverRepeat(outcome);
}

function toForm(
  { messageId, from, to, body, validUntil }: Submission,
  { name, messagingServiceSid }: TwilioAccount,
): URLSearchParams {
  const seconds = Math.floor((validUntil.getTime() - Date.now()) / 1000);
  const validitySeconds = Math.max(seconds, validity.minSeconds);
  return new URLSearchParams({
    To: `+${to}`,
    // With a service, Twilio chooses among the senders of its pool.
    ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : { From: e164(from) }),
    Body: body,
    StatusCallback: callbackUrl(name, messageId),
    ValidityPeriod: String(Math.min(validitySeconds, validity.maxSeconds)),
  });
}

/** A number of a whole country has a plus at Twilio; a short code and a name have none. */
function e164(sender: string): string {
  return /^\d{9,15}$/.test(sender) ? `+${sender}` : sender;
}
