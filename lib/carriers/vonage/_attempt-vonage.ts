import { isGsmCharacter } from "../../sms/gsm-alphabet";
import { callbackUrl } from "../callback-url";
import type { Submission, SubmitOutcome } from "../carrier";
import { failedRequest } from "../http/failed-request";
import type { HttpClient } from "../http/http-client";
import { neverRepeat } from "../http/never-repeat";
import { readResponse } from "./_read-response";

/** A carrier's account at Vonage. */
export interface VonageAccount {
  /** Of the carrier. */
  name: string;
  client: HttpClient;
  apiKey: string;
  apiSecret: string;
}

/** What Vonage accepts as `ttl`. */
const validity = { minMs: 20_000, maxMs: 604_800_000 };

/** Submits one message to Vonage, which sends whatever it is asked for twice. Never throws. */
export async function attemptVonage(
  submission: Submission,
  account: VonageAccount,
): Promise<SubmitOutcome> {
  const outcome = await account
    .client({
      method: "POST",
      path: "/sms/json",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        accept: "application/json",
      },
      body: toForm(submission, account).toString(),
    })
    .then(readResponse, failedRequest);
  return neverRepeat(outcome);
}

function toForm(
  { messageId, from, to, body, validUntil }: Submission,
  { name, apiKey, apiSecret }: VonageAccount,
): URLSearchParams {
  const validMs = Math.max(validUntil.getTime() - Date.now(), validity.minMs);
  return new URLSearchParams({
    api_key: apiKey,
    api_secret: apiSecret,
    from: from.replace(/^\+(?=\d+$)/, ""),
    to,
    text: body,
    // Whatever the alphabet of `text` lacks would arrive as a question mark.
    type: [...body].every(isGsmCharacter) ? "text" : "unicode",
    ttl: String(Math.min(validMs, validity.maxMs)),
    callback: callbackUrl(name, messageId),
    // At most 40 characters.
    "client-ref": messageId.replaceAll("-", ""),
  });
}
