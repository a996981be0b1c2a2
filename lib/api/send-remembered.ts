import type { RecalledToken } from "../core/actor";
import { newId, publicId } from "../core/ids";
import { recordFirstRequest } from "../onboarding/record-first-request";
import { recordRequest } from "../request-log/record-request";
import { limitMessages } from "../sending/limit-messages";
import { limitRequests } from "../sending/limit-requests";
import { type SentMessage, sendMessage } from "../sending/send-message";
import { forgetToken } from "../tokens/forget-token";
import { recallToken } from "../tokens/recall-token";
import { recordTokenUse } from "../tokens/record-token-use";
import type { Attempt } from "./attempt";
import { policyHeader, rateHeader } from "./rate-headers";
import { endedEarly, parseObject } from "./read-json";
import { withHeaderKey } from "./with-header-key";

/** A `POST /api/sms` without a query and with a body that declares to be JSON within the limit. */
interface Asked {
  authorization: string | undefined;
  idempotencyKey: string | undefined;
  /** The client's address; null when it is unknown. */
  address: string | null;
  /** Rejects when the client breaks off. */
  readBody(): Promise<Uint8Array>;
}

/** An accepted send, as the general way would respond with status 200. */
interface AcceptedSend {
  headers: Record<string, string>;
  body: string;
}

/**
 * Accepts a send with a token that this process remembers, without a look-up: storing the message proves it. Whatever is
 * not accepted comes back as what was attempted, for the general way to look the token up and respond; undefined when
 * nothing was. Never rejects.
 */
export async function sendRemembered(asked: Asked): Promise<AcceptedSend | Attempt | undefined> {
  const actor = recallToken(asked.authorization, asked.address);
  if (!actor?.scopes.includes("send")) return undefined;
  const attempt: Attempt = { actor, counted: null, isMessageCounted: false };
  try {
    return await accept(asked, actor, attempt);
  } catch (error) {
    if (attempt.counted === null) attempt.counted = { refusal: error };
    else attempt.failure = error;
    forgetToken(actor.remembered);
    return attempt;
  }
}

async function accept(asked: Asked, actor: RecalledToken, attempt: Attempt): Promise<AcceptedSend> {
  const startedMs = performance.now();
  const rate = await limitRequests(actor);
  attempt.counted = { rate };
  const bytes = await asked.readBody().catch((error: unknown) => {
    throw endedEarly(error);
  });
  const body = parseObject(bytes);
  attempt.input = body;
  const input = withHeaderKey(body, asked.idempotencyKey);
  await limitMessages(actor, 1);
  attempt.isMessageCounted = true;
  const sent = await sendMessage({ actor, input, isCounted: true });
  recordTokenUse({ actor });
  recordFirstRequest({ actor });
  const requestId = newId();
  const send = { method: "POST", route: "/api/sms", status: 200, code: null, query: null };
  recordRequest({ actor, input: { ...send, requestId, startedMs, body } });
  return respond(sent, publicId("req", requestId), {
    policy: policyHeader(actor),
    rate: rateHeader(rate),
  });
}

/** In the order of the general way, which is that of the alphabet. */
function respond(
  { accepted, isReplay }: SentMessage,
  requestId: string,
  { policy, rate }: { policy: string | undefined; rate: string | undefined },
): AcceptedSend {
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    "content-type": "application/json",
  };
  if (isReplay) headers["idempotent-replayed"] = "true";
  if (rate !== undefined) headers["ratelimit"] = rate;
  if (policy !== undefined) headers["ratelimit-policy"] = policy;
  headers["x-request-id"] = requestId;
  return { headers, body: JSON.stringify(accepted) };
}
