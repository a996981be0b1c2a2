import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { tokens } from "@/drizzle/schema/tokens";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { authenticateToken } from "./authenticate-token";
import { createToken } from "./create-token";
import { getToken } from "./get-token";
import { revokeToken } from "./revoke-token";
import { rotateToken } from "./rotate-token";

const enter = (token: string) => authenticateToken(`Bearer ${token}`, "192.0.2.1");
const refused = { code: "unauthorized", message: "The token is missing or not valid." };

async function endGrace(tokenId: string): Promise<void> {
  await db().update(tokens).set({ previousUntil: sql`now()` }).where(eq(tokens.id, tokenId));
}

describe("rotating a token", () => {
  it("ends the old secret with the commit when no grace is asked for", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const rotated = await rotateToken({ actor: operatorOf(accountId), input: { tokenId } });
    await expect(enter(token)).rejects.toMatchObject(refused);
    expect(await enter(rotated.token)).toMatchObject({ tokenId });
    expect(rotated.view.previous_secret).toBeNull();
  });

  it("lets both secrets in until the grace ends, then the old one is refused at once", async () => {
    const { accountId, token, tokenId } = await mintAccount({ mode: "test" });
    const { token: fresh, view } = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted: { grace_hours: 24 } },
    });
    expect(await Promise.all([enter(token), enter(fresh)])).toEqual([
      expect.objectContaining({ tokenId }),
      expect.objectContaining({ tokenId }),
    ]);
    expect(view.previous_secret?.masked).toBe(`actio_test_…${token.slice(-4)}`);
    const leftMs = Date.parse(view.previous_secret?.ends_at ?? "") - Date.now();
    expect(leftMs / 3_600_000).toBeCloseTo(24, 1);
    await endGrace(tokenId);
    await expect(enter(token)).rejects.toMatchObject(refused);
    expect(await enter(fresh)).toMatchObject({ tokenId });
    expect(
      (await getToken({ actor: operatorOf(accountId), input: { tokenId } })).previous_secret,
    ).toBeNull();
  });

  it("keeps id, name, scopes, mode, expiry and addresses", async () => {
    const { accountId } = await mintAccount();
    const made = await createToken({
      actor: operatorOf(accountId),
      input: {
        name: "Shop",
        mode: "test",
        scopes: ["read"],
        expires_at: "2099-01-01T00:00:00Z",
        cidrs: ["192.0.2.0/24"],
      },
    });
    const { view } = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId: made.tokenId, wanted: { grace_hours: 168 } },
    });
    const { masked: _, rotated_at, previous_secret, ...kept } = made.view;
    expect([rotated_at, previous_secret]).toEqual([null, null]);
    expect(view).toMatchObject(kept);
    expect(view.rotated_at).not.toBeNull();
  });

  it("keeps one old secret: a second rotation ends the one before the last", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const second = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted: { grace_hours: 1 } },
    });
    const third = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted: { grace_hours: 1 } },
    });
    await expect(enter(token)).rejects.toMatchObject(refused);
    for (const each of [second, third]) await expect(enter(each.token)).resolves.toBeDefined();
  });

  it("two at once leave two secrets at most, and both callers' answers are true", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const both = await Promise.all(
      [1, 1].map((grace_hours) =>
        rotateToken({ actor: operatorOf(accountId), input: { tokenId, wanted: { grace_hours } } }),
      ),
    );
    for (const each of both) await expect(enter(each.token)).resolves.toMatchObject({ tokenId });
    await expect(enter(token)).rejects.toMatchObject(refused);
  });

  it("revoking ends both secrets", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const { token: fresh } = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted: { grace_hours: 168 } },
    });
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    for (const each of [token, fresh]) await expect(enter(each)).rejects.toMatchObject(refused);
  });

  it("an expiry ends both secrets, however long the grace", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const { token: fresh } = await rotateToken({
      actor: operatorOf(accountId),
      input: { tokenId, wanted: { grace_hours: 168 } },
    });
    const expiresAt = new Date(Date.now() + 60_000);
    await db().update(tokens).set({ expiresAt }).where(eq(tokens.id, tokenId));
    const view = await getToken({ actor: operatorOf(accountId), input: { tokenId } });
    expect(view.previous_secret?.ends_at).toBe(expiresAt.toISOString());
    await db().update(tokens).set({ expiresAt: sql`now()` }).where(eq(tokens.id, tokenId));
    for (const each of [token, fresh]) await expect(enter(each)).rejects.toMatchObject(refused);
  });

  it("refuses what has ended, what is not there and a grace that cannot be", async () => {
    const { accountId, tokenId } = await mintAccount();
    const other = await mintAccount();
    for (const grace_hours of [-1, 169, 1.5]) {
      await expect(
        rotateToken({ actor: operatorOf(accountId), input: { tokenId, wanted: { grace_hours } } }),
      ).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { grace_hours: ["Enter a whole number of hours from 0 to 168."] } },
      });
    }
    const foreign = rotateToken({ actor: operatorOf(other.accountId), input: { tokenId } });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    await expect(
      rotateToken({ actor: operatorOf(accountId), input: { tokenId } }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

it("finds both secrets of a token without reading the whole table", async () => {
  await db().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const plan = await tx.execute(sql`
      explain select 1 from tokens
      where hash = any(array['a', 'b']) or previous_hash = any(array['a', 'b'])`);
    expect(JSON.stringify(plan)).toContain("tokens_previous_hash_unique");
  });
});
