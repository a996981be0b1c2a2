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

/**
 * As `admitProven`, of those whose tokens are proven under the same lock; the others are refused with UnprovenTokenError.
 */
export async function admitInOrder(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<(Admitted | Error)[]> {
  const unproven = await findUnproven(batch.flatMap(rememberedOf), tx);
  const isProven = (admission: Admission) =>
    rememberedOf(admission).every((each) => !unproven.has(keyOf(each)));
  const outcomes = await admitProven(accountId, batch.filter(isProven), tx);
  return batch.map((admission) => {
    const outcome = isProven(admission) ? outcomes.shift() : new UnprovenTokenError();
    return outcome ?? new AppError("internal", sendingSentences.noRow);
  });
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

/**
 * Admits a batch request by request under the account's lock: repeated keys replay, credits go to whom
 * they reach in order. Every request gets its own answer or refusal.
 */
async function admitProven(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<(Admitted | Error)[]> {
  if (batch.length === 0) return [];
  const keys = batch.flatMap(({ input }) => input.idempotencyKey ?? []);
  // All go out together: the later statements see everything committed before the lock was had.
  const [[account], known, isOptedOut] = await Promise.all([
    tx
      .select({ credits: accounts.credits, status: accounts.status })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("no key update"),
    tx
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), anyOf(messages.idempotencyKey, keys))),
    findOptedOut({ actor: { accountId }, input: batch.map(({ input }) => input), tx }),
  ]);
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
    for (const [position, message] of (stored ?? []).entries()) {
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
  return message ? { message, isReplay } : new AppError("internal", sendingSentences.noRow);
}
