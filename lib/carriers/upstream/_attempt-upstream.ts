import { Pool, request } from "undici";
import { env } from "../../core/env";
import { hashToUuid } from "../../core/hash-to-uuid";
import { publicId } from "../../core/ids";
import { once } from "../../core/once";
import { codeOf } from "../../core/to-app-error";
import type { Requeue, Submission, SubmitOutcome } from "../carrier";
import { readResponse } from "./_read-response";

const timeoutMs = 8_000;
const maxResponseBytes = 65_536;
const validity = { least: 60, most: 172_800 };

/** Failures before a byte of the request had left: the upstream cannot have taken the message. */
const notConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Submits one message to the upstream. Never throws: whatever goes wrong is an outcome. */
export function attemptUpstream(submission: Submission): Promise<SubmitOutcome> {
  return post(submission).catch(toHold);
}

async function post(submission: Submission): Promise<SubmitOutcome> {
  const { statusCode, headers, body } = await request(`${env().SMS_API_URL}/api/sms`, {
    method: "POST",
    dispatcher: pool(),
    headers: {
      authorization: `Bearer ${env().SMS_API_TOKEN}`,
      "content-type": "application/json",
      accept: "application/json",
    },
    body: JSON.stringify(toWire(submission)),
  });
  const retryAfter = headers["retry-after"];
  return readResponse({
    status: statusCode,
    retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
    text: await body.text(),
  });
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

function toHold(error: unknown): Requeue {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const isConnected = !notConnected.test(code);
  return {
    kind: "requeue",
    reason: "carrier_down",
    detail: code ? `${said} (${code})` : said,
    retryAfterMs: null,
    scope: isConnected ? "attempt" : "carrier",
    mayBeAccepted: isConnected,
  };
}

const pool = once(() => {
  // As many connections as the request limit lets be in flight: it is the one that counts.
  return new Pool(new URL(env().SMS_API_URL ?? "").origin, {
    connect: { timeout: 5_000 },
    // These count from when a request has left, not while it waits for a connection.
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 10_000,
    maxResponseSize: maxResponseBytes,
  });
});
