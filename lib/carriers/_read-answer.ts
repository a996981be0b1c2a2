import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { plainText } from "../core/plain-text";
import { readRetryAfter } from "../core/read-retry-after";
import { isStorableText, storableText } from "../core/storable-text";
import type { Hold, SubmitOutcome } from "./carrier";

interface Answer {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

const longestCode = 100;

/** Error answers are problems (RFC 9457) here, and anything at all elsewhere. */
const Problem = z.object({
  code: z
    .string()
    .transform((code) => plainText(storableText(code.slice(0, longestCode))))
    .optional()
    .catch(undefined),
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errors: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
});

const Accepted = z.object({ message_id: limitedText(200).min(1).refine(isStorableText) });

const longestSentence = 300;
/** The documentation asks to repeat after an internal error in 30 s. */
const afterErrorMs = 30_000;
const afterConflictMs = 1000;

/** What an answer of the documented API means for the message it was about. */
export function readAnswer({ status, retryAfter, text }: Answer): SubmitOutcome {
  const json = parseJson(text);
  const askAgainMs = readRetryAfter(retryAfter);
  if (status >= 200 && status < 300) return readSuccess(json, text, askAgainMs);
  const problem = Problem.safeParse(json).data ?? {};
  const sentence = sentenceOf(problem) ?? `HTTP ${status}`;
  if (status === 422 && problem.code !== "idempotency_mismatch") {
    return { kind: "refused", reason: sentence, carrierCode: problem.code ?? String(status) };
  }
  const detail = sentence.startsWith("HTTP") ? sentence : `HTTP ${status}: ${sentence}`;
  return { kind: "hold", detail, ...troubleOf(status, askAgainMs) };
}

/** A 2xx without an id may well be a message that was taken: asking again will tell. */
function readSuccess(json: unknown, text: string, askAgainMs: number | null): SubmitOutcome {
  const accepted = Accepted.safeParse(json);
  if (accepted.success) return { kind: "accepted", ref: accepted.data.message_id };
  const detail = `The answer has no message_id: ${plainText(storableText(text.slice(0, 100)))}`;
  return { kind: "hold", detail, ...ofMessage("carrier_down", askAgainMs ?? afterErrorMs) };
}

type Trouble = Omit<Hold, "kind" | "detail">;

function troubleOf(status: number, retryAfterMs: number | null): Trouble {
  switch (status) {
    case 401:
    case 403:
      return ofCarrier("carrier_unauthorized", retryAfterMs);
    case 402:
      return ofCarrier("carrier_out_of_credits", retryAfterMs);
    case 429:
      return ofCarrier("carrier_throttled", retryAfterMs);
    // The same key is under way there, or was used for other words: it has the message.
    case 409:
    case 422:
      return ofMessage("carrier_busy", retryAfterMs ?? afterConflictMs);
    case 502:
    case 503:
    case 504:
      return { ...ofCarrier("carrier_down", retryAfterMs), maybeTaken: true };
    // No such path there: SMS_API_URL leads somewhere else.
    case 404:
    case 405:
      return ofCarrier("carrier_down", retryAfterMs);
    default:
      return ofMessage("carrier_down", retryAfterMs ?? afterErrorMs);
  }
}

function ofCarrier(reason: Hold["reason"], retryAfterMs: number | null): Trouble {
  return { reason, retryAfterMs, scope: "carrier", maybeTaken: false };
}

function ofMessage(reason: Hold["reason"], retryAfterMs: number): Trouble {
  return { reason, retryAfterMs, scope: "message", maybeTaken: true };
}

function sentenceOf(problem: z.infer<typeof Problem>): string | undefined {
  const ofFields = Object.values(problem.errors ?? {})
    .flat()
    .join(" ");
  const { detail, message, error, title } = problem;
  const said = ofFields || detail || message || error || title;
  return said === undefined ? undefined : plainText(storableText(said.slice(0, longestSentence)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
