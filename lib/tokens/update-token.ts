import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { countAll, countSettled } from "./_count-spent";
import { demandGrantable } from "./_demand-grantable";
import { startSpending } from "./_start-spending";
import { withinReach } from "./_within-reach";
import { type TokenView, UpdateTokenInput } from "./contract";
import { getToken } from "./get-token";
import { tokenSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** `wanted` is an `UpdateTokenInput` that nobody has checked. */
  input: { tokenId: string; wanted: unknown };
}

/**
 * Sets how many credits a token may spend on a day in UTC. What it has spent today counts, its campaigns at their start, and so
 * does every message that is accepted after this, unless its send waits for the account's row at this moment. Throws invalid_request, not_found, forbidden when a token would allow more
 * than it may itself or without `manage_tokens`, and conflict when the token has ended or somebody else changes it meanwhile.
 */
export async function updateToken({ actor, input }: Wanted): Promise<TokenView> {
  demandPermission(actor, "manage_tokens");
  const { tokenId } = input;
  const spender = { accountId: actor.accountId, tokenId };
  const { dailyLimit } = parseInput(UpdateTokenInput, input.wanted);
  const view = await getToken({ actor, input });
  const { name, mode, scopes, cidrs, daily_limit } = view;
  const expiresAt = view.expires_at === null ? null : new Date(view.expires_at);
  demandGrantable(actor, { mode, scopes, cidrs, expiresAt, dailyLimit });
  if (mode === "test" && dailyLimit !== null) {
    const sentence = tokenSentences.testIsFree;
    throw new AppError("invalid_request", sentence, { fields: { daily_limit: [sentence] } });
  }
  // One that has a limit already is counted all the time.
  const isFirst = daily_limit === null && dailyLimit !== null;
  const settled = isFirst ? await countSettled(spender) : null;
  await db().transaction(async (tx) => {
    if (settled) {
      await startSpending({ ...spender, ...(await countAll(spender, settled, tx)) }, tx);
    }
    await storeLimit(actor, { tokenId, before: daily_limit, dailyLimit }, tx);
    const target = { id: publicId("tok", tokenId), name };
    const changes = changesBetween({ daily_limit }, { daily_limit: dailyLimit });
    if (changes) await recordActivity({ actor, action: "token.updated", target, ...changes }, tx);
  });
  return getToken({ actor, input });
}

interface Change {
  tokenId: string;
  before: number | null;
  dailyLimit: number | null;
}

async function storeLimit(
  actor: Actor,
  { tokenId, before, dailyLimit }: Change,
  tx: Tx,
): Promise<void> {
  const alive = and(
    withinReach(actor),
    eq(tokens.id, tokenId),
    isNull(tokens.revokedAt),
    or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
  );
  const [token] = await tx
    .select({ dailyLimit: tokens.dailyLimit })
    .from(tokens)
    .where(alive)
    .for("no key update");
  if (!token) throw new AppError("conflict", tokenSentences.ended);
  // Without a limit in between, nobody would have counted.
  if (token.dailyLimit !== before) {
    throw new AppError("conflict", tokenSentences.changedMeanwhile, { retryAfterMs: 1000 });
  }
  await tx.update(tokens).set({ dailyLimit }).where(alive);
}
