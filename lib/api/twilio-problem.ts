import { appUrl } from "../core/env";
import { type AppError, type ErrorCode, errorTable } from "../core/errors";
import { joinSentences } from "../core/join-sentences";
import { log } from "../core/log";
import { toAppError } from "../core/to-app-error";
import { maxSegments } from "../messages/contract";
import { messageSentences } from "../messages/sentences";
import { numberSentences } from "../numbers/sentences";
import { apiVersion } from "../twilio-api/callback-form";
import { twilioSentences } from "../twilio-api/sentences";
import { refusalHeaders } from "./refusal-headers";

interface Problem {
  /** Of HTTP. */
  status: number;
  /** Of Twilio. */
  code: number;
}

/** How Twilio numbers our refusals, and the status it gives them (twilio.com/docs/api/errors). */
const problems: Record<Exclude<ErrorCode, "invalid_request">, Problem> = {
  invalid_json: { status: 400, code: 20001 },
  unauthorized: { status: 401, code: 20003 },
  insufficient_credits: { status: 402, code: 30002 },
  spend_limit_reached: { status: 402, code: 30002 },
  forbidden: { status: 403, code: 20403 },
  not_found: { status: 404, code: 20404 },
  method_not_allowed: { status: 405, code: 20004 },
  conflict: { status: 409, code: 20409 },
  payload_too_large: { status: 413, code: 21617 },
  unsupported_media_type: { status: 415, code: 20415 },
  opted_out: { status: 400, code: 21610 },
  sender_not_approved: { status: 400, code: 21606 },
  verification_blocked: { status: 400, code: 21408 },
  idempotency_mismatch: { status: 400, code: 20001 },
  rate_limited: { status: 429, code: 20429 },
  internal: { status: 500, code: 20500 },
  unavailable: { status: 503, code: 20503 },
};

/** Whether a request came in the form of Twilio's API, and is answered in it. */
export function isTwilioPath(path: string): boolean {
  return path.startsWith(`/${apiVersion}/`);
}

/** Answers anything thrown as Twilio's API does: a code of Twilio's, and what is wrong in a sentence of ours. */
export function twilioProblem(
  error: unknown,
  { requestId, route }: { requestId: string; route?: string },
): Response {
  const refusal = toAppError(error);
  const { status, code } = problemOf(refusal);
  if (status >= 500)
    log().error({ err: refusal.cause ?? refusal, requestId, route }, "request failed");
  const more_info = `${appUrl()}/docs/twilio#errors`;
  return new Response(JSON.stringify({ code, message: messageOf(refusal), more_info, status }), {
    status,
    headers: {
      "content-type": "application/json",
      ...refusalHeaders(refusal, 'Basic realm="API"'),
    },
  });
}

function problemOf(refusal: AppError): Problem {
  if (refusal.code !== "invalid_request") return problems[refusal.code];
  return { status: 400, code: codeOfFields(refusal.details.fields ?? {}) };
}

/** Twilio names one thing that is wrong: the recipient first, as it does. */
function codeOfFields(fields: Record<string, string[]>): number {
  const first = (name: string) => fields[name]?.[0];
  const [to, from, body] = [first("to"), first("from"), first("body")];
  if (to !== undefined) return codeOfRecipient(to);
  if (from !== undefined) return isNoSender(from) ? 21603 : 21212;
  if (body !== undefined) return body === tooLong() ? 21617 : 21602;
  if (first("url") !== undefined) return 21609;
  return 20001;
}

function isNoSender(sentence: string): boolean {
  const said = [messageSentences.noSender, twilioSentences.noService];
  return said.some((each) => each.in("en") === sentence);
}

function codeOfRecipient(sentence: string): number {
  if (sentence === messageSentences.noRecipient.in("en")) return 21604;
  const digits = /^\d+/.exec(sentence)?.[0] ?? "";
  return sentence === numberSentences.landline({ digits }).in("en") ? 21614 : 21211;
}

function tooLong(): string {
  return messageSentences.tooManySegments({ max: maxSegments }).in("en");
}

function messageOf({ message, details, code }: AppError): string {
  const firsts = Object.values(details.fields ?? {}).flatMap(([first]) => first ?? []);
  return joinSentences(firsts) || message || errorTable[code].title;
}
