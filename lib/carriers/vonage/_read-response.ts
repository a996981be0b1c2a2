import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { SubmitOutcome } from "../carrier";
import { carrierReference, carrierText } from "../http/carrier-text";
import type { CarrierResponse } from "../http/http-client";
import { outcomeOf } from "../http/outcome-of-class";
import { outcomeOfStatus } from "../http/outcome-of-status";
import { submitCodes } from "./_submit-codes";

const Part = z.object({
  status: z.union([z.string().max(16), z.number()]).transform(String),
  "message-id": carrierReference.optional().catch(undefined),
  "error-text": carrierText,
});
type Part = z.output<typeof Part>;

/** One element per part of the text, each with an ID of its own. */
const Answer = z.object({ messages: z.array(Part).min(1).max(255) });
const Problem = z.object({ title: carrierText, detail: carrierText });

const accepted = "0";

/** What Vonage's response to `/sms/json` means for the message. Errors, too, come with status 200. */
export function readResponse(response: CarrierResponse): SubmitOutcome {
  const json = jsonIn(response.text);
  const parts = Answer.safeParse(json).data?.messages;
  if (!parts) return outcomeOfStatus(response, describe(json, response));
  const failed = parts.find(({ status }) => status !== accepted);
  if (!failed) return ofTaken(parts, response);
  const outcome = ofFailed(failed, response);
  return parts.some(({ status }) => status === accepted) ? ofTorn(parts, failed, outcome) : outcome;
}

function describe(json: unknown, { status }: CarrierResponse): string {
  const { title, detail } = Problem.safeParse(json).data ?? {};
  const said = detail ?? title;
  if (said !== undefined) return `HTTP ${status}: ${said}`;
  return status < 300 ? `HTTP ${status} without a message-id` : `HTTP ${status}`;
}

function ofTaken(parts: Part[], response: CarrierResponse): SubmitOutcome {
  const ids = parts.flatMap(({ "message-id": id }) => id ?? []);
  const [ref] = ids;
  // Taken, but its receipts would find nothing.
  if (ref === undefined || ids.length < parts.length) {
    return outcomeOfStatus(response, `HTTP ${response.status} without a message-id`);
  }
  return { kind: "accepted", ref, ...(ids.length > 1 && { parts: ids }) };
}

function ofFailed(part: Part, { retryAfterMs }: CarrierResponse): SubmitOutcome {
  const { status: code, "error-text": said } = part;
  const known = submitCodes.get(code);
  const { cls, words } = known ?? { cls: "permanent" as const, words: `Vonage: ${code}` };
  const detail = `${said ?? words} (status ${code})`;
  const quote = known ? undefined : said;
  const outcome = outcomeOf(cls, { words, quote, code, detail, retryAfterMs });
  // Its status says that the part was not accepted.
  return outcome.kind === "requeue" ? { ...outcome, mayBeAccepted: false } : outcome;
}

/**
 * Some parts were taken and others not. The phone can't put the text together, so it was not sent, whatever the receipts
 * of the others say. Submitting it again would send, and cost, the taken parts twice, and Vonage can't add the missing
 * ones to them: the message ends, and its sender decides.
 */
function ofTorn(parts: Part[], failed: Part, outcome: SubmitOutcome): SubmitOutcome {
  const taken = parts.filter(({ status }) => status === accepted).length;
  const isBounced = outcome.kind === "refused" && outcome.status === "bounced";
  const { status: code, "error-text": quote } = failed;
  const words = submitCodes.get(code)?.words;
  const begin = `The carrier accepted only ${taken} of ${parts.length} parts`;
  return {
    kind: "refused",
    reason: `${begin}: ${words ?? quote ?? code}`,
    ...(words === undefined && { unquoted: `${begin}.` }),
    carrierCode: code,
    status: isBounced ? "bounced" : "failed",
  };
}
