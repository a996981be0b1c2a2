import { and, eq } from "drizzle-orm";
import { messageCallbacks } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  messageIds: string[];
}

/**
 * Erases where these messages reported to: a URL may name the person, too. The rows stay, so that a callback that is
 * still retried ends instead of waiting for ever.
 */
export async function eraseCallbacksOf({ accountId, messageIds }: Wanted, tx: Tx): Promise<void> {
  if (messageIds.length === 0) return;
  await tx
    .update(messageCallbacks)
    .set({ url: null, signer: null })
    .where(
      and(eq(messageCallbacks.accountId, accountId), anyOf(messageCallbacks.messageId, messageIds)),
    );
}
