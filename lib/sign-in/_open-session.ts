import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { createSession, type Visitor } from "../sessions/create-session";

interface Opened {
  sessionId: string;
  /** The account was closed, and this sign-in took that back. */
  isReopened: boolean;
}

/** Starts a session for someone who has proved who they are; an account on its way out stays. */
export async function openSession(
  { userId, accountId }: { userId: string; accountId: string },
  visitor: Visitor,
  tx: Tx,
): Promise<Opened> {
  const isReopened = await reopen(accountId, tx);
  return { sessionId: await createSession(userId, visitor, tx), isReopened };
}

/** Takes a deletion back, unless its time has come: then the account counts as gone. */
async function reopen(accountId: string, tx: Tx): Promise<boolean> {
  const [closing] = await tx
    .select({ closedAt: accounts.closedAt, isDue: sql<boolean>`${accounts.eraseAfter} <= now()` })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.eraseAfter)))
    .for("update");
  if (!closing) return false;
  if (closing.isDue) throw new AppError("unauthorized", "This account has been deleted.");
  await tx
    .update(accounts)
    .set({
      status: sql`case when ${accounts.status} = 'closing' then 'active' else ${accounts.status} end`,
      closedAt: null,
      eraseAfter: null,
    })
    .where(eq(accounts.id, accountId));
  if (closing.closedAt) await switchBackOn(accountId, closing.closedAt, tx);
  return true;
}

/** Only the endpoints that the closing switched off bear its very instant. */
async function switchBackOn(accountId: string, closedAt: Date, tx: Tx): Promise<void> {
  await tx
    .update(webhookEndpoints)
    .set({ enabled: true, disabledReason: null, disabledAt: null, subscribedSince: sql`now()` })
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.disabledAt, closedAt),
        isNull(webhookEndpoints.deletedAt),
      ),
    );
}
