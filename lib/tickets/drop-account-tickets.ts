import { eq, inArray } from "drizzle-orm";
import { tickets, users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Makes every ticket of an account's people worthless. */
export async function dropAccountTickets(accountId: string, tx: Tx): Promise<void> {
  const people = tx.select({ id: users.id }).from(users).where(eq(users.accountId, accountId));
  await tx.delete(tickets).where(inArray(tickets.userId, people));
}
