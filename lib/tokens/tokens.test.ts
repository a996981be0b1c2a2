import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { tokens } from "@/drizzle/schema/tokens";
import { db, sqlPool } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { authenticateToken } from "./authenticate-token";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";
import { makeToken } from "./token-format";

const bearer = (token: string) => `Bearer ${token}`;
const refused = { code: "unauthorized", message: "The token is missing or not valid." };

describe("authenticating a token", () => {
  it("says whose it is and what it may do", async () => {
    const { accountId, token, tokenId } = await mintAccount({ mode: "test" });
    expect(await authenticateToken(bearer(token), null)).toEqual({
      tokenId,
      accountId,
      mode: "test",
      scopes: ["send", "read", "manage"],
      accountStatus: "active",
    });
  });

  it("gives the missing, malformed, unknown, revoked, expired and unlisted address one answer", async () => {
    const { accountId, token } = await mintAccount();
    const revoked = await createToken({ accountId, name: "revoked", mode: "live" });
    await revokeToken({ accountId, tokenId: revoked.tokenId });
    const expired = await createToken({ accountId, name: "expired", mode: "live" });
    await change(expired.tokenId, { expiresAt: new Date(Date.now() - 1) });
    const fenced = await createToken({ accountId, name: "fenced", mode: "live" });
    await change(fenced.tokenId, { allowedCidrs: ["192.0.2.0/24"] });
    const headers = [
      null,
      "",
      "Bearer",
      token,
      `Basic ${token}`,
      bearer(makeToken("live")),
      bearer(revoked.token),
      bearer(expired.token),
      bearer(fenced.token),
    ];
    for (const header of headers) {
      await expect(authenticateToken(header, "198.51.100.1")).rejects.toMatchObject(refused);
    }
  });

  it("refuses a typo without a query", async () => {
    const { token } = await mintAccount();
    const typo = token.slice(0, -1) + (token.endsWith("a") ? "b" : "a");
    const query = vi.spyOn(sqlPool(), "unsafe");
    await expect(authenticateToken(bearer(typo), null)).rejects.toMatchObject(refused);
    expect(query).not.toHaveBeenCalled();
    await authenticateToken(bearer(token), null);
    expect(query).toHaveBeenCalled();
    query.mockRestore();
  });

  it("stops a revoked token at once, also among requests that are under way", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    await authenticateToken(bearer(token), null);
    const before = Promise.allSettled(
      Array.from({ length: 20 }, () => authenticateToken(bearer(token), null)),
    );
    await revokeToken({ accountId, tokenId });
    await expect(authenticateToken(bearer(token), null)).rejects.toMatchObject(refused);
    await before;
  });

  it("answers each of many callers at once with its own account, in few statements", async () => {
    const minted = [await mintAccount(), await mintAccount(), await mintAccount()];
    const query = vi.spyOn(sqlPool(), "unsafe");
    const asked = Array.from({ length: 90 }, (_, place) => minted[place % minted.length]);
    const answers = await Promise.allSettled(
      asked.map((who, place) =>
        authenticateToken(bearer(place % 10 === 9 ? makeToken("live") : (who?.token ?? "")), null),
      ),
    );
    const lookUps = query.mock.calls.filter(([text]) => text.includes("any("));
    query.mockRestore();
    for (const [place, answer] of answers.entries()) {
      if (place % 10 === 9) expect(answer.status).toBe("rejected");
      else expect(answer).toMatchObject({ value: { accountId: asked[place]?.accountId } });
    }
    expect(lookUps).toHaveLength(2);
  });

  it("lets a token in from the addresses it lists, IPv4 and IPv6", async () => {
    const { token, tokenId } = await mintAccount();
    await change(tokenId, { allowedCidrs: ["192.0.2.0/24", "203.0.113.7", "2001:db8::/32"] });
    for (const address of ["192.0.2.200", "203.0.113.7", "2001:db8::1"]) {
      await expect(authenticateToken(bearer(token), address)).resolves.toMatchObject({ tokenId });
    }
    for (const address of ["192.0.3.1", "203.0.113.8", "2001:db9::1", "nonsense", null]) {
      await expect(authenticateToken(bearer(token), address)).rejects.toMatchObject(refused);
    }
  });

  it("notes its last use with the address, and not again within a minute", async () => {
    const { accountId, token } = await mintAccount();
    await authenticateToken(bearer(token), "192.0.2.1");
    await vi.waitFor(async () => {
      expect((await listTokens(accountId))[0]?.lastUsedAddress).toBe("192.0.2.1");
    });
    const query = vi.spyOn(sqlPool(), "unsafe");
    await authenticateToken(bearer(token), "192.0.2.2");
    expect(query.mock.calls.filter(([text]) => text.startsWith("update"))).toEqual([]);
    query.mockRestore();
  });
});

describe("making and revoking tokens", () => {
  it("shows the token once: the list and the table only have its last four", async () => {
    const { accountId } = await mintAccount();
    const { token, tokenId } = await createToken({ accountId, name: " Shop ", mode: "test" });
    const [listed] = await listTokens(accountId);
    expect(listed).toMatchObject({
      tokenId,
      name: "Shop",
      masked: `actio_test_…${token.slice(-4)}`,
      scopes: ["send", "read"],
      lastUsedAt: null,
    });
    const stored = await db().select().from(tokens).where(eq(tokens.id, tokenId));
    expect(JSON.stringify([listed, stored])).not.toContain(token.slice(11, 43));
  });

  it("names what is wrong with a wish", async () => {
    const { accountId } = await mintAccount();
    for (const [name, sentence] of [
      ["", "Give the token a name."],
      ["x".repeat(61), "Use at most 60 characters."],
      ["a\0b", "Use letters, digits and punctuation only."],
    ] as const) {
      await expect(createToken({ accountId, name, mode: "live" })).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { name: [sentence] } },
      });
    }
  });

  it("stops at fifty active tokens, also when they are made at once; a revoked one makes room", async () => {
    const { accountId, tokenId } = await mintAccount();
    const made = await Promise.allSettled(
      Array.from({ length: 55 }, (_, place) =>
        createToken({ accountId, name: `token ${place}`, mode: "live" }),
      ),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(49);
    await revokeToken({ accountId, tokenId });
    await expect(createToken({ accountId, name: "one more", mode: "live" })).resolves.toBeDefined();
  });

  it("revokes twice with one time, and never another account's token", async () => {
    const { accountId, tokenId } = await mintAccount();
    const other = await mintAccount();
    await expect(revokeToken({ accountId: other.accountId, tokenId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(revokeToken({ accountId, tokenId: "tok_1" })).rejects.toMatchObject({
      code: "not_found",
    });
    const first = await revokeToken({ accountId, tokenId });
    expect(await revokeToken({ accountId, tokenId })).toEqual(first);
  });
});

async function change(tokenId: string, values: Partial<typeof tokens.$inferInsert>): Promise<void> {
  await db().update(tokens).set(values).where(eq(tokens.id, tokenId));
}
