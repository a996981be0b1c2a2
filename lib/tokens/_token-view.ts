import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { tokenHours, tokenSpending, tokens, tokenUses } from "@/drizzle/schema/tokens";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import type { TokenScope, TokenView } from "./contract";
import { maskToken } from "./token-format";

const maxListed = 500;

/** Those of the actor's tokens that `where` picks, in the words of the wire, newest first. */
export async function selectTokenViews(
  { accountId }: Pick<Actor, "accountId">,
  where: SQL | undefined,
): Promise<TokenView[]> {
  const rows = await db()
    .select({
      id: tokens.id,
      name: tokens.name,
      mode: tokens.mode,
      lastFour: tokens.lastFour,
      scopes: tokens.scopes,
      allowedCidrs: tokens.allowedCidrs,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      dailyLimit: tokens.dailyLimit,
      spentToday:
        sql<number>`(select coalesce(sum(kept.credits), 0)::int8 from ${tokenSpending} kept
        where kept.account_id = ${accountId}::uuid and kept.token_id = tokens.id
          and kept.day = (now() at time zone 'UTC')::date)`.mapWith(Number),
      lastUsedAt: tokenUses.lastUsedAt,
      lastUsedAddress: tokenUses.lastUsedAddress,
      rotatedAt: tokens.rotatedAt,
      previousLastFour: tokens.previousLastFour,
      previousUntil: tokens.previousUntil,
      revokedAt: tokens.revokedAt,
      requests: sql<number>`(select coalesce(sum(hours.requests), 0)::int from ${tokenHours} hours
        where hours.account_id = ${accountId}::uuid and hours.token_id = tokens.id
          and hours.hour > now() - interval '24 hours')`,
    })
    .from(tokens)
    .leftJoin(tokenUses, and(eq(tokenUses.accountId, accountId), eq(tokenUses.tokenId, tokens.id)))
    .where(where)
    .orderBy(desc(tokens.id))
    .limit(maxListed);
  return rows.map(toTokenView);
}

type Row = Omit<
  typeof tokens.$inferSelect,
  "accountId" | "hash" | "previousHash" | "firstFour" | "version" | "renewals"
> &
  Pick<typeof tokenUses.$inferSelect, "lastUsedAddress"> & {
    lastUsedAt: Date | null;
    requests: number;
    spentToday: number;
  };

function toTokenView(row: Row): TokenView {
  return {
    token_id: publicId("tok", row.id),
    name: row.name,
    mode: row.mode,
    scopes: row.scopes as TokenScope[],
    masked: maskToken(row.mode, row.lastFour),
    cidrs: row.allowedCidrs ?? [],
    daily_limit: row.dailyLimit,
    spent_today: row.dailyLimit === null ? null : row.spentToday,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    last_used_address: row.lastUsedAddress,
    requests_24h: row.requests,
    rotated_at: row.rotatedAt?.toISOString() ?? null,
    previous_secret: previousSecret(row),
    revoked_at: row.revokedAt?.toISOString() ?? null,
  };
}

/** The secret before the last rotation, unless it has ended: by itself, with the token, or by its revocation. */
function previousSecret(row: Row): TokenView["previous_secret"] {
  const { mode, previousLastFour, previousUntil, expiresAt, revokedAt } = row;
  if (!previousLastFour || !previousUntil || revokedAt) return null;
  const endsAt = expiresAt && expiresAt < previousUntil ? expiresAt : previousUntil;
  if (endsAt.getTime() <= Date.now()) return null;
  return { masked: maskToken(mode, previousLastFour), ends_at: endsAt.toISOString() };
}
