import { withCode } from "../core/connect-database";
import { db } from "../core/db";
import { env } from "../core/env";
import { slots } from "../core/limits/slots";
import { once } from "../core/once";
import { sourceOf } from "../messages/source-of";
import { counterOf } from "../metrics/registry";
import { publishChange } from "../queue/notice";
import type { Admission, Admitted } from "./_admission";
import { admitInOrder } from "./_admit-in-order";
import type { Stored } from "./_store-accounts";
import { storeMessages } from "./_store-messages";

/** Most messages one commit admits; more would only make the account's other senders wait longer. */
export const maxAtOnce = 512;

/** Connections that never wait for an account's row: for the two commits of several accounts, and one for the rest. */
const keptConnections = 3;
/** As long as a statement waits for a row. */
const maxWaitMs = 3500;

/** Who waits for a row holds a connection: of one account only one does, and of all accounts never all connections. */
const places = once(() =>
  slots({
    perKey: 1,
    total: Math.max(1, env().DATABASE_POOL - keptConnections),
    ...{ waitingPerKey: 500, waitingTotal: 5000 },
  }),
);

export type AdmissionOutcome = Admitted | Error;

/**
 * Stores messages of one account and takes their credits, waiting for the account's row: in one commit, but for those
 * that have to be looked at one by one. Each gets its own answer or refusal, in order. Throws what a wait for the row
 * that is too long throws, also when others of the account wait before it.
 */
export function admitBatch(accountId: string, batch: Admission[]): Promise<AdmissionOutcome[]> {
  return places().run(accountId, { maxWaitMs, refuse: waitedTooLong }, async () => {
    const stored = isUsual(batch) ? await storeMessages(accountId, batch, db()) : "refused";
    return finishBatch(accountId, batch, stored);
  });
}

function waitedTooLong(): Error {
  return withCode("55P03", "Other messages of the account waited for its row.");
}

/** Whether each request has a key of its own, or none, and a time to come: then one statement may do it. */
export function isUsual(batch: Admission[]): boolean {
  const keys = batch.flatMap(({ input }) => input.idempotencyKey ?? []);
  return new Set(keys).size === keys.length && !batch.some(({ late }) => late);
}

/**
 * The outcomes of a batch of which so much is stored. Whatever is not, is decided request by request under the account's
 * lock; then, and only then, they are a promise. It rejects only when nothing is stored.
 */
export function finishBatch(
  accountId: string,
  batch: Admission[],
  stored: Stored,
): AdmissionOutcome[] | Promise<AdmissionOutcome[]> {
  const messages = typeof stored === "object" ? stored.messages : [];
  countAccepted(batch.filter((_admission, place) => messages[place]));
  publishChange(
    accountId,
    messages.flatMap((message) => message?.id ?? []),
  );
  const left = batch.filter((_admission, place) => !messages[place]);
  const outcomes = messages.map((message) => message && { message, isReplay: false });
  return left.length === 0
    ? outcomes.flatMap((each) => each ?? [])
    : finishInOrder(accountId, { batch, left, outcomes });
}

interface Unfinished {
  batch: Admission[];
  left: Admission[];
  outcomes: (Admitted | undefined)[];
}

async function finishInOrder(
  accountId: string,
  { batch, left, outcomes }: Unfinished,
): Promise<AdmissionOutcome[]> {
  const decided = await decide(accountId, left).catch((error: Error) => {
    if (left.length === batch.length) throw error;
    // Who is stored must hear of it: told of a failure, somebody without a key would send it again.
    return left.map(() => error);
  });
  publishChange(accountId, decided.flatMap(freshId));
  countAccepted(left.filter((_admission, place) => isFresh(decided[place])));
  const byAdmission = new Map(left.map((each, place) => [each, decided[place]]));
  return batch.flatMap((each, place) => outcomes[place] ?? byAdmission.get(each) ?? []);
}

function decide(accountId: string, left: Admission[]): Promise<AdmissionOutcome[]> {
  return db().transaction((tx) => admitInOrder(accountId, left, tx));
}

function freshId(outcome: AdmissionOutcome): string[] {
  return isFresh(outcome) ? [outcome.message.id] : [];
}

function isFresh(outcome: AdmissionOutcome | undefined): outcome is Admitted {
  return outcome !== undefined && !(outcome instanceof Error) && !outcome.isReplay;
}

function countAccepted(admissions: Admission[]): void {
  const accepted = counterOf("depesza_messages_accepted_total");
  const fromPanel = admissions.filter(({ actor }) => sourceOf(actor) === "panel").length;
  if (fromPanel > 0) accepted.inc({ source: "panel" }, fromPanel);
  if (fromPanel < admissions.length) accepted.inc({ source: "api" }, admissions.length - fromPanel);
}
