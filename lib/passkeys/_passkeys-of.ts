import { asc, eq } from "drizzle-orm";
import { passkeys } from "@/drizzle/schema/passkeys";
import type { Tx } from "../core/db";

/** A person's passkeys, the oldest first: at most twenty. */
export function passkeysOf(userId: string, tx: Tx): Promise<(typeof passkeys.$inferSelect)[]> {
  return tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}
