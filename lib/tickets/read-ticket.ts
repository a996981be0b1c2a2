import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { findTicket, type TicketKind } from "./tickets";

interface TicketView {
  /** Whose it is. */
  email: string;
  /** The address to be taken, of a ticket for one. */
  newEmail: string | null;
}

/** What a ticket is for, without using it up; null for a dead one. A page that is only looked at changes nothing. */
export async function readTicket(kind: TicketKind, secret: unknown): Promise<TicketView | null> {
  if (typeof secret !== "string" || secret === "") return null;
  const ticket = await findTicket(kind, secret);
  if (!ticket) return null;
  const [user] = await db()
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, ticket.userId));
  return user ? { email: user.email, newEmail: ticket.email } : null;
}
