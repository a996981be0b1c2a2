import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import { AppError } from "../core/errors";

interface Revocation {
  accountId: string;
  tokenId: string;
}

export interface RevokedToken {
  tokenId: string;
  name: string;
  revokedAt: Date;
}

/** Revokes a token: the next request with it, in any process, is refused. A second time changes nothing. */
export async function revokeToken({ accountId, tokenId }: Revocation): Promise<RevokedToken> {
  const [token] = z.guid().safeParse(tokenId).success ? await revoke({ accountId, tokenId }) : [];
  if (!token?.revokedAt) throw new AppError("not_found", "There is no such token.");
  return { ...token, revokedAt: token.revokedAt };
}

function revoke({ accountId, tokenId }: Revocation) {
  return db()
    .update(tokens)
    .set({ revokedAt: sql`coalesce(${tokens.revokedAt}, now())` })
    .where(and(eq(tokens.id, tokenId), eq(tokens.accountId, accountId)))
    .returning({ tokenId: tokens.id, name: tokens.name, revokedAt: tokens.revokedAt });
}
