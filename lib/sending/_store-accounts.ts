import type { Tx } from "../core/db";
import { pickEchoed } from "../core/echoed-contract";
import { newId } from "../core/ids";
import type { NewMessageRow } from "../messages/new-rows-clause";
import { sourceOf } from "../messages/source-of";
import { histogramOf } from "../metrics/registry";
import { rememberedKey } from "../tokens/remembered-key";
import type { Admission, AdmittedMessage } from "./_admission";
import type { AdmissionStatements } from "./_admission-statement";
import { proofOf } from "./_proof-of";
import { newMessageRow } from "./new-message-row";

/** What one account sends at the same moment. */
export interface AccountBatch {
  accountId: string;
  admissions: Admission[];
}

/**
 * What became of an account's batch. It was stored, without the messages whose keys are used already; or nothing was,
 * because somebody else had locked the account, or because something in it, or about the account, has to be refused.
 */
export type Stored = { messages: (AdmittedMessage | undefined)[] } | "locked" | "refused";

interface Storing {
  batches: AccountBatch[];
  /** For batches with idempotency keys or without, of tokens with daily limits or without. */
  statements: AdmissionStatements;
}

/**
 * Charges accounts, each of which comes once, for their batches and stores them by a statement. An account is left out of
 * it when it is suspended or cannot pay for its whole batch, a token would spend more than its daily limit, a recipient has opted out, or a token is no longer what
 * it was when somebody looked. The clock is the database's, so that no process is ahead of the queue.
 */
export async function storeAccounts({ batches, statements }: Storing, tx: Tx): Promise<Stored[]> {
  const rows = batches.map(({ accountId, admissions }) =>
    admissions.map((each) => toColumns(accountId, each)),
  );
  const all = rows.flat();
  const areKeyed = all.some((row) => row.idempotency_key);
  const limited = batches.flatMap(toLimited);
  const variants = statements[limited.length > 0 ? "limited" : "unlimited"];
  const statement = variants[areKeyed ? "keyed" : "keyless"];
  const startedMs = performance.now();
  const outcomes = await tx.execute<Outcome>(
    statement({
      account: batches[0]?.accountId ?? "",
      wanted: JSON.stringify(batches.map(toWanted)),
      rows: JSON.stringify(all),
      remembered: JSON.stringify(batches.flatMap(toRemembered)),
      limited: JSON.stringify(limited),
    }),
  );
  histogramOf("depesza_admission_batch_size").observe(all.length);
  histogramOf("depesza_admission_batch_duration_seconds").observe(
    (performance.now() - startedMs) / 1000,
  );
  const byAccount = new Map(outcomes.map((each) => [each.account_id, each]));
  const now = new Date(outcomes[0]?.now ?? Number.NaN);
  return batches.map(({ accountId, admissions }, place) => {
    const outcome = byAccount.get(accountId);
    if (!outcome) return "locked";
    if (!outcome.is_admitted) return "refused";
    const ids = (rows[place] ?? []).map(({ id }) => id);
    const { repeated } = outcome;
    const messages = admissions.map((each, position) => {
      const id = ids[position] ?? "";
      return repeated?.includes(id) ? undefined : toAdmitted(each, id, now);
    });
    return { messages };
  });
}

interface Outcome extends Record<string, unknown> {
  /** An account whose row was locked for this statement. */
  account_id: string;
  is_admitted: boolean;
  /** The IDs of messages that were not stored, because their keys are used; null if all were. */
  repeated: string[] | null;
  now: string;
}

function toWanted({ accountId, admissions }: AccountBatch) {
  return {
    account_id: accountId,
    charge_id: newId(),
    credits: admissions.reduce((sum, { credits }) => sum + credits, 0),
    messages: admissions.length,
  };
}

function toRemembered({ accountId, admissions }: AccountBatch) {
  const versions = new Map(
    admissions.flatMap((each) => {
      const token = proofOf(each);
      return token ? [[rememberedKey(token), token] as const] : [];
    }),
  );
  return [...versions.values()].map(({ hash, version }) => ({
    account_id: accountId,
    hash,
    version,
  }));
}

/** The tokens of a batch that have a daily limit, each with what all its messages cost. */
function toLimited({ accountId, admissions }: AccountBatch) {
  const spending = new Map<string, { credits: number; daily_limit: number }>();
  for (const { actor, credits } of admissions) {
    if (credits === 0 || actor.kind !== "token" || actor.dailyLimit === undefined) continue;
    const before = spending.get(actor.tokenId)?.credits ?? 0;
    spending.set(actor.tokenId, { credits: before + credits, daily_limit: actor.dailyLimit });
  }
  return [...spending].map(([tokenId, each]) => ({
    account_id: accountId,
    token_id: tokenId,
    ...each,
  }));
}

/** Field by field: spread into one object, the two cost a batch a quarter of its time. */
function toColumns(accountId: string, admission: Admission): NewMessageRow {
  const { input, actor } = admission;
  return newMessageRow({
    accountId,
    sendId: null,
    tokenId: actor.kind === "token" ? actor.tokenId : null,
    source: sourceOf(actor),
    test: actor.mode === "test",
    from: input.from,
    to: input.to,
    body: admission.coded?.shown ?? input.body,
    bodyStorage: input.bodyStorage,
    clientRef: input.clientRef,
    metadata: input.metadata,
    idempotencyKey: input.idempotencyKey,
    scheduledAt: input.scheduledAt,
    validitySeconds: input.validitySeconds,
    encoding: admission.encoding,
    segments: admission.segments,
    credits: admission.credits,
    requestHash: admission.requestHash,
    priority: admission.priority,
    carrier: admission.carrier,
    id: admission.messageId,
    verificationId: admission.coded?.verificationId,
  });
}

function toAdmitted(
  { actor, input, encoding, segments, credits }: Admission,
  id: string,
  now: Date,
): AdmittedMessage {
  const { from, to, scheduledAt } = input;
  return {
    id,
    from,
    to,
    segments,
    encoding,
    credits,
    scheduledAt: scheduledAt && scheduledAt > now ? scheduledAt : null,
    firstScheduledAt: null,
    createdAt: now,
    ...pickEchoed(input),
    test: actor.mode === "test",
    bodyStorage: input.bodyStorage,
  };
}
