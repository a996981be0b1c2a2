import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { type IdPage, type SweptPage, sweptPage } from "../retention/swept-page";
import { eraseReports } from "./_erase-reports";
import { sealRequests } from "./_seal-requests";
import { isTerminal, messageStatuses } from "./status";

const finalStatuses = messageStatuses.filter(isTerminal).map((status) => `'${status}'`);

/**
 * Erases the texts and the metadata of the next messages of an account, and what carriers reported of them word for word. Messages that have
 * not ended lose theirs when they do. Those that somebody works on are left for later. Joins `tx`.
 */
export async function eraseTexts(wanted: IdPage, tx: Tx): Promise<SweptPage> {
  const { accountId, after, before, limit } = wanted;
  const ofAccount = eq(messages.accountId, accountId);
  const page = await tx
    .select({ id: messages.id, createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(ofAccount, after === null ? undefined : gt(messages.id, after), lt(messages.id, before)),
    )
    .orderBy(asc(messages.id))
    .limit(limit);
  const ids = page.map(({ id }) => id);
  if (ids.length === 0) return sweptPage(wanted, [], []);
  const locked = await tx
    .select({
      id: messages.id,
      hasEnded: sql<boolean>`${messages.status} in (${sql.raw(finalStatuses.join(", "))})`,
    })
    .from(messages)
    .where(and(ofAccount, anyOf(messages.id, ids)))
    .orderBy(asc(messages.id))
    .for("update", { skipLocked: true });
  const idsOf = (ended: boolean) =>
    locked.filter(({ hasEnded }) => hasEnded === ended).map(({ id }) => id);
  await erase({ accountId, ids: idsOf(true) }, tx);
  await markOpen({ accountId, ids: idsOf(false) }, tx);
  await sealRequests(accountId, page, tx);
  return sweptPage(
    wanted,
    ids,
    locked.map(({ id }) => id),
  );
}

interface Some {
  accountId: string;
  ids: string[];
}

async function erase({ accountId, ids }: Some, tx: Tx): Promise<void> {
  if (ids.length === 0) return;
  const now = (await databaseNow(tx)).toISOString();
  // A text that was not to be stored has gone before, at a time of its own.
  const bodyErasedAt = sql`coalesce(${messages.bodyErasedAt}, ${now}::timestamptz)`;
  await tx
    .update(messages)
    .set({ body: "", metadata: null, bodyErasedAt })
    .where(
      and(
        eq(messages.accountId, accountId),
        anyOf(messages.id, ids),
        sql`(${messages.body} <> '' or ${messages.metadata} is not null)`,
      ),
    );
  await eraseReports({ accountId, ids }, tx);
}

/**
 * Their time is over, and only sending them still needs the text, and asking the carrier what became of them what it said:
 * that goes when they end.
 */
async function markOpen({ accountId, ids }: Some, tx: Tx): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(messages)
    .set({ bodyStorage: "until_sent" })
    .where(
      and(
        eq(messages.accountId, accountId),
        anyOf(messages.id, ids),
        sql`${messages.bodyStorage} is null`,
      ),
    );
}
