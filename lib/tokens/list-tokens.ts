import { desc, eq } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import type { TokenMode } from "./contract";

export interface TokenSummary {
  tokenId: string;
  name: string;
  mode: TokenMode;
  /** Enough to tell tokens apart: `actio_live_…c2a9`. */
  masked: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedAddress: string | null;
  revokedAt: Date | null;
}

/** An account's tokens, newest first, revoked ones among them. */
export async function listTokens(accountId: string): Promise<TokenSummary[]> {
  const rows = await db()
    .select({
      tokenId: tokens.id,
      name: tokens.name,
      mode: tokens.mode,
      lastFour: tokens.lastFour,
      scopes: tokens.scopes,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      lastUsedAt: tokens.lastUsedAt,
      lastUsedAddress: tokens.lastUsedAddress,
      revokedAt: tokens.revokedAt,
    })
    .from(tokens)
    .where(eq(tokens.accountId, accountId))
    .orderBy(desc(tokens.id));
  return rows.map(({ lastFour, ...row }) => ({ ...row, masked: `actio_${row.mode}_…${lastFour}` }));
}
