import { recipientAddress, senderAddress } from "./addresses";
import { errorOf, statusWordOf } from "./status-words";

interface StatusFacts {
  accountSid: string;
  messageSid: string;
  from: string;
  to: string;
  /** The event that the status follows from: `sent`, `cancelled`, or `sms.…`. */
  event: string;
  reason: string | null;
  /** A carrier had taken the message. */
  wasSent: boolean;
}

/** The form that Twilio posts to `StatusCallback` when the status of a message changes. */
export function callbackForm(facts: StatusFacts): string {
  const { accountSid, messageSid, from, to, event, reason, wasSent } = facts;
  const state = { status: event.replace(/^sms\./, ""), wasSent };
  const word = statusWordOf(state);
  const error = errorOf(state, reason);
  return new URLSearchParams({
    SmsSid: messageSid,
    SmsStatus: word,
    MessageStatus: word,
    To: recipientAddress(to),
    MessageSid: messageSid,
    AccountSid: accountSid,
    From: senderAddress(from),
    ApiVersion: apiVersion,
    ...(error ? { ErrorCode: String(error.code), ErrorMessage: error.message } : {}),
  }).toString();
}

/** The one version of Twilio's API there is for messages. */
export const apiVersion = "2010-04-01";
