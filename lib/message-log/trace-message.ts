import { and, asc, eq, or } from "drizzle-orm";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { tokens } from "@/drizzle/schema/tokens";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { plainJson } from "../core/plain-text";
import { getMessage } from "../messages/get-message";
import { noSuchMessage, readMessageId } from "../messages/read-message-id";
import { maskToken } from "../tokens/token-format";
import type { LedgerLine, MessageTrace } from "./log-contract";

/** The most characters of one report that are shown. */
const maxRawLength = 8000;

interface Wanted {
  actor: Actor;
  /** As on the wire, `msg_…`. */
  input: { messageId: string };
}

/** One message with its token, receipts, and ledger entries. Throws what `getMessage` does. */
export async function traceMessage({ actor, input }: Wanted): Promise<MessageTrace> {
  const { accountId } = actor;
  const id = readMessageId(input.messageId);
  const [detail, [row]] = await Promise.all([
    getMessage({ actor, input }),
    db()
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), eq(messages.id, id))),
  ]);
  if (!row) throw noSuchMessage();
  const [token, receipts, movements] = await Promise.all([
    tokenOf(accountId, row.tokenId),
    receiptsOf(accountId, id),
    movementsOf(accountId, [row.chargeId, row.refundId]),
  ]);
  const { carrierRef: carrier_ref, route } = row;
  return { ...detail, token, carrier_ref, route, receipts, movements };
}

async function tokenOf(accountId: string, id: string | null): Promise<MessageTrace["token"]> {
  if (id === null) return null;
  const [row] = await db()
    .select({ name: tokens.name, mode: tokens.mode, lastFour: tokens.lastFour })
    .from(tokens)
    .where(and(eq(tokens.accountId, accountId), eq(tokens.id, id)));
  if (!row) return null;
  const { name, mode, lastFour } = row;
  return { token_id: publicId("tok", id), name, masked: maskToken(mode, lastFour) };
}

async function receiptsOf(accountId: string, id: string): Promise<MessageTrace["receipts"]> {
  const rows = await db()
    .select({ at: messageEvents.at, source: messageEvents.source, raw: messageEvents.raw })
    .from(messageEvents)
    .where(
      and(
        eq(messageEvents.accountId, accountId),
        eq(messageEvents.messageId, id),
        or(eq(messageEvents.source, "carrier"), eq(messageEvents.type, "sent")),
      ),
    )
    .orderBy(asc(messageEvents.id));
  return rows.flatMap(({ at, source, raw }) => {
    if (raw === null) return [];
    const text = plainJson(raw, 2);
    const is_cut = text.length > maxRawLength;
    const is_response = source !== "carrier";
    return [{ at: at.toISOString(), is_response, raw: text.slice(0, maxRawLength), is_cut }];
  });
}

async function movementsOf(accountId: string, ids: (string | null)[]): Promise<LedgerLine[]> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return [];
  const rows = await db()
    .select({
      id: ledgerTransactions.id,
      number: ledgerTransactions.number,
      kind: ledgerTransactions.kind,
      amount: ledgerTransactions.gain,
      at: ledgerTransactions.createdAt,
    })
    .from(ledgerTransactions)
    .where(and(eq(ledgerTransactions.accountId, accountId), anyOf(ledgerTransactions.id, known)))
    .orderBy(asc(ledgerTransactions.id));
  return rows.map(({ at, kind, ...row }) => ({
    ...row,
    kind: kind === "refund" ? "refund" : "charge",
    at: at.toISOString(),
  }));
}
