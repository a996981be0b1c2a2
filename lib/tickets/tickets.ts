import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { tickets } from "@/drizzle/schema/accounts";
import { anyOf } from "../core/any-of";
import { db, type Tx } from "../core/db";

export type Ticket = typeof tickets.$inferSelect;
export type TicketKind = Ticket["kind"];

interface NewTicket {
  kind: TicketKind;
  userId: string;
  lifeMs: number;
  email?: string;
}

/**
 * Makes a ticket and returns its secret. Earlier ones of its kind stay, since strangers can ask for some of
 * them; only of e-mail changes, which the user asks for, the newest counts.
 */
export async function issueTicket(wanted: NewTicket, tx: Tx): Promise<string> {
  const { kind, userId, lifeMs, email } = wanted;
  const secret = randomBytes(32).toString("base64url");
  if (kind === "email") await dropTickets(userId, [kind], tx);
  await tx.insert(tickets).values({
    hash: hashOf(secret),
    kind,
    userId,
    email: email ?? null,
    expiresAt: new Date(Date.now() + lifeMs),
  });
  return secret;
}

/** The living ticket of a kind behind a secret, left as it is. */
export async function findTicket(kind: TicketKind, secret: string): Promise<Ticket | undefined> {
  const [ticket] = await db().select().from(tickets).where(isLiving(kind, secret));
  return ticket;
}

/** Uses a ticket up. Undefined when it is unknown, too old, or was used by someone quicker. */
export async function takeTicket(
  { kind, secret }: { kind: TicketKind; secret: string },
  tx: Tx,
): Promise<Ticket | undefined> {
  const [ticket] = await tx.delete(tickets).where(isLiving(kind, secret)).returning();
  return ticket;
}

/** Makes a user's tickets of some kinds worthless. */
export async function dropTickets(userId: string, kinds: TicketKind[], tx: Tx): Promise<void> {
  await tx.delete(tickets).where(and(eq(tickets.userId, userId), anyOf(tickets.kind, kinds)));
}

function isLiving(kind: TicketKind, secret: string): SQL | undefined {
  return and(
    eq(tickets.hash, hashOf(secret)),
    eq(tickets.kind, kind),
    gt(tickets.expiresAt, sql`now()`),
  );
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
