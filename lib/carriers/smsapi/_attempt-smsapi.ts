import { callbackUrl } from "../callback-url";
import type { Submission, SubmitOutcome } from "../carrier";
import { failedRequest } from "../http/failed-request";
import type { HttpClient } from "../http/http-client";
import { tooOldToRepeat } from "../http/too-old-to-repeat";
import { readResponse } from "./_read-response";

export interface SmsapiAccount {
  /** The carrier's name, which its reports come back to. */
  name: string;
  client: HttpClient;
  token: string;
}

/** `expiration_date` is 1 to 72 hours after the request (error 56); a minute is for clocks that differ. */
const minExpirySeconds = 3_660;
const maxExpirySeconds = 71 * 3_600;

/**
 * Submits one message with our own ID as its `idx`, which SMSAPI takes once in 24 hours: a message that it may have had
 * for longer is not submitted. Never throws: whatever goes wrong is an outcome.
 */
export async function attemptSmsapi(
  submission: Submission,
  { name, client, token }: SmsapiAccount,
): Promise<SubmitOutcome> {
  const idx = idxOf(submission);
  const tooOld = tooOldToRepeat(submission);
  if (tooOld) return tooOld;
  return client({
    method: "POST",
    path: "/sms.do",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
    },
    body: new URLSearchParams(toWire(submission, { name, idx })).toString(),
  }).then((response) => readResponse(response, idx), failedRequest);
}

/** Our ID of a message as SMSAPI has always taken an `idx`: letters and digits, 36 of them at most. */
function idxOf({ messageId }: Submission): string {
  return messageId.replaceAll("-", "");
}

interface Named {
  /** Of the carrier. */
  name: string;
  idx: string;
}

function toWire({ from, to, body, validUntil }: Submission, { name, idx }: Named) {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const seconds = Math.floor(validUntil.getTime() / 1000) - nowSeconds;
  return {
    format: "json",
    encoding: "utf-8",
    details: "1",
    from,
    to,
    message: body,
    idx,
    check_idx: "1",
    notify_url: callbackUrl(name, idx),
    expiration_date: String(
      nowSeconds + Math.min(Math.max(seconds, minExpirySeconds), maxExpirySeconds),
    ),
  };
}
