import { and, eq, sql } from "drizzle-orm";
import { inboundParts } from "@/drizzle/schema/inbound";
import type { InboundMessage } from "../carriers/carrier";
import type { Tx } from "../core/db";
import { storableJson } from "../core/storable-text";

export type PartMessage = InboundMessage & { part: NonNullable<InboundMessage["part"]> };

/** A part as it is stored. A joined one stays for a while, so that its repetition is known. */
interface StoredPart extends Omit<InboundMessage, "at"> {
  at: string | null;
  isJoined?: boolean;
}

type Row = typeof inboundParts.$inferSelect;

/**
 * Stores the part of a long message. Returns the whole message when this was the last part, else nothing. Phones use the
 * same group again: when another message's part has the place, what came of that message is returned as it is.
 */
export async function joinParts(
  carrier: string,
  { part, ...message }: PartMessage,
  tx: Tx,
): Promise<InboundMessage[]> {
  const { group, number, total } = part;
  // Two parts at the same moment wait for each other, or neither would find all.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${carrier} ${group}`}, 0))`,
  );
  const held = await readParts(carrier, group, tx);
  const place = held.find((row) => row.number === number);
  if (place && partOf(place).ref === message.ref) return [];
  const isOver = held.some((row) => partOf(row).isJoined || row.total !== total) || place;
  const rest = isOver ? asTheyAre(await takeParts(carrier, group, tx)) : [];
  const before = isOver ? [] : held;
  const stored = { ...message, raw: storableJson(message.raw) ?? null };
  await tx.insert(inboundParts).values({ carrier, group, number, total, message: stored });
  if (before.length + 1 < total) return rest;
  const [whole] = asTheyAre(await readParts(carrier, group, tx));
  await tx
    .update(inboundParts)
    .set({ message: sql`${inboundParts.message} || '{"isJoined": true}'` })
    .where(ofGroup(carrier, group));
  return whole ? [...rest, whole] : rest;
}

/** The message that these parts are, as far as they have come; none for parts that were joined. */
export function asTheyAre(rows: Row[]): InboundMessage[] {
  const parts = rows.toSorted((a, b) => a.number - b.number).map(partOf);
  const [first] = parts;
  if (!first || first.isJoined) return [];
  const { isJoined: _, at, ...message } = first;
  return [
    {
      ...message,
      at: at ? new Date(at) : null,
      body: parts.map(({ body }) => body).join(""),
      raw: parts.map(({ ref, raw }) => ({ ref, raw })),
    },
  ];
}

/** Deletes the parts of a group, and returns them. */
export function takeParts(carrier: string, group: string, tx: Tx): Promise<Row[]> {
  return tx.delete(inboundParts).where(ofGroup(carrier, group)).returning();
}

function readParts(carrier: string, group: string, tx: Tx): Promise<Row[]> {
  return tx.select().from(inboundParts).where(ofGroup(carrier, group));
}

function ofGroup(carrier: string, group: string) {
  return and(eq(inboundParts.carrier, carrier), eq(inboundParts.group, group));
}

function partOf(row: Row): StoredPart {
  return row.message as StoredPart;
}
