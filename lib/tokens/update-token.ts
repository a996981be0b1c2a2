import { and, eq, isNull, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { tokens } from "@/drizzle/schema/tokens";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { clockDriftMs, firstIdAt, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
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
 * Sets how many credits a token may spend on a day in UTC. What it has spent today counts, and so does every message that is
 * accepted after this. Throws invalid_request, not_found, forbidden when a token would allow more than it may itself or
 * without `manage_tokens`, and conflict when the token has ended.
 */
export async function updateToken({ actor, input }: Wanted): Promise<TokenView> {
  demandPermission(actor, "manage_tokens");
  const { tokenId } = input;
  const { accountId } = actor;
  const { dailyLimit } = parseInput(UpdateTokenInput, input.wanted);
  const { name, mode, scopes, cidrs, expires_at, daily_limit } = await getToken({ actor, input });
  const expiresAt = expires_at === null ? null : new Date(expires_at);
  demandGrantable(actor, { mode, scopes, cidrs, expiresAt, dailyLimit });
  if (mode === "test" && dailyLimit !== null) {
    const sentence = tokenSentences.testIsFree;
    throw new AppError("invalid_request", sentence, { fields: { daily_limit: [sentence] } });
  }
  const credits = dailyLimit === null ? 0 : await spentToday(accountId, tokenId);
  await db().transaction(async (tx) => {
    if (dailyLimit !== null) await startSpending({ accountId, tokenId, credits }, tx);
    const [changed] = await tx
      .update(tokens)
      .set({ dailyLimit })
      .where(and(withinReach(actor), eq(tokens.id, tokenId), isNull(tokens.revokedAt)))
      .returning({ id: tokens.id });
    if (!changed) throw new AppError("conflict", tokenSentences.ended);
    const target = { id: publicId("tok", tokenId), name };
    const changes = changesBetween({ daily_limit }, { daily_limit: dailyLimit });
    if (changes) await recordActivity({ actor, action: "token.updated", target, ...changes }, tx);
  });
  return getToken({ actor, input });
}

/** Nobody counted for the token before it had a limit: its messages say what they cost. */
async function spentToday(accountId: string, tokenId: string): Promise<number> {
  const day = (await databaseNow()).toISOString().slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const [sum] = await db().execute<{ credits: string }>(sql`
    select coalesce(sum(credits), 0) as credits from ${messages}
    where account_id = ${accountId} and token_id = ${tokenId} and not test
      and id >= ${firstIdAt(midnight - clockDriftMs)}::uuid and created_at >= ${new Date(midnight).toISOString()}`);
  return Number(sum?.credits ?? 0);
}
