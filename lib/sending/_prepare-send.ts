import { createHmac, hash } from "node:crypto";
import type { Actor } from "../core/actor";
import { secrets } from "../core/secrets";
import { shortenLinks } from "../links/shorten-links";
import type { SendMessageInput } from "../messages/contract";
import { quoteMessage } from "../pricing/quote-message";
import type { Admission, Coded } from "./_admission";
import { refuseTestNumber } from "./refuse-test-number";
import { validateSend } from "./validate-send";

/**
 * Checks and prices one send as it came over the wire. Throws invalid_request, and for a test token the
 * refusal its recipient rehearses. Short links get new codes each time, so a repeat is told by what they lead to; those of
 * a test message are as long and lead nowhere, because test messages cost nothing.
 */
export function prepareSend(
  wire: unknown,
  actor: Actor,
  { priority, ...forced }: Pick<Admission, "priority" | "carrier" | "messageId" | "coded">,
): Admission {
  const { wire: final, links, original } = shortenLinks(wire);
  const { input, late } = validateSend(final);
  const isTest = actor.mode === "test";
  if (isTest) refuseTestNumber(input.to);
  const { encoding, segments, credits } = quoteMessage(input.body);
  return {
    actor,
    input,
    encoding,
    segments,
    credits: isTest ? 0 : credits,
    requestHash: input.idempotencyKey
      ? hashRequest(
          original === undefined ? input : asRequested(input, original),
          isTest,
          forced.coded,
        )
      : null,
    late,
    priority,
    ...(links.length > 0 && !input.isDryRun && !isTest && { links }),
    ...forced,
  };
}

/** With a character that no text has, so that the same text without `short_links` is another request. */
function asRequested(input: SendMessageInput, original: string): SendMessageInput {
  return { ...input, body: `\0${original}` };
}

/** The same request has the same hash: what is sent, to whom, when and how (API.md, idempotency). */
function hashRequest(input: SendMessageInput, test: boolean, coded?: Coded): string {
  const { from, to, body, clientRef, validitySeconds, bodyStorage, metadata } = input;
  const scheduledAt = input.scheduledAt?.toISOString() ?? null;
  const said = [from, to, body, scheduledAt, clientRef, validitySeconds, test];
  // Without metadata, the hash is the one that was stored before there was any.
  const canonical = JSON.stringify(metadata === null ? said : [...said, metadata]);
  if (bodyStorage === null && !coded) return hash("sha256", canonical, "base64url");
  // A short text could be guessed by a plain hash of it.
  return createHmac("sha256", secrets().session).update(canonical).digest("base64url");
}
