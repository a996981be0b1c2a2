import { and, eq, isNotNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { eraseAccount } from "../accounts/erase-account";
import { eraseActivity } from "../activity/erase-activity";
import { eraseActivityElsewhere } from "../activity/erase-activity-elsewhere";
import { recordActivity } from "../activity/record-activity";
import { systemOf } from "../activity/who";
import { cancelAccountCampaigns } from "../campaigns/cancel-account-campaigns";
import { eraseCampaigns } from "../campaigns/erase-campaigns";
import { eraseAtCarriers } from "../carriers/erase-at-carriers";
import { eraseContacts } from "../contacts/erase-contacts";
import { db, type Tx } from "../core/db";
import { log } from "../core/log";
import { eraseCosts } from "../costs/erase-costs";
import { eraseDeliveries } from "../deliveries/erase-deliveries";
import { eraseInbound } from "../inbound/erase-inbound";
import { eraseBuyer } from "../invoices/erase-buyer";
import { cancelWaitingMessages } from "../messages/cancel-waiting-messages";
import { eraseEvents } from "../messages/erase-events";
import { eraseMessages } from "../messages/erase-messages";
import { eraseRefusals } from "../onboarding/erase-refusals";
import { eraseOptOuts } from "../opt-outs/erase-opt-outs";
import { eraseInvitations } from "../people/erase-invitations";
import { eraseParkedReceipts } from "../receipts/erase-parked-receipts";
import { eraseRefs } from "../receipts/erase-refs";
import { eraseRequests } from "../request-log/erase-requests";
import { eraseRetention } from "../retention/erase-retention";
import { eraseSenderNames } from "../sender-names/erase-sender-names";
import { eraseTemplates } from "../templates/erase-templates";
import { eraseTextIndex } from "../text-index/erase-text-index";
import { eraseTokens } from "../tokens/erase-tokens";
import { eraseVerifications } from "../verifications/erase-verifications";
import { eraseCallbacks } from "../webhooks/erase-callbacks";
import { eraseEndpoints } from "../webhooks/erase-endpoints";

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
    await cancelAccountCampaigns(accountId);
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
  await eraseDeliveries(accountId, db());
  await eraseEndpoints(accountId, db());
  await eraseCallbacks(accountId, db());
  await eraseEvents(accountId, db());
  await eraseInbound(accountId, db());
  await eraseOptOuts(accountId, db());
  let erased = batchSize;
  while (erased === batchSize) {
    erased = await db().transaction((tx) => eraseBatch(accountId, tx));
  }
  await eraseRefs(accountId, db());
  await eraseRefusals(accountId, db());
  await eraseRequests(accountId, db());
  await eraseCampaigns(accountId, db());
  await eraseContacts(accountId, db());
  await eraseTemplates(accountId, db());
  await eraseVerifications(accountId, db());
  await eraseSenderNames(accountId, db());
  await db().transaction((tx) => eraseCosts(accountId, tx));
  await eraseBuyer(accountId, db());
  await eraseTextIndex(accountId, db());
  await eraseRetention(accountId, db());
  const last = await eraseLog(accountId);
  await db().transaction(async (tx) => {
    await eraseTokens(accountId, tx);
    await eraseInvitations(accountId, tx);
    // What was done since, and before its people go, whom it looks up.
    await eraseActivity({ accountId, after: last, limit: batchSize }, tx);
    await eraseActivityElsewhere({ accountId, limit: batchSize }, tx);
    await eraseAccount(accountId, tx);
    await recordActivity({ actor: systemOf(accountId), action: "account.erased" }, tx);
  });
  log().info({ accountId }, "a closed account was erased");
}

/** Erases whom its activity log names, and its people where they acted elsewhere; returns the last event. */
async function eraseLog(accountId: string): Promise<string | null> {
  const step = (after: string | null) =>
    db().transaction((tx) => eraseActivity({ accountId, after, limit: batchSize }, tx));
  let last: string | null = null;
  let next = await step(null);
  while (next !== null) {
    last = next;
    next = await step(last);
  }
  let erased = batchSize;
  while (erased === batchSize) {
    erased = await db().transaction((tx) =>
      eraseActivityElsewhere({ accountId, limit: batchSize }, tx),
    );
  }
  return last;
}

/** Erases the next messages, with what is kept of them by their carriers' IDs; returns how many. */
async function eraseBatch(accountId: string, tx: Tx): Promise<number> {
  const erased = await eraseMessages({ accountId, limit: batchSize }, tx);
  if (erased.length === 0) return 0;
  const refs = erased.flatMap(({ ref }) => ref ?? []);
  await eraseAtCarriers({ messageIds: erased.map(({ id }) => id), refs }, tx);
  await eraseParkedReceipts(refs, tx);
  return erased.length;
}
