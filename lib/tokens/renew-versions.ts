import { and, eq, isNull, sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import type { Tx } from "../core/db";

/**
 * Gives the tokens of an account a new version, because something changed that processes remember with them: whatever
 * remembers one finds it out with its next send, and looks it up.
 */
export async function renewVersions(accountId: string, tx: Tx): Promise<void> {
  await tx
    .update(tokens)
    .set({ renewals: sql`${tokens.renewals} + 1` })
    .where(and(eq(tokens.accountId, accountId), isNull(tokens.revokedAt)));
}
