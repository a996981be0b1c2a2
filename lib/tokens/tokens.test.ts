import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { tokenHours, tokens } from "@/drizzle/schema/tokens";
import { operatorOf } from "../core/actor";
import { databasePool, db } from "../core/db";
import { publicId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { authenticateToken } from "./authenticate-token";
import type { CreateTokenInput } from "./contract";
import { createToken } from "./create-token";
import { getToken } from "./get-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";
import { hashToken, makeToken } from "./token-format";

const bearer = (token: string) => `Bearer ${token}`;
const refused = { code: "unauthorized", message: "The token is missing or not valid." };

describe("authenticating a token", () => {
  it("says whose it is and what it may do", async () => {
    const { accountId, token, tokenId } = await mintAccount({ mode: "test" });
    expect(await authenticateToken(bearer(token), null)).toEqual({
      kind: "token",
      tokenId,
      accountId,
      source: "api",
      language: "en",
      address: null,
      mode: "test",
      scopes: ["send", "read", "manage"],
      expiresAt: null,
      cidrs: [],
      accountStatus: "active",
      known: { hash: hashToken(token), version: 0 },
    });
  });

  it("gives the missing, malformed, unknown, revoked, expired and unlisted address one answer", async () => {
    const { accountId, token } = await mintAccount();
    const revoked = await createToken({
      actor: operatorOf(accountId),
      input: { name: "revoked", mode: "live" },
    });
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId: revoked.tokenId } });
    const expired = await createToken({
      actor: operatorOf(accountId),
      input: { name: "expired", mode: "live" },
    });
    await change(expired.tokenId, { expiresAt: new Date(Date.now() - 1) });
    const fenced = await createToken({
      actor: operatorOf(accountId),
      input: { name: "fenced", mode: "live" },
    });
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
    const query = vi.spyOn(databasePool(), "query");
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
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    await expect(authenticateToken(bearer(token), null)).rejects.toMatchObject(refused);
    await before;
  });

  it("answers each of many callers at once with its own account, in few statements", async () => {
    const minted = [await mintAccount(), await mintAccount(), await mintAccount()];
    const query = vi.spyOn(databasePool(), "query");
    const asked = Array.from({ length: 90 }, (_, place) => minted[place % minted.length]);
    const answers = await Promise.allSettled(
      asked.map((who, place) =>
        authenticateToken(bearer(place % 10 === 9 ? makeToken("live") : (who?.token ?? "")), null),
      ),
    );
    const lookUps = query.mock.calls.filter(([{ text }]) => text.includes("any("));
    query.mockRestore();
    for (const [place, answer] of answers.entries()) {
      if (place % 10 === 9) expect(answer.status).toBe("rejected");
      else expect(answer).toMatchObject({ value: { accountId: asked[place]?.accountId } });
    }
    expect(lookUps).toHaveLength(1);
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

  it("counts requests and notes the last use with the address, to the minute, in one commit", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    await authenticateToken(bearer(token), "192.0.2.1");
    const seen = () => getToken({ actor: operatorOf(accountId), input: { tokenId } });
    const first = { requests_24h: 1, last_used_address: "192.0.2.1" };
    await expect.poll(seen, { timeout: 10_000 }).toMatchObject(first);
    const transaction = vi.spyOn(db(), "transaction");
    for (let asked = 0; asked < 30; asked += 1) await authenticateToken(bearer(token), "192.0.2.2");
    const later = { requests_24h: 31, last_used_address: "192.0.2.1" };
    await expect.poll(seen, { timeout: 10_000 }).toMatchObject(later);
    expect(transaction).toHaveBeenCalledTimes(1);
    transaction.mockRestore();
  });

  it("counts the last 24 hours and forgets what is older than two days", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await db()
      .insert(tokenHours)
      .values([
        { accountId, tokenId, hour: ago(22), requests: 300 },
        { accountId, tokenId, hour: ago(30), requests: 1000 },
        { accountId, tokenId, hour: ago(50), requests: 1000 },
      ]);
    await authenticateToken(bearer(token), null);
    await expect
      .poll(() => getToken({ actor: operatorOf(accountId), input: { tokenId } }), {
        timeout: 10_000,
      })
      .toMatchObject({ requests_24h: 301 });
    const hours = await db().select().from(tokenHours).where(eq(tokenHours.tokenId, tokenId));
    expect(hours.map(({ requests }) => requests).sort()).toEqual([1, 1000, 300]);
  });
});

