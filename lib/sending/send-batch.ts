import { setImmediate } from "node:timers/promises";
import { type Actor, demandPermission } from "../core/actor";
import { pickOnWire } from "../core/echoed-contract";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { toAppError } from "../core/to-app-error";
import { getBalance } from "../credits/get-balance";
import { refuseTemplateLinks } from "../links/refuse-template-links";
import type { AcceptedMessage } from "../messages/contract";
import { isSameRequest } from "../messages/is-same-request";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { findUnapproved } from "../sender-names/find-unapproved";
import { senderNotApproved } from "../sender-names/sender-not-approved";
import { type Fill, loadTemplates, namesTemplate } from "../templates/load-templates";
import { findTokenBudgets } from "../tokens/find-token-budgets";
import { spanTime } from "../traces/record-span";
import { traceAdmission } from "../traces/trace-request";
import { toAccepted, toDryRun } from "./_accepted-message";
import type { Admission } from "./_admission";
import { admitBatch, maxAtOnce } from "./_admit-batch";
import { areSinglesExpected } from "./_admit-message";
import { dailyLimitsOf } from "./_daily-limits-of";
import { findStored, type StoredMessage } from "./_find-stored";
import { idempotencyMismatch } from "./_idempotency-mismatch";
import { optedOut } from "./_opted-out";
import { prepareSend } from "./_prepare-send";
import { repeatedOf } from "./_repeated-of";
import { translateLock } from "./_translate-lock";
import { withLinks } from "./_with-links";
import { type BatchAnswer, type BatchItem, SendBatchInput } from "./batch-contract";
import { insufficientCredits } from "./insufficient-credits";
import { limitMessages } from "./limit-messages";
import { sendingSentences } from "./sentences";
import { spendLimitReached } from "./spend-limit-reached";

/** How many messages are checked before other requests get their turn. */
const checkedAtOnce = 50;
/** The most that one commit stores while there are single sends, which wait for it. */
const maxBesideSingles = 128;

/** What became of one message: an answer, or why there is none. */
type Outcome = { accepted: AcceptedMessage; isReplay: boolean } | Error;

interface Wanted {
  actor: Actor;
  /** The body of `POST /api/sms/batch`, which nobody has checked. */
  input: unknown;
}

/**
 * Accepts up to 10,000 messages; each is validated, charged, and answered separately, in order. Messages whose keys are
 * used already are found in one look-up. The others are stored in chunks: a failure before the first chunk is stored
 * fails the batch, a later one rejects only what is left, so that nobody has to guess what was sent. Throws
 * invalid_request, rate_limited before anything is stored, and forbidden without `send_messages`.
 */
export async function sendBatch(wanted: Wanted): Promise<BatchAnswer> {
  const outcomes = await acceptEach(wanted);
  const rejected = outcomes.filter((outcome) => outcome instanceof Error).length;
  return { accepted: outcomes.length - rejected, rejected, data: outcomes.map(toItem) };
}

async function acceptEach({ actor, input }: Wanted): Promise<Outcome[]> {
  demandPermission(actor, "send_messages");
  const { messages } = parseInput(SendBatchInput, input);
  await limitMessages(actor, messages.length);
  const fill = messages.some(namesTemplate)
    ? await loadTemplates({ actor, input: messages })
    : undefined;
  const prepared = await checkSenders(actor, await prepareAll(messages, { actor, fill }));
  const admitNext = batchAdmitter(actor, await findStored(actor, keysOf(prepared)));
  const outcomes: Outcome[] = [];
  while (outcomes.length < prepared.length) {
    const left = prepared.slice(outcomes.length);
    try {
      const size = areSinglesExpected() ? maxBesideSingles : maxAtOnce;
      outcomes.push(...(await admitNext(left.slice(0, size))));
    } catch (error) {
      if (!outcomes.some(isStored)) throw error;
      log().error({ err: error, unsent: left.length }, "a batch was interrupted");
      const refusal = toAppError(error);
      outcomes.push(...left.map(() => refusal));
    }
  }
  return outcomes;
}

type Prepared = Admission | Error;

interface Preparing {
  actor: Actor;
  /** Left out when no message names a template. */
  fill: Fill | undefined;
}

async function prepareAll(wires: unknown[], preparing: Preparing): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const [position, wire] of wires.entries()) {
    if (position % checkedAtOnce === 0) await setImmediate();
    prepared.push(prepare(wire, preparing));
  }
  return prepared;
}

/** Those from names that may not be sent from are refused, unless they repeat an accepted request. */
async function checkSenders(actor: Actor, prepared: Prepared[]): Promise<Prepared[]> {
  const senders = prepared.flatMap((each) => (each instanceof Error ? [] : each.input.from));
  const isUnapproved = await findUnapproved({ actor, input: senders });
  return prepared.map((each) => {
    if (each instanceof Error || !isUnapproved(each.input.from)) return each;
    const refusal = senderNotApproved(each.input);
    return each.input.isDryRun ? refusal : { ...each, late: refusal };
  });
}

