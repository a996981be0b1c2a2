import { setImmediate } from "node:timers/promises";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { toAppError } from "../core/to-app-error";
import { getBalance } from "../credits/get-balance";
import { toAccepted, toDryRun } from "./_accepted-message";
import type { Admission } from "./_admission";
import { admitBatch, mostAtOnce } from "./_admit-batch";
import { insufficientCredits } from "./_insufficient-credits";
import { prepareSend } from "./_prepare-send";
import { translateLock } from "./_translate-lock";
import { type BatchAnswer, type BatchItem, SendBatchInput } from "./batch-contract";
import type { Caller } from "./caller";
import type { AcceptedMessage } from "./contract";

/** How many messages are checked before other requests get their turn. */
const checkedAtOnce = 50;

/** What became of one message: an answer, or why there is none. */
type Outcome = { accepted: AcceptedMessage; isReplay: boolean } | Error;

/**
 * Accepts up to 10,000 messages, each checked, charged and answered by itself, in order. They are stored in
 * chunks: a failure before the first is stored fails the batch, a later one refuses only what is left, so
 * that nobody has to guess what was sent. Throws invalid_request for what is no batch.
 */
export async function sendBatch(wire: unknown, caller: Caller): Promise<BatchAnswer> {
  const { messages } = parseInput(SendBatchInput, wire);
  const settle = settler(caller);
  const outcomes: Outcome[] = [];
  while (outcomes.length < messages.length) {
    const left = messages.slice(outcomes.length);
    try {
      outcomes.push(...(await settle(left.slice(0, mostAtOnce))));
    } catch (error) {
      if (!outcomes.some(isStored)) throw error;
      log().error({ err: error, unsent: left.length }, "a batch was interrupted");
      const refusal = toAppError(error);
      outcomes.push(...left.map(() => refusal));
    }
  }
  const rejected = outcomes.filter((outcome) => outcome instanceof Error).length;
  return { accepted: outcomes.length - rejected, rejected, data: outcomes.map(toItem) };
}

/** Settles chunk after chunk; the dry runs of a batch share one balance, as the real ones do. */
function settler(caller: Caller): (wires: unknown[]) => Promise<Outcome[]> {
  let planned = 0;

  function answerDryRun(admission: Admission, balance: number): Outcome {
    const available = balance - planned;
    const { credits } = admission;
    if (credits > available) return insufficientCredits({ required: credits, available });
    planned += credits;
    return { accepted: toDryRun(admission), isReplay: false };
  }

  return async (wires) => {
    const prepared = await prepareAll(wires, caller);
    const admissions = prepared.flatMap((each) => (each instanceof Error ? [] : [each]));
    const dryRuns = admissions.filter(({ input }) => input.isDryRun);
    const real = admissions.filter(({ input }) => !input.isDryRun);
    // Before anything is stored, so that a failure here leaves no message behind without its answer.
    const balance = dryRuns.length > 0 ? await getBalance(caller.accountId) : 0;
    const settled = await admit(real, caller.accountId);
    for (const each of dryRuns) settled.set(each, answerDryRun(each, balance));
    return prepared.map((each) => (each instanceof Error ? each : outcomeOf(each, settled)));
  };
}

async function prepareAll(wires: unknown[], caller: Caller): Promise<(Admission | Error)[]> {
  const prepared: (Admission | Error)[] = [];
  for (const [position, wire] of wires.entries()) {
    if (position % checkedAtOnce === 0) await setImmediate();
    prepared.push(prepare(wire, caller));
  }
  return prepared;
}

function prepare(wire: unknown, caller: Caller): Admission | Error {
  try {
    return prepareSend(wire, caller, 1);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function admit(real: Admission[], accountId: string): Promise<Map<Admission, Outcome>> {
  const admitted = real.length > 0 ? await translateLock(admitBatch(accountId, real), false) : [];
  return new Map(
    admitted.flatMap((each, position): [Admission, Outcome][] => {
      const admission = real[position];
      if (!admission) return [];
      if (each instanceof Error) return [[admission, each]];
      return [[admission, { accepted: toAccepted(each.message), isReplay: each.isReplay }]];
    }),
  );
}

function outcomeOf(admission: Admission, settled: Map<Admission, Outcome>): Outcome {
  return (
    settled.get(admission) ?? new AppError("internal", "A message was left without an answer.")
  );
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
  const { message_id, status, segments, credits, client_ref } = outcome.accepted;
  const item = { index, message_id, status, segments, credits, client_ref };
  return outcome.isReplay ? { ...item, replayed: true } : item;
}
