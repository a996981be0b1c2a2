import { lte, sql } from "drizzle-orm";
import { tickets } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** Removes every ticket whose time has passed. */
export async function sweepTickets(): Promise<void> {
  await db().delete(tickets).where(lte(tickets.expiresAt, sql`now()`));
}
