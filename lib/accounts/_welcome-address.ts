import { welcomedAddresses } from "@/drizzle/schema/accounts";
import { hashForKey } from "../attempts/attempts";
import type { Tx } from "../core/db";
import { normalizeAddress } from "./_normalize-address";

/**
 * Remembers for good that an address has an account. Returns whether it is the first account that any
 * spelling of the address ever had; of two that come at the same moment, one is.
 */
export async function welcomeAddress(email: string, tx: Tx): Promise<boolean> {
  const added = await tx
    .insert(welcomedAddresses)
    .values({ hash: hashForKey(normalizeAddress(email)) })
    .onConflictDoNothing()
    .returning({ hash: welcomedAddresses.hash });
  return added.length > 0;
}
