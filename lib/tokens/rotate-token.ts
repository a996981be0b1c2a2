import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { demandGrantable } from "./_demand-grantable";
import { withinReach } from "./_within-reach";
import { RotateTokenInput, type TokenView } from "./contract";
import { getToken } from "./get-token";
import { tokenSentences } from "./sentences";
import { hashToken, makeToken, tokenEnds } from "./token-format";

export interface RotatedToken {
  /** The new secret. This is the only time it exists outside the customer's hands. */
  token: string;
  view: TokenView;
}

interface Wanted {
  actor: Actor;
  /** `wanted` is a `RotateTokenInput` that nobody has checked. */
  input: { tokenId: string; wanted?: unknown };
}

/**
 * Gives a token a new secret; id, name, scopes, mode and limits stay. Current secret expires with the
 * commit, or after `grace_hours`; one from an earlier rotation ends now. Throws not_found, forbidden, and
 * conflict when the token has ended.
 */
export async function rotateToken({ actor, input }: Wanted): Promise<RotatedToken> {
  demandPermission(actor, "manage_tokens");
  const { tokenId } = input;
  const { graceHours } = parseInput(RotateTokenInput, input.wanted ?? {});
  const {
    mode,
    scopes,
    cidrs,
    expires_at,
    daily_limit: dailyLimit,
  } = await getToken({ actor, input });
  const expiresAt = expires_at === null ? null : new Date(expires_at);
  // Its own secret gives a token nothing that it does not have.
  if (actor.kind !== "token" || actor.tokenId !== tokenId) {
    demandGrantable(actor, { mode, scopes, cidrs, expiresAt, dailyLimit });
  }
  const token = makeToken(mode);
  await db().transaction(async (tx) => {
    const name = await storeSecret({ actor, tokenId, token, graceHours }, tx);
    const target = { id: publicId("tok", tokenId), name };
    const after = { grace_hours: graceHours };
    await recordActivity({ actor, action: "token.rotated", target, after }, tx);
  });
  return { token, view: await getToken({ actor, input }) };
}

interface Rotation {
  actor: Actor;
  tokenId: string;
  token: string;
  graceHours: number;
}

/** Returns the name of the token. Throws conflict when it has ended. */
async function storeSecret(
  { actor, tokenId, token, graceHours }: Rotation,
  tx: Tx,
): Promise<string> {
  // What stands right of the equals sign is the row as it was, also when two rotate at once.
  const kept = graceHours > 0 ? sql`hash` : null;
  const [rotated] = await tx
    .update(tokens)
    .set({
      hash: hashToken(token),
      ...tokenEnds(token),
      rotatedAt: sql`now()`,
      previousHash: kept,
      previousLastFour: kept && sql`last_four`,
      previousUntil: kept && sql`now() + ${graceHours} * interval '1 hour'`,
    })
    .where(
      and(
        withinReach(actor),
        eq(tokens.id, tokenId),
        isNull(tokens.revokedAt),
        or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
      ),
    )
    .returning({ name: tokens.name });
  if (!rotated) throw new AppError("conflict", tokenSentences.ended);
  return rotated.name;
}
