import { type Actor, demandPermission } from "../core/actor";
import { AppError } from "../core/errors";
import { getBalance } from "../credits/get-balance";
import { refuseTemplateLinks } from "../links/refuse-template-links";
import type { AcceptedMessage } from "../messages/contract";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { findUnapproved } from "../sender-names/find-unapproved";
import { senderNotApproved } from "../sender-names/sender-not-approved";
import { loadTemplates, namesTemplate } from "../templates/load-templates";
import { findTokenBudgets } from "../tokens/find-token-budgets";
import { UnprovenTokenError } from "../tokens/unproven-token";
import { spanTime } from "../traces/record-span";
import { traceAdmission } from "../traces/trace-request";
import { toAccepted, toDryRun } from "./_accepted-message";
import type { Admission, Admitted, Coded } from "./_admission";
import { admitMessage } from "./_admit-message";
import { dailyLimitsOf } from "./_daily-limits-of";
import { optedOut } from "./_opted-out";
import { prepareSend } from "./_prepare-send";
import { translateLock } from "./_translate-lock";
import { withLinks } from "./_with-links";
import { insufficientCredits } from "./insufficient-credits";
import { limitMessages } from "./limit-messages";
import { limitRequests } from "./limit-requests";
import { sendingSentences } from "./sentences";
import { spendLimitReached } from "./spend-limit-reached";

interface Wanted {
  actor: Actor;
  /** The body of `POST /api/sms`, which nobody has checked. */
  input: unknown;
  /** The carrier it goes to, whatever the routes say; for an operator who tests one. */
  carrier?: string;
  /** The ID it gets, where something is stored about it before. A repeated key keeps the ID of the first request. */
  messageId?: string;
  /** For a text with a code. */
  coded?: Coded;
  /** Set when `limitMessages` has counted it before. */
  isCounted?: boolean;
}

export interface SentMessage {
  accepted: AcceptedMessage;
  isReplay: boolean;
}

/**
 * Accepts one SMS: validates, prices, stores, and charges it in one commit. Resolves only when the message is durable; a
 * repeated idempotency key resolves to the original response. In test mode it is a test message. Throws any error of
 * the API, unauthorized for a token that ended meanwhile, forbidden without `send_messages`, and `UnprovenTokenError`.
 */
export async function sendMessage({
  actor,
  input,
  isCounted = false,
  ...forced
}: Wanted): Promise<SentMessage> {
  demandPermission(actor, "send_messages");
  // The HTTP API counts a request before it reads the body; a form has no request of its own to count.
  if (actor.source === "panel") await limitRequests(actor);
  if (!isCounted) await limitMessages(actor, 1);
  refuseTemplateLinks(input);
  const wire = namesTemplate(input) ? await fillIn(actor, input) : input;
  const admission = await checkSender(prepareSend(wire, actor, { priority: 0, ...forced }));
  if (admission.input.isDryRun) return tryOut(actor, admission);
  const startMs = spanTime();
  const { message, isReplay } = await admit(actor, admission);
  if (!isReplay) traceAdmission({ messageIds: [message.id], startMs, isSingle: true });
  return { accepted: toAccepted(message), isReplay };
}

async function admit(actor: Actor, admission: Admission): Promise<Admitted> {
  // Links are stored first, and nothing is for a token that only the admission proves.
  if (admission.links && actor.kind === "token" && actor.remembered) throw new UnprovenTokenError();
  const isKeyed = admission.input.idempotencyKey !== null;
  const [outcome] = await withLinks({ actor, input: [admission] }, async ([named = admission]) => [
    await translateLock(admitMessage(named), isKeyed),
  ]);
  if (outcome && !(outcome instanceof Error)) return outcome;
  throw outcome ?? new AppError("internal", sendingSentences.noResult);
}

/** A name that may not be sent from is refused as a late time is: it may still be the repeat of an accepted request. */
async function checkSender(admission: Admission): Promise<Admission> {
  const { actor, input } = admission;
  const isUnapproved = await findUnapproved({ actor, input: [input.from] });
  return isUnapproved(input.from) ? { ...admission, late: senderNotApproved(input) } : admission;
}

/** What a dry run is answered: the refusals are those of a send, and nothing is stored. */
async function tryOut(actor: Actor, admission: Admission): Promise<SentMessage> {
  // Nothing is stored, so nothing would prove it.
  if (actor.kind === "token" && actor.remembered) throw new UnprovenTokenError();
  if (admission.late) throw admission.late;
  const isOptedOut = await findOptedOut({ actor, input: [admission.input] });
  if (isOptedOut(admission.input)) throw optedOut(admission.input);
  const available = await getBalance({ actor });
  const { credits } = admission;
  if (credits > available) throw insufficientCredits({ required: credits, available });
  const budgets = await findTokenBudgets(actor, dailyLimitsOf([admission]));
  const [budget = credits] = budgets.values();
  if (credits > budget) throw spendLimitReached({ required: credits, available: budget });
  return { accepted: toDryRun(admission), isReplay: false };
}

async function fillIn(actor: Actor, input: unknown): Promise<unknown> {
  const fill = await loadTemplates({ actor, input: [input] });
  const filled = fill(input);
  if (filled instanceof AppError) throw filled;
  return filled;
}
