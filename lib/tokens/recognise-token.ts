import { sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import type { TokenProblem } from "./contract";
import { hashToken, isTokenWellFormed } from "./token-format";

export interface Recognised {
  accountId: string;
  problem: TokenProblem;
}

/** A token without its mode's prefix: this many characters. */
const secretLength = 38;
const prefixLength = "actio_live_".length;
/** A damaged token is only looked for among those made lately: it is for people at their first try. */
const recentDays = 7;

/**
 * Whose token a refused `Authorization` header was meant to carry, and what is wrong with it; null when that
 * cannot be told for certain. Tells nothing to the caller of the API: it is for the owner's own screen.
 */
export async function recogniseToken(header: string | null): Promise<Recognised | null> {
  const found = /actio_(live|test)_[0-9A-Za-z]*/.exec(header ?? "")?.[0];
  if (!header || !found) return null;
  const whole = found.slice(0, prefixLength + secretLength);
  if (isTokenWellFormed(whole)) return recogniseWhole(whole, header);
  return recogniseDamaged(found);
}

async function recogniseWhole(token: string, header: string): Promise<Recognised | null> {
  const hash = hashToken(token);
  const [row] = await db()
    .select({
      accountId: tokens.accountId,
      isRevoked: sql<boolean>`${tokens.revokedAt} is not null`,
      isExpired: sql<boolean>`coalesce(${tokens.expiresAt} <= now(), false)`,
      isReplaced: sql<boolean>`${tokens.hash} <> ${hash} and coalesce(${tokens.previousUntil} <= now(), true)`,
    })
    .from(tokens)
    .where(sql`${tokens.hash} = ${hash} or ${tokens.previousHash} = ${hash}`);
  if (!row) return null;
  const { accountId, isRevoked, isExpired, isReplaced } = row;
  if (isRevoked) return { accountId, problem: "revoked" };
  if (isExpired) return { accountId, problem: "expired" };
  if (isReplaced) return { accountId, problem: "replaced" };
  return { accountId, problem: problemOfHeader(header, token) };
}

function problemOfHeader(header: string, token: string): TokenProblem {
  const [before = "", after = ""] = header.split(token, 2);
  if (/["'`“”„‘’]/.test(before + after)) return "quoted";
  if (after.trim() !== "") return "extra_characters";
  if (!/^bearer\s/i.test(header)) return "no_bearer";
  if (!/^bearer +$/i.test(before)) return "extra_characters";
  return "wrong_address";
}

/** Of a damaged token only its ends can be compared; they must point to one account and no other. */
async function recogniseDamaged(token: string): Promise<Recognised | null> {
  const secret = token.slice(prefixLength);
  if (secret.length < 4) return null;
  const mode = token.slice("actio_".length, prefixLength - 1);
  const isShort = secret.length < secretLength;
  const ends = isShort
    ? sql`first_four = ${secret.slice(0, 4)}`
    : sql`(first_four = ${secret.slice(0, 4)} or last_four = ${secret.slice(-4)})`;
  const owners = await db().execute<{ accountId: string }>(sql`
    select distinct account_id as "accountId" from ${tokens}
    where mode = ${mode} and ${ends} and created_at > now() - ${recentDays} * interval '1 day'
    limit 2`);
  const [owner] = owners;
  if (!owner || owners.length > 1) return null;
  return { accountId: owner.accountId, problem: isShort ? "cut_short" : "mistyped" };
}
