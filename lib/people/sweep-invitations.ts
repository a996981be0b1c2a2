import { lte } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

/** For how long an owner can send one again that nobody accepted in time. */
const keptMs = daysOf("invitations") * 24 * 60 * 60_000;

/** Removes the invitations that expired a month ago, with the addresses. */
export async function sweepInvitations(): Promise<void> {
  const before = new Date((await databaseNow()).getTime() - keptMs);
  await db().delete(invitations).where(lte(invitations.expiresAt, before));
}
