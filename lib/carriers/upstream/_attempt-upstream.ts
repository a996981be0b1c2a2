import { hashToUuid } from "../../core/hash-to-uuid";
import { publicId } from "../../core/ids";
import type { Submission, SubmitOutcome } from "../carrier";
import { failedRequest } from "../http/failed-request";
import type { HttpClient } from "../http/http-client";
import { readResponse } from "./_read-response";

const validity = { least: 60, most: 172_800 };

/** Submits one message to the upstream. Never throws: whatever goes wrong is an outcome. */
export async function attemptUpstream(
  submission: Submission,
  client: HttpClient,
  token: string,
): Promise<SubmitOutcome> {
  return client({
    method: "POST",
    path: "/api/sms",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "application/json",
    },
    body: JSON.stringify(toWire(submission)),
  }).then(readResponse, failedRequest);
}

/** What is sent for a message is the same every time, or the upstream would call it another request. */
function toWire({ messageId, from, to, body, validUntil, offeredAt }: Submission) {
  const seconds = Math.floor((validUntil.getTime() - offeredAt.getTime()) / 1000);
  return {
    from,
    to,
    body,
    // The documented key is a UUID v4, and our IDs are ULIDs.
    idempotency_key: hashToUuid(`upstream.${messageId}`),
    client_ref: publicId("msg", messageId),
    validity: Math.min(Math.max(seconds, validity.least), validity.most),
  };
}
