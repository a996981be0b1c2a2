import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { tokens } from "@/drizzle/schema/tokens";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { CreateTokenInput, type TokenMode, type TokenScope } from "./contract";
import { hashToken, makeToken } from "./token-format";

const mostActive = 50;

export interface CreatedToken {
  tokenId: string;
  /** The token itself. This is the only time it exists outside the customer's hands. */
  token: string;
  name: string;
  mode: TokenMode;
  scopes: TokenScope[];
  lastFour: string;
  createdAt: Date;
}

/** Makes a token for an account. Only its hash is kept, so it can be shown this once. */
export async function createToken(
  input: CreateTokenInput & { accountId: string },
): Promise<CreatedToken> {
  const { accountId } = input;
  const { name, mode, scopes, expiresAt } = parseInput(CreateTokenInput, input);
  const token = makeToken(mode);
  const shown = { name, mode, scopes, lastFour: token.slice(-4), createdAt: new Date() };
  const tokenId = newId();
  await db().transaction(async (tx) => {
    await demandRoom(accountId, tx);
    await tx.insert(tokens).values({
      id: tokenId,
      accountId,
      hash: hashToken(token),
      expiresAt: expiresAt ?? null,
      ...shown,
    });
  });
  return { tokenId, token, ...shown };
}

/** Holds the account's row until commit, so that two tokens at once cannot both be the fiftieth. */
async function demandRoom(accountId: string, tx: Tx): Promise<void> {
  const locked = await tx.execute(
    sql`select 1 from ${accounts} where id = ${accountId} for update`,
  );
  if (locked.length === 0) throw new AppError("not_found", "There is no such account.");
  const active = await tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(
      and(
        eq(tokens.accountId, accountId),
        isNull(tokens.revokedAt),
        or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
      ),
    );
  if (active.length >= mostActive) {
    throw new AppError(
      "conflict",
      `An account has at most ${mostActive} active tokens. Revoke one first.`,
    );
  }
}
