import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import { plainText } from "../../core/plain-text";
import { storableText } from "../../core/storable-text";
import type { Requeue, SubmitOutcome } from "../carrier";
import { carrierReference } from "../http/carrier-text";
import type { CarrierResponse } from "../http/http-client";

const maxCodeLength = 100;

/** Error responses are problems (RFC 9457) here, and anything at all elsewhere. */
const Problem = z.object({
  code: z
    .string()
    .transform((code) => plainText(storableText(code.slice(0, maxCodeLength))))
    .optional()
    .catch(undefined),
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errors: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
});

const Accepted = z.object({ message_id: carrierReference });

const maxSentenceLength = 300;
const rejected = "carrier_rejected";

/** What a response of the documented API means for the message it was about. */
export function readResponse({ status, retryAfterMs, text }: CarrierResponse): SubmitOutcome {
  const json = jsonIn(text);
  if (status >= 200 && status < 300) return readSuccess(json, text, retryAfterMs);
  const problem = Problem.safeParse(json).data ?? {};
  const said = sentenceOf(problem);
  const ours = `HTTP ${status}`;
  if (status === 422 && problem.code !== "idempotency_mismatch") {
    const reason = said === undefined ? { reason: ours } : { reason: said, unquoted: rejected };
    return { kind: "refused", ...reason, carrierCode: problem.code ?? String(status) };
  }
  const detail =
    said === undefined ? { detail: ours } : { detail: `${ours}: ${said}`, unquoted: ours };
  return { kind: "requeue", ...detail, ...troubleOf(status, retryAfterMs), retryAfterMs };
}

/** A 2xx without an id may well be a message that was taken: repeating the request will tell. */
function readSuccess(json: unknown, text: string, retryAfterMs: number | null): SubmitOutcome {
  const accepted = Accepted.safeParse(json);
  if (accepted.success) return { kind: "accepted", ref: accepted.data.message_id };
  const unquoted = "The response has no message_id";
  const detail = `${unquoted}: ${plainText(storableText(text.slice(0, 100)))}`;
  return { kind: "requeue", detail, unquoted, retryAfterMs, ...failedAttempt };
}

type Trouble = Pick<Requeue, "reason" | "scope" | "mayBeAccepted">;

const failedAttempt: Trouble = { reason: "carrier_error", scope: "attempt", mayBeAccepted: true };

function troubleOf(status: number, retryAfterMs: number | null): Trouble {
  switch (status) {
    case 401:
    case 403:
      return ofCarrier("carrier_unauthorized");
    case 402:
      return ofCarrier("carrier_out_of_credits");
    // With a time it is about all we send; without one, it may be about this request.
    case 429:
      return {
        reason: "carrier_throttled",
        scope: retryAfterMs === null ? "attempt" : "pause",
        mayBeAccepted: false,
      };
    // The same key is in progress there, or was used for other words: it has the message.
    case 409:
    case 422:
      return { reason: "carrier_busy", scope: "message", mayBeAccepted: true };
    case 502:
    case 503:
    case 504:
      return { ...failedAttempt, reason: "carrier_down" };
    // No such path there: SMS_API_URL leads somewhere else.
    case 404:
    case 405:
      return ofCarrier("carrier_down");
    default:
      return failedAttempt;
  }
}

function ofCarrier(reason: Requeue["reason"]): Trouble {
  return { reason, scope: "carrier", mayBeAccepted: false };
}

function sentenceOf(problem: z.infer<typeof Problem>): string | undefined {
  const ofFields = Object.values(problem.errors ?? {})
    .flat()
    .join(" ");
  const { detail, message, error, title } = problem;
  const said = ofFields || detail || message || error || title;
  return said === undefined ? undefined : plainText(storableText(said.slice(0, maxSentenceLength)));
}
