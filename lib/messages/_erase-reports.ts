import { and, eq, sql } from "drizzle-orm";
import { messageEvents } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Some {
  accountId: string;
  /** Messages. */
  ids: string[];
}

/** Erases what carriers reported of some messages word for word. */
export async function eraseReports({ accountId, ids }: Some, tx: Tx): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(messageEvents)
    .set({ raw: null })
    .where(
      and(
        eq(messageEvents.accountId, accountId),
        anyOf(messageEvents.messageId, ids),
        sql`${messageEvents.raw} is not null`,
      ),
    );
}
