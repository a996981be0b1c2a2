import { and, eq, gte, lte, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { sealRequestHash } from "./seal-request-hash";

interface Sent {
  id: string;
  createdAt: Date;
}

/**
 * Seals the hashes of the requests that sent some messages of an account, so that their texts can't be guessed, and a
 * repeated request still gets its original response. Joins `tx`.
 */
export async function sealRequests(accountId: string, sent: Sent[], tx: Tx): Promise<void> {
  if (sent.length === 0) return;
  const times = sent.map(({ createdAt }) => createdAt.getTime());
  const ids = sent.map(({ id }) => id);
  const { key, requestHash, createdAt, messageId } = idempotencyKeys;
  // By their times, which are those of the messages: there is an index of these.
  const rows = await tx
    .select({ key, requestHash })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.accountId, accountId),
        gte(createdAt, new Date(Math.min(...times))),
        lte(createdAt, new Date(Math.max(...times))),
        anyOf(messageId, ids),
      ),
    );
  const sealed = rows.flatMap(({ key, requestHash: hash }) =>
    hash === null ? [] : [{ key, was: hash, hash: sealRequestHash(hash) }],
  );
  if (sealed.length === 0) return;
  await tx.execute(sql`
    update ${idempotencyKeys} kept set request_hash = sealed.hash
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as sealed(key uuid, was text, hash text)
    where kept.account_id = ${accountId}::uuid and kept.key = sealed.key
      and kept.request_hash = sealed.was and sealed.was <> sealed.hash`);
}
