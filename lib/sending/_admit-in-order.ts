import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import type { RememberedToken } from "../core/actor";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { provenTokensClause } from "../tokens/remembered-token-clause";
import { UnprovenTokenError } from "../tokens/unproven-token";
import type { Admission, Admitted, AdmittedMessage, MessageRow } from "./_admission";
import { type Decision, decideAdmission } from "./_decide-admission";
import { idempotencyMismatch } from "./_idempotency-mismatch";
import { optedOut } from "./_opted-out";
import { rememberedOf, storeMessages } from "./_store-messages";
import { insufficientCredits } from "./insufficient-credits";
import { sendingSentences } from "./sentences";

/** What is decided may be out of date when it is stored; beyond so many times nobody can know why. */
const maxTurns = 3;

/**
 * Admits a batch request by request under the account's lock: repeated keys replay, credits go to whom
 * they reach in order. Every request gets its own answer or refusal; one whose token is not proven, UnprovenTokenError.
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
  // All go out together: the later statements see everything committed before the lock was had.
  const [[account], unproven, known, isOptedOut] = await Promise.all([
    tx
      .select({ credits: accounts.credits, status: accounts.status })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("no key update"),
    findUnproven(batch.flatMap(rememberedOf), tx),
    tx
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), anyOf(messages.idempotencyKey, keys))),
    findOptedOut({ actor: { accountId }, input: batch.map(({ input }) => input), tx }),
  ]);
  const isProven = (admission: Admission) =>
    rememberedOf(admission).every((each) => !unproven.has(keyOf(each)));
  const proven = batch.filter(isProven);
  const outcomes = await admitProven({ accountId, account, known, isOptedOut }, proven, tx);
  return (
    outcomes &&
    batch.map((admission) =>
      isProven(admission) ? (outcomes.shift() ?? noRow()) : new UnprovenTokenError(),
    )
  );
}

async function findUnproven(remembered: RememberedToken[], tx: Tx): Promise<Set<string>> {
  const distinct = [...new Map(remembered.map((each) => [keyOf(each), each])).values()];
  const unproven = new Set<string>();
  for (const each of distinct) {
    const [row] = await tx.execute<{ holds: boolean }>(
      sql`select ${provenTokensClause([each])} as holds`,
    );
    if (!row?.holds) unproven.add(keyOf(each));
  }
  return unproven;
}

function keyOf({ hash, version }: RememberedToken): string {
  return `${hash}:${version}`;
}

/** What holds under the account's lock. */
interface Standing {
  accountId: string;
  account: Pick<typeof accounts.$inferSelect, "credits" | "status"> | undefined;
  /** The messages that have one of the batch's idempotency keys. */
  known: MessageRow[];
  isOptedOut: Awaited<ReturnType<typeof findOptedOut>>;
}

async function admitProven(
  { accountId, account, known, isOptedOut }: Standing,
  batch: Admission[],
  tx: Tx,
): Promise<(Admitted | Error)[] | undefined> {
  if (account?.status !== "active") {
    return batch.map(() => new AppError("forbidden", sendingSentences.suspended));
  }
  const { decisions } = decideAdmission(
    batch.map(({ input, credits, requestHash, late }) => {
      const refusal = late ?? (isOptedOut(input) ? optedOut(input) : null);
      return { idempotencyKey: input.idempotencyKey, credits, requestHash, late: refusal };
    }),
    account.credits,
    new Map(known.map((row) => [row.idempotencyKey ?? "", row])),
  );
  const places = decisions.flatMap(({ kind }, place) => (kind === "accept" ? [place] : []));
  const fresh = new Map<number, AdmittedMessage>();
  if (places.length > 0) {
    const accepted = batch.filter((_admission, place) => decisions[place]?.kind === "accept");
    const stored = await storeMessages(accountId, accepted, tx);
    if (!stored) return undefined;
    for (const [position, message] of stored.entries()) {
      fresh.set(places[position] ?? -1, message);
    }
  }
  return decisions.map((decision, place) => answer(decision, fresh, place));
}

function answer(
  decision: Decision<MessageRow>,
  fresh: Map<number, AdmittedMessage>,
  place: number,
): Admitted | Error {
  switch (decision.kind) {
    case "accept":
      return admitted(fresh.get(place), false);
    case "replay":
      return admitted(decision.of, true);
    case "replay_of_batch":
      return admitted(fresh.get(decision.position), true);
    case "mismatch":
      return idempotencyMismatch();
    case "late":
      return decision.refusal;
    case "no_credits":
      return insufficientCredits(decision);
  }
}

function admitted(message: AdmittedMessage | undefined, isReplay: boolean): Admitted | Error {
  return message ? { message, isReplay } : noRow();
}

function noRow(): AppError {
  return new AppError("internal", sendingSentences.noRow);
}
