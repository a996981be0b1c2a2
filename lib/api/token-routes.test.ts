import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { tokens } from "@/drizzle/schema/tokens";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import type { TokenScope } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { api } from "./app";

interface Asked {
  method?: string;
  body?: unknown;
  address?: string;
}

/** One request at the API's door, from an address. */
async function call(token: string, path: string, { method = "GET", body, address }: Asked = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (text !== undefined) {
    headers.set("content-type", "application/json");
    headers.set("content-length", String(text.length));
  }
  const request = new Request(`http://localhost${path}`, { method, headers, body: text ?? null });
  const answer = await api.fetch(request, { clientAddress: address ?? "192.0.2.1" });
  const json: Record<string, unknown> = await answer.json();
  return { status: answer.status, headers: answer.headers, json };
}

const post = (token: string, path: string, body: unknown = {}) =>
  call(token, path, { method: "POST", body });

const works = async (token: unknown) => (await call(String(token), "/api/tokens")).status === 200;

describe("POST /api/tokens", () => {
  test("makes a token that works, shown in this answer and in no other", async () => {
    const { token } = await mintAccount();
    const made = await post(token, "/api/tokens", {
      name: "Web shop",
      mode: "live",
      scopes: ["send", "manage"],
      expires_at: "2099-12-31T00:00:00Z",
      cidrs: ["192.0.2.77/24"],
    });
    expect(made.status).toBe(201);
    expect(made.headers.get("cache-control")).toBe("no-store");
    const { token: secret, ...view } = made.json;
    expect(secret).toMatch(/^actio_live_[0-9A-Za-z]{38}$/);
    expect(view).toMatchObject({
      token_id: expect.stringMatching(/^tok_[0-9A-Z]{26}$/),
      name: "Web shop",
      scopes: ["send", "manage"],
      masked: `actio_live_…${String(secret).slice(-4)}`,
      cidrs: ["192.0.2.0/24"],
      expires_at: "2099-12-31T00:00:00.000Z",
      requests_24h: 0,
      last_used_at: null,
      revoked_at: null,
    });
    const one = await call(token, `/api/tokens/${view["token_id"]}`);
    expect(one.json).toEqual(view);
    const all = await call(token, "/api/tokens");
    expect(all.json["data"]).toHaveLength(2);
    expect(JSON.stringify(all.json)).not.toContain(String(secret).slice(11, 43));
    expect(await works(secret)).toBe(true);
  });

  test("names every wrong field at once", async () => {
    const { token } = await mintAccount();
    const body = { name: " ", mode: "x", scopes: [], expires_at: "x", cidrs: ["x"] };
    const refused = await post(token, "/api/tokens", body);
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.json["errors"] as object)).toEqual(Object.keys(body));
  });

  test("a token cannot make or rotate one that may do more than itself", async () => {
    const { accountId, token: full, tokenId } = await mintAccount();
    const scopes: TokenScope[] = ["manage"];
    const { token } = await createToken({
      actor: operatorOf(accountId),
      input: { name: "keeper", mode: "live", scopes },
    });
    const wanted = { name: "x", mode: "live" };
    const made = await post(token, "/api/tokens", { ...wanted, scopes: ["manage", "send"] });
    expect(made.status).toBe(403);
    expect(made.json).toMatchObject({
      code: "forbidden",
      detail: "This token lacks the scope “send” and cannot grant it.",
    });
    expect((await post(token, "/api/tokens", { ...wanted, scopes })).status).toBe(201);
    const fullPath = `/api/tokens/${publicId("tok", tokenId)}/rotate`;
    expect((await post(token, fullPath)).status).toBe(403);
    expect(await works(full)).toBe(true);
  });

  test("a token cannot make or rotate one that lives longer or works from more places than itself", async () => {
    const { accountId, token: full, tokenId } = await mintAccount();
    const end = new Date(Date.now() + 3_600_000);
    const { token } = await createToken({
      actor: operatorOf(accountId),
      input: {
        name: "keeper",
        mode: "live",
        scopes: ["send", "read", "manage"],
        ...{ expires_at: end.toISOString(), cidrs: ["192.0.2.0/24", "2001:db8::/32"] },
      },
    });
    const wanted = { name: "x", mode: "live", expires_at: end.toISOString(), cidrs: ["192.0.2.1"] };
    const make = (change: object) => post(token, "/api/tokens", { ...wanted, ...change });
    const later = new Date(end.getTime() + 1).toISOString();
    for (const expires_at of [null, undefined, later]) {
      expect((await make({ expires_at })).json).toMatchObject({
        status: 403,
        detail: `This token expires at ${end.toISOString()} and cannot grant a longer life. Set expires_at to that time or earlier.`,
      });
    }
    for (const cidrs of [
      null,
      undefined,
      [],
      ["192.0.2.0/23"],
      ["::/0"],
      ["192.0.2.1", "10.0.0.1"],
    ]) {
      expect((await make({ cidrs })).json).toMatchObject({
        status: 403,
        detail:
          "This token works only from 192.0.2.0/24, 2001:db8::/32 and cannot grant other addresses. Set cidrs within that.",
      });
    }
    expect((await make({})).status).toBe(201);
    expect((await make({ cidrs: ["192.0.2.128/25", "2001:db8:1::/48"] })).status).toBe(201);
    expect((await post(token, `/api/tokens/${publicId("tok", tokenId)}/rotate`)).status).toBe(403);
    expect(await works(full)).toBe(true);
  });

  test("a token rotates itself whatever its limits", async () => {
    const { accountId } = await mintAccount();
    const { token, tokenId } = await createToken({
      actor: operatorOf(accountId),
      input: {
        name: "keeper",
        mode: "live",
        scopes: ["manage"],
        ...{ expires_at: new Date(Date.now() + 3_600_000).toISOString(), cidrs: ["192.0.2.0/24"] },
      },
    });
    const rotated = await post(token, `/api/tokens/${publicId("tok", tokenId)}/rotate`);
    expect(rotated.status).toBe(200);
  });

  test("a test token makes test tokens only, and live ones are not there for it", async () => {
    const { accountId, token, tokenId } = await mintAccount({ mode: "test" });
    const live = await createToken({
      actor: operatorOf(accountId),
      input: { name: "live", mode: "live" },
    });
    const wanted = { name: "x", mode: "live" };
    expect((await post(token, "/api/tokens", wanted)).json).toMatchObject({
      status: 403,
      detail: "A test token can only make test tokens.",
    });
    const made = await post(token, "/api/tokens", { ...wanted, mode: "test" });
    expect(made.json["token"]).toMatch(/^actio_test_/);
    const { data } = (await call(token, "/api/tokens")).json;
    expect(data).toMatchObject([{ mode: "test" }, { token_id: publicId("tok", tokenId) }]);
    const path = `/api/tokens/${live.view.token_id}`;
    expect((await call(token, path)).status).toBe(404);
    expect((await call(token, path, { method: "DELETE" })).status).toBe(404);
    expect((await post(token, `${path}/rotate`)).status).toBe(404);
  });
});

