import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { tokens } from "@/drizzle/schema/tokens";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { demandGrantable } from "./_demand-grantable";
import { normaliseCidr } from "./_normalise-cidr";
import { startSpending } from "./_start-spending";
import { CreateTokenInput, type TokenView } from "./contract";
import { getToken } from "./get-token";
import { tokenSentences } from "./sentences";
import { hashToken, makeToken, tokenEnds } from "./token-format";

const maxActive = 50;

export interface CreatedToken {
  tokenId: string;
  /** The token itself. This is the only time it exists outside the customer's hands. */
  token: string;
  view: TokenView;
}

interface Wanted {
  actor: Actor;
  /** A `CreateTokenInput` that nobody has checked. */
  input: unknown;
}

/**
 * Makes a token for an account. Only its hash is kept, so it can be shown this once. Throws
 * invalid_request, forbidden when a token asks for one that reaches further than itself, and conflict at 50 active ones.
 */
export async function createToken({ actor, input }: Wanted): Promise<CreatedToken> {
  demandPermission(actor, "manage_tokens");
  const { accountId } = actor;
  const { cidrs: written, ...wanted } = parseInput(CreateTokenInput, input);
  const cidrs = [...new Set(written.map(normaliseCidr))];
  demandGrantable(actor, { ...wanted, cidrs });
  const token = makeToken(wanted.mode);
  const tokenId = newId();
  await db().transaction(async (tx) => {
    await demandRoom(accountId, tx);
    await tx.insert(tokens).values({
      ...wanted,
      id: tokenId,
      accountId,
      hash: hashToken(token),
      ...tokenEnds(token),
      allowedCidrs: cidrs.length > 0 ? cidrs : null,
    });
    if (wanted.dailyLimit !== null) {
      const day = (await databaseNow(tx)).toISOString().slice(0, 10);
      await startSpending({ accountId, tokenId, day, credits: 0 }, tx);
    }
    const { name, mode, scopes, expiresAt, dailyLimit } = wanted;
    const expires_at = expiresAt?.toISOString() ?? null;
    const after = { mode, scopes, cidrs, expires_at, daily_limit: dailyLimit };
    const target = { id: publicId("tok", tokenId), name };
    await recordActivity({ actor, action: "token.created", target, after }, tx);
  });
  return { tokenId, token, view: await getToken({ actor, input: { tokenId } }) };
}

/** Holds the account's row until commit, so that two tokens at once cannot both be the fiftieth. */
async function demandRoom(accountId: string, tx: Tx): Promise<void> {
  const locked = await tx.execute(
    sql`select 1 from ${accounts} where id = ${accountId} for update`,
  );
  if (locked.length === 0) throw new AppError("not_found", coreSentences.accountNotFound);
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
  if (active.length >= maxActive) {
    throw new AppError("conflict", tokenSentences.tooMany({ max: maxActive }));
  }
}
