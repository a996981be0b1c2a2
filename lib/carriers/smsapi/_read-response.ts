import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import { limitedText } from "../../core/limited-text";
import { storableText } from "../../core/storable-text";
import type { SubmitOutcome } from "../carrier";
import { classOfStatus } from "../http/class-of-status";
import type { CarrierResponse } from "../http/http-client";
import { outcomeOf } from "../http/outcome-of-class";
import { smsapiError } from "./_error-table";

const code = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
]);

const Problem = z.object({
  error: code,
  message: z.string().nullish().catch(null),
});

const fact = z
  .union([z.number(), limitedText(60).transform(storableText)])
  .nullish()
  .catch(null);

const Accepted = z.object({
  list: z
    .array(z.object({ id: fact, points: fact, parts: fact, status: fact, error: z.unknown() }))
    .min(1),
});

/** Too many messages to one number: the carrier is well, and the number is counted by the minute. */
const sameNumber = { code: 52, retryAfterMs: 60_000 };

/**
 * What a response of sms.do means for the message with this `idx`. Errors come with 200, too, for the request or for the
 * recipient. Its `idx` is what the message is known by, since SMSAPI does not say its own ID of one that it has already.
 */
export function readResponse(response: CarrierResponse, idx: string): SubmitOutcome {
  const { status, retryAfterMs, text } = response;
  const json = jsonIn(text) ?? legacyError(text);
  const problem = Problem.safeParse(json).data;
  if (problem) return problemOf(problem, response, idx);
  if (status < 200 || status >= 300) {
    const words = `SMSAPI rejected the message: HTTP ${status}`;
    return outcomeOf(classOfStatus(status), { words, code: String(status), retryAfterMs });
  }
  const [item] = Accepted.safeParse(json).data?.list ?? [];
  if (item === undefined) {
    // It may well have been taken: repeating the request will tell.
    const words = "SMSAPI gave no ID of the message";
    const detail = `${words}: ${text.slice(0, 100)}`;
    return outcomeOf("server", { words, code: String(status), detail, retryAfterMs });
  }
  const { error, ...raw } = item;
  const ofItem = Problem.safeParse({ error });
  if (ofItem.success) return problemOf(ofItem.data, response, idx);
  return { kind: "accepted", ref: idx, raw };
}

function problemOf(
  { error, message }: z.output<typeof Problem>,
  { retryAfterMs }: CarrierResponse,
  idx: string,
): SubmitOutcome {
  const { cls, words } = smsapiError(error);
  const detail = message ? `${error}: ${message}` : `${error}: ${words}`;
  const said = { words, code: String(error), detail, retryAfterMs, ref: idx };
  const outcome = outcomeOf(cls, said);
  return error === sameNumber.code && outcome.kind === "requeue"
    ? { ...outcome, scope: "message", retryAfterMs: sameNumber.retryAfterMs }
    : outcome;
}

/** How it says an error where it does not go by `format`. */
function legacyError(text: string): { error: string } | undefined {
  const [, error] = /^ERROR:\s?(\d{1,4})\b/.exec(text.slice(0, 40)) ?? [];
  return error === undefined ? undefined : { error };
}