describe("making and revoking tokens", () => {
  it("shows the token once: the list and the table only have its last four", async () => {
    const { accountId } = await mintAccount();
    const { token, tokenId } = await createToken({
      actor: operatorOf(accountId),
      input: { name: " Shop ", mode: "test" },
    });
    const [listed] = await listTokens({ actor: operatorOf(accountId) });
    expect(listed).toMatchObject({
      token_id: publicId("tok", tokenId),
      name: "Shop",
      masked: `actio_test_…${token.slice(-4)}`,
      scopes: ["send", "read"],
      last_used_at: null,
      cidrs: [],
      previous_secret: null,
    });
    const stored = await db().select().from(tokens).where(eq(tokens.id, tokenId));
    expect(JSON.stringify([listed, stored])).not.toContain(token.slice(11, 43));
  });

  it.each([
    [{ name: "" }, { name: ["Enter a name for the token."] }],
    [{ name: "x".repeat(61) }, { name: ["Use at most 60 characters."] }],
    [{ name: "a\0b" }, { name: ["Use letters, digits, and punctuation only."] }],
    [{ mode: "both" }, { mode: ["Choose live or test."] }],
    [{ scopes: [] }, { scopes: ["Choose at least one scope."] }],
    [{ scopes: ["send", "fly"] }, { scopes: ["The scopes are send, read, and manage."] }],
    [{ expires_at: "2020-01-01T00:00:00Z" }, { expires_at: ["This time has passed."] }],
    [
      { expires_at: "9999-12-31T23:59:59-01:00" },
      { expires_at: ["Enter an ISO 8601 time with a time zone, such as 2027-05-15T00:00:00Z."] },
    ],
    [
      { expires_at: "tomorrow" },
      { expires_at: ["Enter an ISO 8601 time with a time zone, such as 2027-05-15T00:00:00Z."] },
    ],
    [
      { cidrs: ["203.0.113.7", "203.0.113.0/33", "home"] },
      {
        cidrs: [
          "“203.0.113.0/33” is not a valid IP address or CIDR range, such as 203.0.113.7, 203.0.113.0/24, or 2001:db8::/32.",
          "“home” is not a valid IP address or CIDR range, such as 203.0.113.7, 203.0.113.0/24, or 2001:db8::/32.",
        ],
      },
    ],
    [
      { cidrs: Array.from({ length: 21 }, (_, place) => `203.0.113.${place}`) },
      { cidrs: ["List at most 20 addresses and ranges."] },
    ],
  ])("names what is wrong with %j", async (input, fields) => {
    const { accountId } = await mintAccount();
    const wanted = { accountId, name: "ok", mode: "live", ...input } as unknown as CreateTokenInput;
    await expect(
      createToken({ actor: operatorOf(accountId), input: { ...wanted } }),
    ).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields },
    });
  });

  it("keeps its expiry and its addresses, each once and normalised", async () => {
    const { accountId } = await mintAccount();
    const { view } = await createToken({
      actor: operatorOf(accountId),
      input: {
        name: "fenced",
        mode: "live",
        expires_at: "2099-12-31T23:59:59+02:00",
        cidrs: [" 203.0.113.77/24", "203.0.113.0/24", "2001:DB8:0:0::1"],
      },
    });
    expect(view).toMatchObject({
      expires_at: "2099-12-31T21:59:59.000Z",
      cidrs: ["203.0.113.0/24", "2001:db8::1"],
    });
  });

  it("stops at fifty active tokens, also when they are made at once; a revoked one makes room", async () => {
    const { accountId, tokenId } = await mintAccount();
    const made = await Promise.allSettled(
      Array.from({ length: 55 }, (_, place) =>
        createToken({
          actor: operatorOf(accountId),
          input: { name: `token ${place}`, mode: "live" },
        }),
      ),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(49);
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    await expect(
      createToken({ actor: operatorOf(accountId), input: { name: "one more", mode: "live" } }),
    ).resolves.toBeDefined();
  });

  it("revokes twice with one time, and never another account's token", async () => {
    const { accountId, tokenId } = await mintAccount();
    const other = await mintAccount();
    await expect(
      revokeToken({ actor: operatorOf(other.accountId), input: { tokenId } }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    const first = await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    expect(await revokeToken({ actor: operatorOf(accountId), input: { tokenId } })).toEqual(first);
  });
});

async function change(tokenId: string, values: Partial<typeof tokens.$inferInsert>): Promise<void> {
  await db().update(tokens).set(values).where(eq(tokens.id, tokenId));
}
