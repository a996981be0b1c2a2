import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { Submission, SubmitOutcome } from "../carrier";
import { classOfStatus } from "../http/class-of-status";
import { failedRequest } from "../http/failed-request";
import type { CarrierResponse, HttpClient } from "../http/http-client";
import { outcomeOf, type SubmitClass } from "../http/outcome-of-class";
import { tooOldToRepeat } from "../http/too-old-to-repeat";
import { askPhone, type Credentials } from "./_ask-phone";

export interface Phone extends Credentials {
  client: HttpClient;
  sim: number | undefined;
}

/** The least that the API takes (smsgateway.Message, `ttl`). */
const minTtlSeconds = 5;

/**
 * Hands one message to the phone, under our own ID: the phone refuses a second one with it (POST /messages, 409), so that
 * the request can be repeated until the phone forgets the first, after a day if its owner wants that. Never throws:
 * whatever goes wrong is an outcome.
 */
export async function attemptPhone(submission: Submission, phone: Phone): Promise<SubmitOutcome> {
  const tooOld = tooOldToRepeat(submission);
  if (tooOld) return tooOld;
  return askPhone(phone.client, phone, {
    method: "POST",
    // Ours are checked, and the phone's check knows fewer numbers.
    path: "/messages?skipPhoneValidation=true",
    json: toWire(submission, phone.sim),
  }).then((response) => readResponse(response, submission.messageId), failedRequest);
}

function toWire({ messageId, to, body, validUntil }: Submission, sim: number | undefined) {
  const seconds = Math.ceil((validUntil.getTime() - Date.now()) / 1000);
  return {
    id: messageId,
    textMessage: { text: body },
    // One: the phone has one state for all recipients of a message.
    phoneNumbers: [`+${to}`],
    ttl: Math.max(seconds, minTtlSeconds),
    withDeliveryReport: true,
    ...(sim === undefined ? {} : { simNumber: sim }),
  };
}

/** The phone says more in `error`, the servers in `message`. */
const Refusal = z.object({
  error: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

function readResponse(response: CarrierResponse, messageId: string): SubmitOutcome {
  const { status, retryAfterMs, text } = response;
  // Whatever the body says, it is known there by the ID that we gave it.
  if (status >= 200 && status < 300) return { kind: "accepted", ref: messageId };
  const { error, message } = Refusal.safeParse(jsonIn(text)).data ?? {};
  const said = [error, message].filter(Boolean).join(": ").slice(0, 300);
  return outcomeOf(classOf(status, said), {
    words: "The phone rejected the message.",
    quote: said ? `The phone rejected the message: ${said}` : undefined,
    code: String(status),
    detail: said ? `HTTP ${status}: ${said}` : `HTTP ${status}`,
    retryAfterMs,
    ref: messageId,
  });
}

/** 503 is a full queue of the phone if it says so, and else a server that is away. */
function classOf(status: number, said: string): SubmitClass {
  if (status === 409) return "dup";
  if (status === 503 && /queue ?limit/i.test(said)) return "throttled";
  return classOfStatus(status);
}
