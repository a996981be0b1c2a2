import { and, eq, sql } from "drizzle-orm";
import { idempotencyKeys, messageEvents, messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { nothingEchoed } from "../core/echoed-contract";
import type { ErasedMessage } from "./erase-messages";
import { isTerminal, messageStatuses } from "./status";

/** What stands for the number and the text of a message whose recipient was erased. */
export const erasedMarker = "erased";

const finalStatuses = messageStatuses.filter(isTerminal).map((status) => `'${status}'`);

interface Wanted {
  accountId: string;
  number: string;
  limit: number;
}

/**
 * Erases the next `limit` messages to a number that have ended: number, text, reference, and what the carrier reported go;
 * amounts, states, and times stay, and so does the key, so that no repeated request sends again. Returns them.
 */
export async function eraseRecipient(
  { accountId, number, limit }: Wanted,
  tx: Tx,
): Promise<ErasedMessage[]> {
  const rows = await tx
    .select({ id: messages.id, ref: messages.carrierRef, key: messages.idempotencyKey })
    .from(messages)
    .where(
      and(
        eq(messages.accountId, accountId),
        eq(messages.to, number),
        sql.raw(`status in (${finalStatuses.join(", ")})`),
      ),
    )
    .orderBy(messages.id)
    .limit(limit)
    .for("update");
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  await tx
    .update(messages)
    .set({
      to: erasedMarker,
      body: erasedMarker,
      ...nothingEchoed,
      carrierRef: null,
      operator: null,
    })
    .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)));
  await tx
    .update(messageEvents)
    .set({ raw: null, operator: null })
    .where(and(eq(messageEvents.accountId, accountId), anyOf(messageEvents.messageId, ids)));
  await forgetRequests({ accountId, ids, keys: rows.flatMap(({ key }) => key ?? []) }, tx);
  return rows;
}

/** The keys stay, so that a repeated request sends nothing; what it said can't be guessed from a hash any more. */
async function forgetRequests(
  { accountId, ids, keys }: { accountId: string; ids: string[]; keys: string[] },
  tx: Tx,
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .update(idempotencyKeys)
    .set({ requestHash: null })
    .where(
      and(
        eq(idempotencyKeys.accountId, accountId),
        anyOf(idempotencyKeys.key, keys),
        anyOf(idempotencyKeys.messageId, ids),
      ),
    );
}
