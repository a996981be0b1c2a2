import { and, eq } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { numbers } from "@/drizzle/schema/inbound";
import { messages } from "@/drizzle/schema/messages";
import type { InboundMessage } from "../carriers/carrier";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

/** Whose an inbound message is. */
export interface Match {
  accountId: string | null;
  /** The number it was sent to; empty if nobody knows. */
  to: string;
  test: boolean;
  inReplyTo: string | null;
}

/**
 * Finds the account of each inbound message: the one that has the number it was sent to; else the one whose message it
 * answers; else, if the carrier names no number, the one that has its only number.
 */
export async function matchAccounts(
  carrier: string,
  inbound: InboundMessage[],
  tx: Tx,
): Promise<Match[]> {
  const owners = await readOwners(carrier, inbound, tx);
  const answered = await readAnswered(carrier, inbound, tx);
  const only = inbound.some(({ to }) => to === null) ? await readOnly(carrier, tx) : undefined;
  return inbound.map(({ to, inReplyTo }) => {
    const found = { owner: owners.get(to ?? ""), reply: answered.get(inReplyTo ?? ""), only };
    return decide(to, found);
  });
}

interface Found {
  /** The account that has the number it was sent to. */
  owner: string | undefined;
  /** The message it answers. */
  reply: { accountId: string; messageId: string; from: string; test: boolean } | undefined;
  /** The only number of the carrier. */
  only: { accountId: string; number: string } | undefined;
}

function decide(to: string | null, { owner, reply, only }: Found): Match {
  // A number belongs to one account, whatever the carrier says it answers.
  if (reply && (owner ?? reply.accountId) === reply.accountId) {
    const { accountId, messageId, test } = reply;
    return { accountId, to: to ?? reply.from, test, inReplyTo: messageId };
  }
  const live = { test: false, inReplyTo: null };
  if (to !== null) return { accountId: owner ?? null, to, ...live };
  return { accountId: only?.accountId ?? null, to: only?.number ?? "", ...live };
}

async function readOwners(carrier: string, inbound: InboundMessage[], tx: Tx) {
  const named = [...new Set(inbound.flatMap(({ to }) => to ?? []))];
  if (named.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ number: numbers.number, accountId: numbers.accountId })
    .from(numbers)
    .where(and(eq(numbers.carrier, carrier), anyOf(numbers.number, named)));
  return new Map(rows.map(({ number, accountId }) => [number, accountId]));
}

async function readAnswered(carrier: string, inbound: InboundMessage[], tx: Tx) {
  const refs = [...new Set(inbound.flatMap(({ inReplyTo }) => inReplyTo ?? []))];
  if (refs.length === 0) return new Map<string, never>();
  const known = await tx
    .select()
    .from(carrierMessages)
    .where(and(eq(carrierMessages.carrier, carrier), anyOf(carrierMessages.ref, refs)));
  const answered = await Promise.all(
    known.map(async ({ ref, accountId, messageId }) => {
      const [message] = await tx
        .select({ from: messages.from, test: messages.test })
        .from(messages)
        .where(and(eq(messages.accountId, accountId), eq(messages.id, messageId)));
      return message ? [[ref, { accountId, messageId, ...message }] as const] : [];
    }),
  );
  return new Map(answered.flat());
}

async function readOnly(carrier: string, tx: Tx) {
  const [first, second] = await tx
    .select({ number: numbers.number, accountId: numbers.accountId })
    .from(numbers)
    .where(eq(numbers.carrier, carrier))
    .limit(2);
  return second ? undefined : first;
}
