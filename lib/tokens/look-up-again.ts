import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import type { Actor } from "../core/actor";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { tokenSentences } from "./sentences";

/** A token as it is by now. */
interface Current {
  version: number;
  dailyLimit: number | null;
}

/**
 * What actors of an account, for which the database was asked at the start of their requests, are by now: tokens with the
 * daily limit of now, or unauthorized for one that has ended meanwhile. All others stay as they are. One query for all
 * tokens, and none without them.
 */
export async function lookUpAgain(
  { accountId }: Pick<Actor, "accountId">,
  actors: readonly Actor[],
  tx: Tx,
): Promise<(actor: Actor) => Actor | AppError> {
  const hashes = [...new Set(actors.flatMap((each) => secretOf(each) ?? []))];
  const current = await selectSecrets(accountId, hashes, tx);
  return (actor) => {
    const hash = secretOf(actor);
    if (actor.kind !== "token" || hash === undefined) return actor;
    const token = current.get(hash);
    if (!token) return new AppError("unauthorized", tokenSentences.missingOrInvalid);
    const { dailyLimit: _before, ...rest } = actor;
    const limit = token.dailyLimit === null ? {} : { dailyLimit: token.dailyLimit };
    return { ...rest, ...limit, known: { hash, version: token.version } };
  };
}

/** The hash of the secret that the database knew; undefined for whoever is remembered only, or is no token. */
function secretOf(actor: Actor): string | undefined {
  return actor.kind === "token" && !actor.remembered ? actor.known?.hash : undefined;
}

/** By the secrets that work right now: during a rotation the one before does, too. */
async function selectSecrets(
  accountId: string,
  hashes: string[],
  tx: Tx,
): Promise<Map<string, Current>> {
  if (hashes.length === 0) return new Map();
  // One array parameter keeps the statement the same for any number of hashes; hex needs no quoting.
  const list = `{${hashes.join(",")}}`;
  const { hash, previousHash, previousUntil, version, dailyLimit } = tokens;
  const rows = await tx
    .select({
      ...{ hash, previousHash, version, dailyLimit },
      isPreviousAlive: sql<boolean>`coalesce(${previousUntil} > now(), false)`,
    })
    .from(tokens)
    .where(
      and(
        eq(tokens.accountId, accountId),
        sql`(${hash} = any(${list}::text[]) or ${previousHash} = any(${list}::text[]))`,
        isNull(tokens.revokedAt),
        or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
      ),
    );
  return new Map(
    rows.flatMap((row): [string, Current][] => {
      const { version, dailyLimit } = row;
      const secrets = row.isPreviousAlive ? [row.hash, row.previousHash] : [row.hash];
      return secrets.flatMap((each) => (each === null ? [] : [[each, { version, dailyLimit }]]));
    }),
  );
}
