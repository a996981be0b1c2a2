import { eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { tokens } from "@/drizzle/schema/tokens";
import { operatorOf, type RememberedToken } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { provenTokensClause } from "./proven-tokens-clause";
import { revokeToken } from "./revoke-token";
import { rotateToken } from "./rotate-token";
import { hashToken, makeToken } from "./token-format";

async function remember(token: string, tokenId: string): Promise<RememberedToken> {
  const [row] = await db()
    .select({ version: tokens.version })
    .from(tokens)
    .where(eq(tokens.id, tokenId));
  return { hash: hashToken(token), version: row?.version ?? -1 };
}

async function isProven(...remembered: RememberedToken[]): Promise<boolean> {
  const [row] = await db().execute<{ holds: boolean }>(
    sql`select ${provenTokensClause(remembered)} as holds`,
  );
  return row?.holds ?? false;
}

const soon = sql`now() + interval '50 milliseconds'`;

function change(tokenId: string, to: PgUpdateSetSource<typeof tokens>) {
  return db().update(tokens).set(to).where(eq(tokens.id, tokenId));
}

describe("proving remembered tokens", () => {
  it("holds for no token, and for living ones, named as often as they like", async () => {
    const [one, other] = await Promise.all([mintAccount(), mintAccount()]);
    const first = await remember(one.token, one.tokenId);
    const second = await remember(other.token, other.tokenId);
    expect(await isProven()).toBe(true);
    expect(await isProven(first, second, first)).toBe(true);
  });

  it("fails for the whole batch when one token is unknown or revoked", async () => {
    const [one, other] = await Promise.all([mintAccount(), mintAccount()]);
    const first = await remember(one.token, one.tokenId);
    const second = await remember(other.token, other.tokenId);
    expect(await isProven(first, { hash: hashToken(makeToken("live")), version: 0 })).toBe(false);
    const actor = operatorOf(other.accountId);
    await revokeToken({ actor, input: { tokenId: other.tokenId } });
    expect(await isProven(first, second)).toBe(false);
    expect(await isProven(first)).toBe(true);
  });

  it("fails when its time is over, without any change to it", async () => {
    const { token, tokenId } = await mintAccount();
    await change(tokenId, { expiresAt: soon });
    const soonOver = await remember(token, tokenId);
    await expect.poll(() => isProven(soonOver)).toBe(false);
  });

  it("holds for the previous secret of a rotation until its grace ends", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const before = await remember(token, tokenId);
    const { token: fresh } = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted: { grace_hours: 1 } },
    });
    expect(await isProven(before)).toBe(false);
    expect(await isProven(await remember(token, tokenId))).toBe(true);
    await change(tokenId, { previousUntil: soon });
    const previous = await remember(token, tokenId);
    await expect.poll(() => isProven(previous)).toBe(false);
    expect(await isProven(await remember(fresh, tokenId))).toBe(true);
  });

  it("fails after any change but the notes of its use", async () => {
    const { token, tokenId } = await mintAccount();
    const changes: PgUpdateSetSource<typeof tokens>[] = [
      { scopes: ["read"] },
      { mode: "test" },
      { allowedCidrs: ["192.0.2.0/24"] },
      { expiresAt: new Date(Date.now() + 3_600_000) },
      { accountId: (await mintAccount()).accountId },
      { name: "renamed", version: 0 },
    ];
    for (const to of changes) {
      const before = await remember(token, tokenId);
      await change(tokenId, to);
      expect(await isProven(before), JSON.stringify(to)).toBe(false);
    }
    const before = await remember(token, tokenId);
    await change(tokenId, { version: 99 });
    expect(await isProven(before)).toBe(true);
  });
});
