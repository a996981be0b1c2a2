import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from "node:crypto";
import type { TokenActor } from "../core/actor";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { secrets } from "../core/secrets";
import { ConfirmInput } from "./contract";
import { agentSentences } from "./sentences";

/** Long enough for a person to read the message and its price. */
const validMinutes = 15;
const minuteMs = 60_000;
const shape = /^([0-9a-f-]{36})\.([0-9a-z]{1,10})\.([\w-]{43})$/;

type Message = Record<string, unknown>;

/**
 * What confirms one send of exactly this message by this token within 15 minutes: an idempotency key, until when, and a
 * signature of both with the message. Nothing is stored. The key makes a repeated call the replay of the first one.
 */
export function issueConfirmation(
  actor: TokenActor,
  message: Message,
): { confirm: string; expiresAt: Date } {
  const expiresMs = Date.now() + validMinutes * minuteMs;
  const beginning = `${randomUUID()}.${expiresMs.toString(36)}`;
  const signature = sign(beginning, actor, message).toString("base64url");
  return { confirm: `${beginning}.${signature}`, expiresAt: new Date(expiresMs) };
}

/** The idempotency key of a confirmation. Throws invalid_request unless it is of this message and token, and in time. */
export function readConfirmation(actor: TokenActor, message: Message, confirm: unknown): string {
  const text = parseInput(ConfirmInput, { confirm }).confirm;
  const [, key = "", expires = "", signature = ""] = shape.exec(text) ?? [];
  const expected = sign(`${key}.${expires}`, actor, message);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw invalidFields({ confirm: [agentSentences.wrongConfirmation] });
  }
  if (Number.parseInt(expires, 36) < Date.now()) {
    throw invalidFields({ confirm: [agentSentences.lateConfirmation({ minutes: validMinutes })] });
  }
  return key;
}

function sign(beginning: string, { accountId, tokenId, mode }: TokenActor, message: Message) {
  const whole = JSON.stringify([beginning, accountId, tokenId, mode, inOrder(message)]);
  return createHmac("sha256", signingKey()).update(whole).digest();
}

/** The fields in one order, without those that say nothing: null is as good as left out. */
function inOrder(message: Message): [string, unknown][] {
  return Object.entries(message)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function signingKey(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secrets().session, "", "confirmations of agents", 32));
}
