import { and, eq, ne } from "drizzle-orm";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { nothingEchoed } from "../core/echoed-contract";

/** A message that was erased, by its own ID and by its carrier's. */
export interface ErasedMessage {
  id: string;
  ref: string | null;
}

/**
 * Erases the next `limit` messages of an account that still have a recipient: amounts, states, and times stay, numbers,
 * senders, texts, and idempotency keys go. Returns them.
 */
export async function eraseMessages(
  { accountId, limit }: { accountId: string; limit: number },
  tx: Tx,
): Promise<ErasedMessage[]> {
  const rows = await tx
    .select({ id: messages.id, ref: messages.carrierRef, key: messages.idempotencyKey })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), ne(messages.to, "")))
    .limit(limit);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  await tx
    .update(messages)
    .set({
      to: "",
      from: "",
      body: "",
      ...nothingEchoed,
      idempotencyKey: null,
      carrierRef: null,
      operator: null,
      tokenId: null,
      sendId: null,
    })
    .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)));
  const keys = rows.flatMap(({ key }) => key ?? []);
  if (keys.length > 0) {
    await tx
      .delete(idempotencyKeys)
      .where(and(eq(idempotencyKeys.accountId, accountId), anyOf(idempotencyKeys.key, keys)));
  }
  return rows;
}
