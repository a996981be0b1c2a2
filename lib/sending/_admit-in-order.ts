import { and, eq, getTableColumns, not, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { keyIsOver } from "../messages/key-is-over";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { findTokenBudgets } from "../tokens/find-token-budgets";
import { findUnprovenTokens } from "../tokens/find-unproven-tokens";
import { lookUpAgain } from "../tokens/look-up-again";
import { UnprovenTokenError } from "../tokens/unproven-token";
import type { Admission, Admitted, AdmittedMessage, MessageRow } from "./_admission";
import { dailyLimitsOf } from "./_daily-limits-of";
import { type Decision, decideAdmission } from "./_decide-admission";
import { idempotencyMismatch } from "./_idempotency-mismatch";
import { optedOut } from "./_opted-out";
import { rememberedOf } from "./_remembered-of";
import { repeatedOf } from "./_repeated-of";
import { storeMessages } from "./_store-messages";
import { insufficientCredits } from "./insufficient-credits";
import { sendingSentences } from "./sentences";
import { spendLimitReached } from "./spend-limit-reached";

/** What is decided may be out of date when it is stored; beyond so many times nobody can know why. */
const maxTurns = 3;

/**
 * Admits a batch request by request under the account's lock: repeated keys replay, credits go to whom
 * they reach in order. Every request gets its own answer or refusal; one whose remembered token is not confirmed gets
 * UnprovenTokenError. A token that was looked up before counts as it is by now, with the limit that it has by now.
 */
export async function admitInOrder(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<(Admitted | Error)[]> {
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const outcomes = await admitOnce(accountId, batch, tx);
    if (outcomes) return outcomes;
  }
  return batch.map(noRow);
}

/** Undefined, and nothing done, when a token was revoked or a recipient opted out since that was looked up. */
async function admitOnce(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<(Admitted | Error)[] | undefined> {
  const keys = batch.flatMap(({ input }) => input.idempotencyKey ?? []);
  const remembered = batch.flatMap((each) => rememberedOf(each) ?? []);
  // All go out together: the later statements see everything committed before the lock was had.
  const [[account], known, isOptedOut, isUnproven, asOfNow] = await Promise.all([
    tx
      .select({ credits: accounts.credits, status: accounts.status })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("no key update"),
    findUsed(accountId, keys, tx),
    findOptedOut({ actor: { accountId }, input: batch.map(({ input }) => input), tx }),
    findUnprovenTokens(remembered, tx),
    lookUpAgain(
      { accountId },
      batch.map(({ actor }) => actor),
      tx,
    ),
  ]);
  const current = batch.map((each) => {
    const token = rememberedOf(each);
    if (token && isUnproven(token)) return new UnprovenTokenError();
    const actor = asOfNow(each.actor);
    return actor instanceof Error ? actor : { ...each, actor };
  });
  const proven = current.flatMap((each) => (each instanceof Error ? [] : each));
  const budgets = await findTokenBudgets({ accountId }, dailyLimitsOf(proven), tx);
  const seen = { accountId, account, known, isOptedOut, budgets };
  const admitted = await admitProven(proven, seen, tx);
  if (!admitted) return undefined;
  const outcomes = new Map(proven.map((each, place) => [each, admitted[place]]));
  return current.map((each) => (each instanceof Error ? each : (outcomes.get(each) ?? noRow())));
}

/** The messages that these keys stand for, each with what its request was. */
function findUsed(accountId: string, keys: string[], tx: Tx): Promise<KeyedMessage[]> {
  const { key, requestHash, createdAt } = idempotencyKeys;
  return tx
    .select({ ...getTableColumns(messages), key, requestHash })
    .from(idempotencyKeys)
    .innerJoin(
      messages,
      and(eq(messages.accountId, accountId), eq(messages.id, idempotencyKeys.messageId)),
    )
    .where(
      and(
        eq(idempotencyKeys.accountId, accountId),
        anyOf(key, keys),
        not(keyIsOver({ madeAt: sql`${createdAt}` })),
      ),
    );
}

type KeyedMessage = MessageRow & { key: string; requestHash: string | null };

interface Seen {
  accountId: string;
  account: { credits: number; status: string } | undefined;
  /** The messages whose keys are used. */
  known: KeyedMessage[];
  isOptedOut(input: Admission["input"]): boolean;
  /** What its tokens with a daily limit may still spend. */
  budgets: Map<string, number>;
}

async function admitProven(
  batch: Admission[],
  { accountId, account, known, isOptedOut, budgets }: Seen,
  tx: Tx,
): Promise<(Admitted | Error)[] | undefined> {
  if (account?.status !== "active") {
    return batch.map(() => new AppError("forbidden", sendingSentences.suspended));
  }
  const { decisions } = decideAdmission(
    batch.map(({ actor, input, credits, requestHash, late }) => {
      const { idempotencyKey } = input;
      const refusal = late ?? (isOptedOut(input) ? optedOut(input) : null);
      const tokenId = actor.kind === "token" ? actor.tokenId : undefined;
      return { idempotencyKey, credits, requestHash, late: refusal, tokenId };
    }),
    { balance: account.credits, budgets },
    new Map(known.map((row) => [row.key, row])),
  );
  const places = decisions.flatMap(({ kind }, place) => (kind === "accept" ? [place] : []));
  const fresh = new Map<number, AdmittedMessage>();
  if (places.length > 0) {
    const accepted = batch.filter((_admission, place) => decisions[place]?.kind === "accept");
    const stored = await storeMessages(accountId, accepted, tx);
    if (typeof stored !== "object") return undefined;
    for (const [position, message] of stored.messages.entries()) {
      if (message) fresh.set(places[position] ?? -1, message);
    }
  }
  return decisions.map((decision, place) => answer(decision, { batch, fresh, place }));
}

interface Answered {
  batch: Admission[];
  fresh: Map<number, AdmittedMessage>;
  place: number;
}

function answer(
  decision: Decision<KeyedMessage>,
  { batch, fresh, place }: Answered,
): Admitted | Error {
  const admission = batch[place];
  switch (decision.kind) {
    case "accept":
      return admitted(fresh.get(place), false);
    case "replay":
      return admitted(admission && repeatedOf(decision.of, admission), true);
    case "replay_of_batch":
      return admitted(fresh.get(decision.position), true);
    case "mismatch":
      return idempotencyMismatch();
    case "late":
      return decision.refusal;
    case "no_credits":
      return insufficientCredits(decision);
    case "over_limit":
      return spendLimitReached(decision);
  }
}

function admitted(message: AdmittedMessage | undefined, isReplay: boolean): Admitted | Error {
  return message ? { message, isReplay } : noRow();
}

function noRow(): AppError {
  return new AppError("internal", sendingSentences.noRow);
}
