import { eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { tokens } from "@/drizzle/schema/tokens";
import type { RememberedToken, Scope, TokenActor } from "../core/actor";
import { addressList } from "../core/address-list";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { limitsOf } from "../core/limits-of";
import { microBatch } from "../queue/micro-batch";
import { recordTokenUse } from "./record-token-use";
import { tokenSentences } from "./sentences";
import { hashToken, isTokenWellFormed } from "./token-format";

export interface AuthenticatedToken extends TokenActor {
  accountStatus: (typeof accounts.$inferSelect)["status"];
  /** By what `rememberToken` remembers it. */
  known: RememberedToken;
}

/**
 * Who calls: reads the `Authorization` header and looks the token up, in the database whatever is remembered: a revoked
 * token ends with the commit that revoked it. Whatever is wrong with it, the answer is the same.
 */
export async function authenticateToken(
  header: string | null,
  address: string | null,
): Promise<AuthenticatedToken> {
  const token = bearerOf(header);
  if (token === undefined || !isTokenWellFormed(token)) throw refusal();
  const hash = hashToken(token);
  const row = await lookUp(hash);
  if (!row || !isAddressAllowed(address, row.allowedCidrs)) throw refusal();
  const { tokenId, accountId, mode, scopes, expiresAt, allowedCidrs, accountStatus } = row;
  const actor: AuthenticatedToken = {
    kind: "token",
    ...{ tokenId, accountId, mode, expiresAt, accountStatus, address },
    scopes: scopes as Scope[],
    limits: limitsOf(row),
    cidrs: allowedCidrs ?? [],
    ...(row.dailyLimit === null ? {} : { dailyLimit: row.dailyLimit }),
    source: "api",
    language: "en",
    known: { hash, version: row.version },
  };
  recordTokenUse({ actor });
  return actor;
}

/** The token in an `Authorization` header, whatever it is worth; undefined when there is none. */
export function bearerOf(header: string | null): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1];
}

type Row = Awaited<ReturnType<typeof selectByHashes>>[number];

/** Concurrent look-ups share one statement: what arrives while one is under way goes with the next. */
const lookUp = microBatch<string, Row | undefined>({
  maxBatch: 512,
  keyOf: () => "all",
  run: async (_key, hashes) => {
    const rows = new Map((await selectByHashes(hashes)).flatMap(workingSecrets));
    return hashes.map((each) => rows.get(each));
  },
});

function selectByHashes(hashes: string[]) {
  // One array parameter keeps the statement the same for any number of hashes; hex needs no quoting.
  const list = `{${hashes.join(",")}}`;
  return db()
    .select({
      tokenId: tokens.id,
      accountId: tokens.accountId,
      hash: tokens.hash,
      previousHash: tokens.previousHash,
      mode: tokens.mode,
      scopes: tokens.scopes,
      expiresAt: tokens.expiresAt,
      allowedCidrs: tokens.allowedCidrs,
      dailyLimit: tokens.dailyLimit,
      version: tokens.version,
      accountStatus: accounts.status,
      requestsPerSecond: accounts.requestsPerSecond,
      requestsPerMinute: accounts.requestsPerMinute,
      messagesPerMinute: accounts.messagesPerMinute,
      testMessagesPerMinute: accounts.testMessagesPerMinute,
      // By the database's clock: whatever process is asked, a token ends at one instant.
      isAlive: sql<boolean>`${tokens.revokedAt} is null
        and (${tokens.expiresAt} is null or ${tokens.expiresAt} > now())`,
      isPreviousAlive: sql<boolean>`coalesce(${tokens.previousUntil} > now(), false)`,
    })
    .from(tokens)
    .innerJoin(accounts, eq(accounts.id, tokens.accountId))
    .where(
      sql`${tokens.hash} = any(${list}::text[]) or ${tokens.previousHash} = any(${list}::text[])`,
    );
}

/** The hashes by which a token can be called right now: its secret, and during a rotation the one before. */
function workingSecrets(row: Row): [string, Row][] {
  const { hash, previousHash, isAlive, isPreviousAlive } = row;
  if (!isAlive) return [];
  return previousHash && isPreviousAlive
    ? [
        [hash, row],
        [previousHash, row],
      ]
    : [[hash, row]];
}

function isAddressAllowed(address: string | null, cidrs: string[] | null): boolean {
  if (!cidrs || cidrs.length === 0) return true;
  return addressList(cidrs)(address);
}

function refusal(): AppError {
  return new AppError("unauthorized", tokenSentences.missingOrInvalid);
}