describe("POST /api/tokens/{token_id}/rotate", () => {
  test("without a body the old secret ends at once", async () => {
    const { token, tokenId } = await mintAccount();
    const path = `/api/tokens/${publicId("tok", tokenId)}/rotate`;
    const rotated = await call(token, path, { method: "POST" });
    expect(rotated.status).toBe(200);
    expect(rotated.headers.get("cache-control")).toBe("no-store");
    expect(rotated.json["previous_secret"]).toBeNull();
    expect([await works(token), await works(rotated.json["token"])]).toEqual([false, true]);
  });

  test("with a grace both work until it ends, then the old one is 401 at once", async () => {
    const { token, tokenId } = await mintAccount();
    const path = `/api/tokens/${publicId("tok", tokenId)}/rotate`;
    const rotated = await post(token, path, { grace_hours: 24 });
    const fresh = rotated.json["token"];
    expect([await works(token), await works(fresh)]).toEqual([true, true]);
    await db().update(tokens).set({ previousUntil: sql`now()` }).where(eq(tokens.id, tokenId));
    expect([await works(token), await works(fresh)]).toEqual([false, true]);
    const refused = await post(String(fresh), path, { grace_hours: "24" });
    expect(refused.json["errors"]).toEqual({
      grace_hours: ["Enter a whole number of hours from 0 to 168."],
    });
  });
});

describe("DELETE /api/tokens/{token_id}", () => {
  test("revokes; a second time is 200 with the same time", async () => {
    const { accountId, token } = await mintAccount();
    const other = await createToken({
      actor: operatorOf(accountId),
      input: { name: "other", mode: "live" },
    });
    const path = `/api/tokens/${other.view.token_id}`;
    const first = await call(token, path, { method: "DELETE" });
    expect(first.status).toBe(200);
    expect(first.json["revoked_at"]).not.toBeNull();
    expect((await call(token, path, { method: "DELETE" })).json).toEqual(first.json);
    expect((await call(other.token, "/api/sms/msg_1")).status).toBe(401);
    expect((await post(token, `${path}/rotate`)).status).toBe(409);
  });

  test("any token may end itself, whatever its scopes, and no other without manage", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const scopes: TokenScope[] = ["read"];
    const reader = await createToken({
      actor: operatorOf(accountId),
      input: { name: "reader", mode: "live", scopes },
    });
    const foreign = `/api/tokens/${publicId("tok", tokenId)}`;
    expect((await call(reader.token, foreign, { method: "DELETE" })).status).toBe(403);
    expect(await works(token)).toBe(true);
    const own = `/api/tokens/${reader.view.token_id}`;
    expect((await call(reader.token, own, { method: "DELETE" })).status).toBe(200);
    expect((await call(reader.token, own, { method: "DELETE" })).status).toBe(401);
  });

  test("another account's token is as unknown as one that never was", async () => {
    const { token } = await mintAccount();
    const { tokenId } = await mintAccount();
    const ids = [publicId("tok", tokenId), "tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA", "tok_1", tokenId];
    for (const id of ids) {
      const answer = await call(token, `/api/tokens/${id}`, { method: "DELETE" });
      expect(answer.json).toMatchObject({
        status: 404,
        detail: "Token not found.",
      });
    }
  });
});

test("expired, revoked and from elsewhere get the same 401 as a token nobody made", async () => {
  const { accountId, token: full } = await mintAccount();
  const cidrs = ["198.51.100.0/24", "2001:db8::/32"];
  const fenced = await createToken({
    actor: operatorOf(accountId),
    input: { name: "fenced", mode: "live", scopes: ["manage"], cidrs },
  });
  for (const address of ["198.51.100.9", "2001:db8::9", "::ffff:198.51.100.9"]) {
    expect((await call(fenced.token, "/api/tokens", { address })).status).toBe(200);
  }
  const expired = await createToken({
    actor: operatorOf(accountId),
    input: { name: "expired", mode: "live" },
  });
  await db().update(tokens).set({ expiresAt: sql`now()` }).where(eq(tokens.id, expired.tokenId));
  const answers = [
    await call("wrong", "/api/tokens"),
    await call(expired.token, "/api/tokens"),
    await call(fenced.token, "/api/tokens"),
    await call(`${full}x`, "/api/tokens"),
  ];
  const bodies = answers.map(({ json: { request_id: _, ...body } }) => body);
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(bodies[0]).toMatchObject({ status: 401, code: "unauthorized" });
});
