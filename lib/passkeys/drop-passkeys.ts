import { eq } from "drizzle-orm";
import { passkeys } from "@/drizzle/schema/passkeys";
import type { Tx } from "../core/db";

/** Removes every passkey of a user, and returns how many there were. */
export async function dropPasskeys(userId: string, tx: Tx): Promise<number> {
  const dropped = await tx
    .delete(passkeys)
    .where(eq(passkeys.userId, userId))
    .returning({ id: passkeys.id });
  return dropped.length;
}
