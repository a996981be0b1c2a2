import { and, desc, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { arrivesFrom } from "../carriers/arrives-from";
import type { Tx } from "../core/db";

/** An inbound message of an account. */
interface Reply {
  accountId: string;
  carrier: string;
  /** The phone that wrote. */
  from: string;
  /** The number that it wrote to; empty if nobody knows. */
  to: string;
}

/** The account's newest messages to the phone that are looked at. */
const lookedAt = 500;

/**
 * The senders that a reply is meant for: the number it was sent to, and those whose messages came to the phone from this
 * number, because their carrier replaces them.
 */
export async function sendersBehind(reply: Reply, tx: Tx): Promise<string[]> {
  const { accountId, carrier, from, to } = reply;
  const newest = await tx
    .select({ from: messages.from, carrier: messages.carrier })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.to, from)))
    .orderBy(desc(messages.id))
    .limit(lookedAt);
  const known = newest.filter((row) => row.carrier === carrier).map((row) => row.from);
  const behind = [...new Set(known)].filter((sender) => arrivesFrom(to, { carrier, from: sender }));
  return [...new Set([to, ...behind])];
}
