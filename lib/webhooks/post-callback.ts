import type { Agent } from "undici";
import { signWith } from "./callback-signer";
import { type PostOutcome, postBody, userAgent } from "./post-event";

/** What an attempt says of a callback whose address was erased: there is nothing to try again. */
export const erasedError = "erased";

interface CallbackPosting {
  /** Where to, and what signs it; null once it was erased. */
  callback: { url: string; signer: string } | null;
  /** `evt_…`; the same in every attempt. */
  eventId: string;
  /** A form; no name comes twice in it. */
  body: string;
}

/** Posts one status of a message as a form, signed as Twilio signs it. Never throws: whatever goes wrong is the outcome. */
export async function postCallback(
  { callback, eventId, body }: CallbackPosting,
  agent?: Agent,
): Promise<PostOutcome> {
  if (!callback) return nothingPosted(body);
  const { url, signer } = callback;
  const headers = {
    "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
    "user-agent": userAgent,
    "i-twilio-idempotency-token": eventId,
    "x-twilio-signature": signWith(signer, url + joinedFields(body)),
  };
  return postBody({ url, headers, body }, { agent });
}

/** Names and values, sorted by name, with nothing between (twilio.com/docs/usage/webhooks/webhooks-security). */
function joinedFields(form: string): string {
  return [...new URLSearchParams(form)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join("");
}

function nothingPosted(body: string): PostOutcome {
  const request = { url: "", headers: {}, body };
  const nothing = { status: null, error: erasedError, answer: null };
  return {
    exchange: { at: new Date().toISOString(), duration_ms: 0, request, ...nothing },
    isAccepted: false,
    retryAfterMs: null,
  };
}
