import { and, eq, isNotNull, lte, sql } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import {
  carrierMessages,
  parkedReceipts,
  simulatorMessages,
  simulatorReports,
} from "@/drizzle/schema/carriers";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import { sends } from "@/drizzle/schema/sends";
import { tokens } from "@/drizzle/schema/tokens";
import { spenderHours } from "@/drizzle/schema/traffic";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import { db, type Tx } from "../core/db";
import { nothingEchoed } from "../core/echoed-contract";
import { log } from "../core/log";
import { cancelWaitingMessages } from "../messages/cancel-waiting-messages";

const batchSize = 1000;
const open = sql`status in ('scheduled', 'queued', 'sending', 'sent', 'unknown')`;

/**
 * Erases every closed account whose time has come and whose last message has ended: people, tokens,
 * endpoints and what they were sent go; messages stay as amounts without numbers, senders and texts, so
 * that the ledger still adds up. Returns how many it erased.
 */
export async function eraseClosedAccounts(): Promise<number> {
  const closing = await db()
    .select({ accountId: accounts.id, isDue: sql<boolean>`${accounts.eraseAfter} <= now()` })
    .from(accounts)
    .where(isNotNull(accounts.eraseAfter));
  let erased = 0;
  for (const { accountId, isDue } of closing) {
    await cancelWaitingMessages(accountId);
    if (isDue && !(await hasOpenMessages(accountId))) {
      await erase(accountId);
      erased += 1;
    }
  }
  return erased;
}

async function hasOpenMessages(accountId: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), open))
    .limit(1);
  return row !== undefined;
}

/** Each step can be done again; the account only counts as erased after the last. */
async function erase(accountId: string): Promise<void> {
  const mine = sql`account_id = ${accountId}`;
  await db().delete(webhookAttempts).where(mine);
  await db().delete(webhookDeliveries).where(mine);
  await db().delete(webhookEndpoints).where(mine);
  await db().update(messageEvents).set({ raw: null }).where(mine);
  let emptied = batchSize;
  while (emptied === batchSize) {
    emptied = await db().transaction((tx) => emptyMessages(accountId, tx));
  }
  await db().delete(carrierMessages).where(mine);
  await db().delete(refusedRequests).where(mine);
  await db().delete(sends).where(mine);
  await db().delete(spenderHours).where(mine);
  await db().transaction(async (tx) => {
    await tx.delete(tokens).where(eq(tokens.accountId, accountId));
    await tx.delete(users).where(eq(users.accountId, accountId));
    await tx
      .update(accounts)
      .set({ status: "erased", name: "Erased account", closedAt: null, eraseAfter: null })
      .where(and(eq(accounts.id, accountId), lte(accounts.eraseAfter, sql`now()`)));
  });
  log().info({ accountId }, "a closed account was erased");
}

/** Empties the next messages that still have a recipient; returns how many. */
async function emptyMessages(accountId: string, tx: Tx): Promise<number> {
  const rows = await tx
    .select({ id: messages.id, ref: messages.carrierRef })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), sql`${messages.to} <> ''`))
    .limit(batchSize);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await forgetAtCarriers(rows, tx);
  await tx
    .update(messages)
    .set({
      to: "",
      from: "",
      body: "",
      ...nothingEchoed,
      idempotencyKey: null,
      requestHash: null,
      carrierRef: null,
      operator: null,
      tokenId: null,
      sendId: null,
    })
    .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)));
  return ids.length;
}

/** What was kept of them under the carrier's ids: the simulator's memory, and receipts that came twice. */
async function forgetAtCarriers(rows: { id: string; ref: string | null }[], tx: Tx): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const refs = JSON.stringify(rows.flatMap(({ ref }) => ref ?? []));
  const isTheirs = sql`in (select jsonb_array_elements_text(${refs}::jsonb))`;
  await tx.delete(simulatorMessages).where(anyOf(simulatorMessages.messageId, ids));
  await tx
    .delete(simulatorReports)
    .where(sql`${simulatorReports.event} ->> 'message_id' ${isTheirs}`);
  await tx.delete(parkedReceipts).where(sql`${parkedReceipts.ref} ${isTheirs}`);
}
