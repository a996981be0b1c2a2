import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { anyOf } from "../core/any-of";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { processWide } from "../core/process-wide";
import { chargeCredits } from "../credits/charge-credits";
import { gather } from "../queue/gather";
import { announce } from "../queue/notice";
import { type Decision, decideAdmission } from "./_decide-admission";
import type { Caller } from "./caller";
import type { SendMessageInput } from "./contract";

/** A validated and priced send on its way into the store. */
export interface Admission {
  caller: Caller;
  input: SendMessageInput;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  /** What it costs the account; 0 for test messages. */
  credits: number;
  requestHash: string;
}

export type MessageRow = typeof messages.$inferSelect;
export interface Admitted {
  message: AdmittedMessage;
  isReplay: boolean;
}
/** What the answer to an accepted send is made of. */
export type AdmittedMessage = Pick<
  MessageRow,
  | "id"
  | "from"
  | "to"
  | "segments"
  | "encoding"
  | "credits"
  | "scheduledAt"
  | "createdAt"
  | "clientRef"
  | "test"
>;

/**
 * Stores a message and takes its credits in one commit, together with whatever the same account sends at
 * the same moment. Resolves after COMMIT only. Throws insufficient_credits, idempotency_mismatch,
 * forbidden (suspended account).
 */
export function admitMessage(admission: Admission): Promise<Admitted> {
  const admit = processWide("admission", () =>
    gather<Admission, Admitted>({
      maxBatch: 512,
      laneOf: ({ caller }) => caller.accountId,
      run: async (accountId, batch) => {
        const outcomes = await db().transaction((tx) => admitBatch(accountId, batch, tx));
        announce(accountId, outcomes.flatMap(freshId));
        return outcomes;
      },
    }),
  );
  return admit(admission);
}

function freshId(outcome: Admitted | Error): string[] {
  return outcome instanceof Error || outcome.isReplay ? [] : [outcome.message.id];
}

async function admitBatch(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<(Admitted | Error)[]> {
  const keys = batch.flatMap(({ input }) => input.idempotencyKey ?? []);
  // Both go out together: the second statement sees everything committed before the lock was had.
  const [[account], known] = await Promise.all([
    tx
      .select({ credits: accounts.credits, status: accounts.status, now: sql<string>`now()` })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("no key update"),
    keys.length > 0 ? findByKeys(accountId, keys, tx) : [],
  ]);
  if (account?.status !== "active") {
    const refusal = new AppError("forbidden", "This account is suspended.");
    return batch.map(() => refusal);
  }
  const requests = batch.map(({ input, credits, requestHash }) => {
    return { idempotencyKey: input.idempotencyKey, credits, requestHash };
  });
  const knownByKey = new Map(known.map((row) => [row.idempotencyKey ?? "", row]));
  const { decisions, spent } = decideAdmission(requests, account.credits, knownByKey);
  const now = new Date(account.now);
  const rows = batch.map((admission, position) =>
    decisions[position]?.kind === "accept" ? toRow(admission, now) : undefined,
  );
  const fresh = rows.filter((row) => row !== undefined);
  if (fresh.length > 0) await store(accountId, { fresh, spent }, tx);
  return decisions.map((decision, position) => answer(decision, rows, position));
}

function findByKeys(accountId: string, keys: string[], tx: Tx) {
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.accountId, accountId), anyOf(messages.idempotencyKey, keys)));
}

type NewRow = ReturnType<typeof toRow>;

function toRow({ caller, input, encoding, segments, credits, requestHash }: Admission, now: Date) {
  const startsAt = input.scheduledAt && input.scheduledAt > now ? input.scheduledAt : now;
  return {
    id: newId(),
    tokenId: caller.tokenId,
    source: caller.source,
    test: caller.test,
    status: startsAt > now ? ("scheduled" as const) : ("queued" as const),
    from: input.from,
    to: input.to,
    body: input.body,
    encoding,
    segments,
    credits,
    clientRef: input.clientRef,
    idempotencyKey: input.idempotencyKey,
    requestHash,
    scheduledAt: startsAt > now ? startsAt : null,
    createdAt: now,
    dueAt: startsAt,
    validUntil: new Date(startsAt.getTime() + input.validitySeconds * 1000),
  };
}

async function store(
  accountId: string,
  { fresh, spent }: { fresh: NewRow[]; spent: number },
  tx: Tx,
): Promise<void> {
  const chargeId = newId();
  // One parameter whatever the size of the batch: one plan, and no limit on parameters.
  const insert = tx.execute(sql`
    insert into ${messages} (account_id, charge_id, id, token_id, source, test, status, sender, recipient,
      body, encoding, segments, credits, client_ref, idempotency_key, request_hash, scheduled_at,
      created_at, due_at, valid_until)
    select ${accountId}::uuid, case when credits > 0 then ${chargeId}::uuid end, r.*
    from jsonb_to_recordset(${JSON.stringify(fresh.map(toColumns))}::jsonb) as r(id uuid, token_id uuid,
      source text, test boolean, status text, sender text, recipient text, body text, encoding text,
      segments int, credits int, client_ref text, idempotency_key uuid, request_hash text,
      scheduled_at timestamptz, created_at timestamptz, due_at timestamptz, valid_until timestamptz)`);
  const charge = spent > 0 ? chargeCredits({ accountId, id: chargeId, credits: spent }, tx) : undefined;
  await Promise.all([insert, charge]);
}

function toColumns(row: NewRow) {
  return {
    id: row.id,
    token_id: row.tokenId,
    source: row.source,
    test: row.test,
    status: row.status,
    sender: row.from,
    recipient: row.to,
    body: row.body,
    encoding: row.encoding,
    segments: row.segments,
    credits: row.credits,
    client_ref: row.clientRef,
    idempotency_key: row.idempotencyKey,
    request_hash: row.requestHash,
    scheduled_at: row.scheduledAt,
    created_at: row.createdAt,
    due_at: row.dueAt,
    valid_until: row.validUntil,
  };
}

function answer(
  decision: Decision<MessageRow>,
  rows: (NewRow | undefined)[],
  position: number,
): Admitted | Error {
  switch (decision.kind) {
    case "accept":
      return admitted(rows[position], false);
    case "replay":
      return { message: decision.of, isReplay: true };
    case "replay_of_batch":
      return admitted(rows[decision.position], true);
    case "mismatch":
      return new AppError(
        "idempotency_mismatch",
        "This idempotency key was used for a different request. Use a new key for a new message.",
      );
    case "no_credits":
      return new AppError(
        "insufficient_credits",
        `This needs ${decision.required} credits, the balance is ${decision.available}. Nothing was sent.`,
        { required: decision.required, available: decision.available },
      );
  }
}

function admitted(message: NewRow | undefined, isReplay: boolean): Admitted | Error {
  return message ? { message, isReplay } : new AppError("internal", "An accepted message has no row.");
}
