import { and, eq } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  /** The phone that wrote. */
  number: string;
}

/** Erases what a phone sent to an account, and returns the IDs of its messages. */
export async function eraseInboundFrom({ accountId, number }: Wanted, tx: Tx): Promise<string[]> {
  const erased = await tx
    .delete(inboundMessages)
    .where(and(eq(inboundMessages.accountId, accountId), eq(inboundMessages.from, number)))
    .returning({ id: inboundMessages.id });
  return erased.map(({ id }) => id);
}