function keysOf(prepared: Prepared[]): string[] {
  return prepared.flatMap((each) =>
    each instanceof Error || each.input.isDryRun ? [] : (each.input.idempotencyKey ?? []),
  );
}

/** Settles chunk after chunk; the dry runs of a batch share one balance, as the real ones do. */
function batchAdmitter(
  actor: Actor,
  stored: Map<string, StoredMessage>,
): (chunk: Prepared[]) => Promise<Outcome[]> {
  let planned = 0;

  function answerDryRun(admission: Admission, balance: number, budget: number): Outcome {
    const available = balance - planned;
    const { credits } = admission;
    if (credits > available) return insufficientCredits({ required: credits, available });
    if (credits > budget - planned) {
      return spendLimitReached({ required: credits, available: budget - planned });
    }
    planned += credits;
    return { accepted: toDryRun(admission), isReplay: false };
  }

  return async (chunk) => {
    const admissions = chunk.flatMap((each) => (each instanceof Error ? [] : [each]));
    const dryRuns = admissions.filter(({ input }) => input.isDryRun);
    const real = admissions.filter(({ input }) => !input.isDryRun);
    const repeated = answerRepeated(real, stored);
    const fresh = real.filter((each) => !repeated.has(each));
    // Before anything is stored, so that a failure here leaves no message behind without its answer.
    const balance = dryRuns.length > 0 ? await getBalance({ actor }) : 0;
    const budgets = await findTokenBudgets(actor, dailyLimitsOf(dryRuns));
    const [budget = Number.POSITIVE_INFINITY] = budgets.values();
    const isOptedOut = await findOptedOut({ actor, input: dryRuns.map(({ input }) => input) });
    const settled = new Map([...repeated, ...(await admit(fresh, actor))]);
    for (const each of dryRuns) {
      const { input } = each;
      settled.set(each, isOptedOut(input) ? optedOut(input) : answerDryRun(each, balance, budget));
    }
    return chunk.map((each) => (each instanceof Error ? each : outcomeOf(each, settled)));
  };
}

/** Of these messages, those whose keys are used: the first answer again, or a refusal for another request. */
function answerRepeated(
  real: Admission[],
  stored: Map<string, StoredMessage>,
): Map<Admission, Outcome> {
  const answers = new Map<Admission, Outcome>();
  for (const each of real) {
    const message = stored.get(each.input.idempotencyKey ?? "");
    if (!message) continue;
    const isSame = isSameRequest(message.requestHash, each.requestHash);
    answers.set(
      each,
      isSame
        ? { accepted: toAccepted(repeatedOf(message, each)), isReplay: true }
        : idempotencyMismatch(),
    );
  }
  return answers;
}

function prepare(wire: unknown, { actor, fill }: Preparing): Prepared {
  try {
    refuseTemplateLinks(wire);
    const filled = fill ? fill(wire) : wire;
    if (filled instanceof AppError) return filled;
    return prepareSend(filled, actor, { priority: 1 });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function admit(real: Admission[], actor: Actor): Promise<Map<Admission, Outcome>> {
  const startMs = spanTime();
  const admitted = real.length > 0 ? await admitWithLinks(real, actor) : [];
  const messageIds = admitted.flatMap((each) =>
    each instanceof Error || each.isReplay ? [] : [each.message.id],
  );
  traceAdmission({ messageIds, startMs, isSingle: false });
  return new Map(
    admitted.flatMap((each, position): [Admission, Outcome][] => {
      const admission = real[position];
      if (!admission) return [];
      if (each instanceof Error) return [[admission, each]];
      return [[admission, { accepted: toAccepted(each.message), isReplay: each.isReplay }]];
    }),
  );
}

function admitWithLinks(real: Admission[], actor: Actor) {
  return withLinks({ actor, input: real }, (named) =>
    translateLock(admitBatch(actor.accountId, named), false),
  );
}

function outcomeOf(admission: Admission, settled: Map<Admission, Outcome>): Outcome {
  return settled.get(admission) ?? new AppError("internal", sendingSentences.noResult);
}

function isStored(outcome: Outcome): boolean {
  return !(outcome instanceof Error) && outcome.accepted.message_id !== null;
}

function toItem(outcome: Outcome, index: number): BatchItem {
  if (outcome instanceof Error) {
    const { code, message, details } = toAppError(outcome);
    const { fields = {}, required, available } = details;
    return { index, code, detail: message, errors: fields, required, available };
  }
  const { message_id, status, segments, credits } = outcome.accepted;
  const item = { index, message_id, status, segments, credits, ...pickOnWire(outcome.accepted) };
  return outcome.isReplay ? { ...item, replayed: true } : item;
}
