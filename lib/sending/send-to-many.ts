import { type Actor, demandScope } from "../core/actor";
import { AppError, type ErrorCode } from "../core/errors";
import { hashToUuid } from "../core/hash-to-uuid";
import { publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { fieldSentences } from "../core/parse-input";
import type { Sentence } from "../core/sentence";
import { toAppError } from "../core/to-app-error";
import { SendName } from "../sends/contract";
import { createSend } from "../sends/create-send";
import { dropEmptySend } from "../sends/drop-empty-send";
import { maxRecipients } from "../sms/split-numbers";
import { insufficientCredits } from "./insufficient-credits";
import { limitRequests } from "./limit-requests";
import { refuseAll, tooManyRecipients } from "./refuse-recipients";
import { acceptEach } from "./send-batch";

/** A send as `POST /api/sms` takes it, but for many. */
interface WireToMany extends Record<string, unknown> {
  to: string[];
  /** What the send is called in the log; without one it has none and its messages stand alone. */
  name?: string | undefined;
  idempotency_key?: unknown;
}

/** What became of one text to many numbers, in their order. */
export interface SentToMany<Said = Sentence> {
  /** The send that its messages belong to; null for one without a name. */
  sendId: string | null;
  accepted: { to: string; messageId: string; credits: number }[];
  refused: { to: string; code: ErrorCode; sentences: Said[] }[];
}

interface Wanted {
  actor: Actor;
  input: WireToMany;
}

/**
 * Sends one text to up to 500 numbers as one batch. Each message has a key of its own, derived from the request's key
 * and its number, so that the same request again sends nothing twice. With a name, the messages belong to a send of
 * that name. Throws AppError if all are rejected, and forbidden without the scope `send`.
 */
export async function sendToMany({ actor, input }: Wanted): Promise<SentToMany> {
  demandScope(actor, "send");
  const { to, name, idempotency_key: key, ...shared } = input;
  if (to.length > maxRecipients) throw tooManyRecipients(to.length);
  await limitRequests(actor);
  const messages = to.map((number) => ({
    ...shared,
    to: number,
    idempotency_key: keyFor(key, number),
  }));
  const sendId = await nameSend({ name, key, recipients: to.length }, actor);
  const outcomes = await acceptEach({ actor, input: { messages }, sendId });
  const sent: SentToMany = { sendId: sendId && publicId("snd", sendId), accepted: [], refused: [] };
  const refusals: AppError[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const number = to[index] ?? "";
    if (outcome instanceof Error) {
      const refusal = toAppError(outcome);
      refusals.push(refusal);
      sent.refused.push({ to: number, code: refusal.code, sentences: said(refusal) });
    } else {
      const { message_id, credits } = outcome.accepted;
      sent.accepted.push({ to: number, messageId: message_id ?? "", credits });
    }
  }
  if (sent.accepted.length > 0) return sent;
  if (sendId) await dropEmptySend({ actor, input: { sendId } });
  throw refusalOfAll(refusals);
}

interface SendToName {
  name: string | undefined;
  key: unknown;
  recipients: number;
}

/** The id under which the messages of a named send can be found; null without a name or a key that can be used. */
async function nameSend({ name, key, recipients }: SendToName, actor: Actor) {
  if (name === undefined || typeof key !== "string" || !uuid.test(key)) return null;
  const parsed = SendName.safeParse(name);
  if (!parsed.success) {
    throw invalidFields({ name: fieldSentences(parsed.error)["request"] ?? [] });
  }
  return createSend({ actor, input: { key: key.toLowerCase(), name: parsed.data, recipients } });
}

function said({ fields = {}, sentence }: AppError): Sentence[] {
  const sentences = Object.values(fields).flat();
  return sentences.length > 0 ? sentences : [sentence];
}

function refusalOfAll(refused: AppError[]): AppError {
  const short = refused.find(({ code }) => code === "insufficient_credits");
  if (short) {
    const required = refused.reduce((sum, { details }) => sum + (details.required ?? 0), 0);
    return insufficientCredits({ required, available: short.details.available ?? 0 });
  }
  const other = refused.find(({ code }) => code !== "invalid_request");
  if (other) return new AppError(other.code, other.sentence, { fields: other.fields ?? {} });
  return refuseAll(refused.map((refusal) => ({ to: said(refusal), ...refusal.fields })));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A UUID v4 by its form, always the same for a key and a number. What is no key is left to be refused. */
function keyFor(key: unknown, number: string): unknown {
  if (typeof key !== "string" || !uuid.test(key)) return key;
  return hashToUuid(`${key.toLowerCase()} ${number}`);
}
