import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { anyOf } from "../core/any-of";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { eraseDeliveriesOf } from "../deliveries/erase-deliveries-of";
import { listUndelivered } from "../deliveries/list-undelivered";
import { type IdPage, type SweptPage, sweptPage } from "../retention/swept-page";

/**
 * Erases the texts of the next messages that an account received, with what carriers reported word for word and what
 * endpoints were sent. Those that an endpoint is still to get are left for later: each try of a delivery sends the same
 * body. Joins `tx`.
 */
export async function eraseInboundTexts(wanted: IdPage, tx: Tx): Promise<SweptPage> {
  const { accountId, after, before, limit } = wanted;
  const ofAccount = eq(inboundMessages.accountId, accountId);
  const rows = await tx
    .select({ id: inboundMessages.id })
    .from(inboundMessages)
    .where(
      and(
        ofAccount,
        after === null ? undefined : gt(inboundMessages.id, after),
        lt(inboundMessages.id, before),
      ),
    )
    .orderBy(asc(inboundMessages.id))
    .limit(limit);
  const found = rows.map(({ id }) => id);
  const undelivered = new Set(await listUndelivered({ accountId, messageIds: found }, tx));
  const ids = found.filter((id) => !undelivered.has(id));
  if (ids.length === 0) return sweptPage(wanted, found, ids);
  await tx
    .update(inboundMessages)
    .set({ body: "", raw: null, bodyErasedAt: await databaseNow(tx) })
    .where(
      and(ofAccount, anyOf(inboundMessages.id, ids), sql`${inboundMessages.bodyErasedAt} is null`),
    );
  await eraseDeliveriesOf({ accountId, messageIds: ids }, tx);
  return sweptPage(wanted, found, ids);
}
