import { and, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";

interface Refs {
  carrier: string;
  refs: string[];
}

/**
 * A message that the carrier did not confirm has no carrier ID, so its receipts don't find it. A kept receipt that names
 * the message by our ID brings the carrier's: this receipt and every later one is placed by it. Looks at all kept receipts
 * unless `only` names some.
 */
export async function adoptRefs(only?: Refs): Promise<void> {
  const [held] = await db().select({ id: messages.id }).from(messages).where(isHeld).limit(1);
  if (!held) return;
  const kept = await readKept(only);
  const found = await findHeld(kept.map(({ messageId }) => messageId));
  const adopted = kept.flatMap(({ carrier, ref, messageId }) => {
    const message = found.get(messageId);
    return message?.carrier === carrier ? [{ ...message, carrier, ref, messageId }] : [];
  });
  for (const row of adopted) {
    await db().insert(carrierMessages).values(row).onConflictDoNothing();
  }
}

const isHeld = eq(messages.status, "unknown");

/** The kept receipts that name a message by our ID. There are no more than `sweepCallbacks` leaves. */
async function readKept(only: Refs | undefined) {
  const named = sql<string>`${parkedReceipts.receipt}->>'messageId'`;
  const among =
    only && and(eq(parkedReceipts.carrier, only.carrier), anyOf(parkedReceipts.ref, only.refs));
  const rows = await db()
    .select({ carrier: parkedReceipts.carrier, ref: parkedReceipts.ref, messageId: named })
    .from(parkedReceipts)
    .where(and(isNotNull(named), among));
  // A carrier may write there what it likes.
  return rows.filter(({ messageId }) => z.guid().safeParse(messageId).success);
}

/** Asks for a message, not for an account: of those that are held there are few. */
async function findHeld(ids: string[]) {
  const rows = await db()
    .select({ accountId: messages.accountId, id: messages.id, carrier: messages.carrier })
    .from(messages)
    .where(and(isHeld, anyOf(messages.id, ids)));
  return new Map(rows.map(({ id, ...message }) => [id, message]));
}
