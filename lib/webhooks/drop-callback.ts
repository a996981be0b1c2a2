import { and, eq, gte, notExists, sql } from "drizzle-orm";
import { messageCallbacks, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";

/** A host this young is looked at: its callbacks are the last ones of the account, which an index has together. */
const youngMs = 60_000;

interface Wanted {
  actor: Actor;
  /** Of a message that was not stored after all. */
  input: { messageId: string };
}

/**
 * Forgets where a message was to report to, and the host, when it was made for this message and no other reports to it: so
 * refused messages use up no hosts. Throws forbidden without `send_messages`.
 */
export async function dropCallback({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "send_messages");
  const { accountId } = actor;
  const [dropped] = await db()
    .delete(messageCallbacks)
    .where(
      and(
        eq(messageCallbacks.accountId, accountId),
        eq(messageCallbacks.messageId, input.messageId),
      ),
    )
    .returning({ endpointId: messageCallbacks.endpointId });
  if (dropped) await dropUnusedHost(accountId, dropped.endpointId);
}

async function dropUnusedHost(accountId: string, endpointId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const whichHost = and(
      eq(webhookEndpoints.accountId, accountId),
      eq(webhookEndpoints.id, endpointId),
      eq(webhookEndpoints.kind, "callback"),
      gte(webhookEndpoints.createdAt, new Date(now.getTime() - youngMs)),
    );
    // Whoever saves a callback for it holds it, too: the next statement sees what they have saved.
    const [host] = await tx
      .select({ createdAt: webhookEndpoints.createdAt })
      .from(webhookEndpoints)
      .where(whichHost)
      .for("update");
    if (!host) return;
    const callbacks = tx
      .select({ one: sql`1` })
      .from(messageCallbacks)
      .where(
        and(
          eq(messageCallbacks.accountId, accountId),
          eq(messageCallbacks.endpointId, endpointId),
          // Of a transaction that began before the one that made the host, and waited for it.
          gte(messageCallbacks.createdAt, new Date(host.createdAt.getTime() - youngMs)),
        ),
      );
    const deliveries = tx
      .select({ one: sql`1` })
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.accountId, accountId),
          eq(webhookDeliveries.endpointId, endpointId),
        ),
      );
    await tx
      .delete(webhookEndpoints)
      .where(and(whichHost, notExists(callbacks), notExists(deliveries)));
  });
}
