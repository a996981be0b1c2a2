import { and, eq, sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";
import { getToken } from "./get-token";
import type { TokenKeeper } from "./keeper";

/**
 * Revokes a token with all its secrets: the next request with it, in any process, is refused. A second
 * time changes nothing. Throws not_found.
 */
export async function revokeToken(keeper: TokenKeeper & { tokenId: string }): Promise<TokenView> {
  await db()
    .update(tokens)
    .set({ revokedAt: sql`coalesce(${tokens.revokedAt}, now())` })
    .where(and(withinReach(keeper), eq(tokens.id, keeper.tokenId)));
  return getToken(keeper);
}
