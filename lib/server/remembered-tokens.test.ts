import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { tokens } from "@/drizzle/schema/tokens";
import { operatorOf } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { publicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import type { AcceptedMessage } from "../messages/contract";
import { callerOf } from "../testing/call-api";
import { startStatementCounter } from "../testing/count-statements";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { createToken } from "../tokens/create-token";
import { rotateToken } from "../tokens/rotate-token";
import { serveHttp } from "./serve-http";

process.env["RATE_LIMIT_BURST"] = "0";
process.env["TRUSTED_PROXIES"] = "127.0.0.1";

const statements = await startStatementCounter(process.env["DATABASE_URL"] ?? "");
process.env["DATABASE_URL"] = statements.url;

let server: Awaited<ReturnType<typeof serveHttp>>;
beforeAll(async () => {
  server = await serveHttp({ port: 0, host: "127.0.0.1", role: "api" });
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
  await statements.stop();
});

const call = callerOf(() => server);
const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

type Token = Pick<MintedAccount, "token">;

const send = (token: Token, fields: object = {}) =>
  call<AcceptedMessage>(token, ["POST", "/api/sms"], { ...wire, ...fields });

/** An account whose token the server remembers. */
async function remembered(): Promise<MintedAccount> {
  const account = await mintAccount();
  for (const _time of [1, 2]) expect((await send(account)).status).toBe(200);
  return account;
}

/** As any other process would, which this one hears nothing of. */
function change(tokenId: string, to: PgUpdateSetSource<typeof tokens>) {
  return db().update(tokens).set(to).where(eq(tokens.id, tokenId));
}

async function sendFrom(address: string, { token }: Token): Promise<number> {
  const { status } = await fetch(`${server.url}/api/sms`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-forwarded-for": address,
    },
    body: JSON.stringify(wire),
  });
  return status;
}

describe("the next request after a successful one", () => {
  test.each<[string, number, PgUpdateSetSource<typeof tokens>]>([
    ["is rejected when another process revoked the token", 401, { revokedAt: sql`now()` }],
    ["is rejected when its expiry was moved", 401, { expiresAt: sql`now()` }],
    ["is rejected when its networks were changed", 401, { allowedCidrs: ["192.0.2.0/24"] }],
    ["is accepted when its networks still hold the client", 200, { allowedCidrs: ["127.0.0.0/8"] }],
    ["is rejected when it lost the scope", 403, { scopes: ["read"] }],
    ["is accepted when it lost another scope", 200, { scopes: ["send"] }],
    ["is rejected when its secret was replaced", 401, { hash: randomUUID() }],
  ])("%s: %i", async (_what, status, to) => {
    const account = await remembered();
    await change(account.tokenId, to);
    for (const _time of [1, 2]) expect((await send(account)).status).toBe(status);
  });

  test("is rejected when the token revoked itself, also for a dry run and a replay", async () => {
    const account = await remembered();
    const key = { idempotency_key: randomUUID() };
    expect((await send(account, key)).status).toBe(200);
    expect((await send(account, key)).headers.get("idempotent-replayed")).toBe("true");
    await call(account, ["DELETE", `/api/tokens/${publicId("tok", account.tokenId)}`]);
    for (const fields of [key, { dry_run: true }, {}]) {
      expect((await send(account, fields)).status).toBe(401);
    }
  });

  test("is rejected when the token is gone", async () => {
    const account = await remembered();
    await db().delete(tokens).where(eq(tokens.id, account.tokenId));
    expect((await send(account)).status).toBe(401);
  });

  test("costs nothing when the token has become one for tests", async () => {
    const account = await remembered();
    await change(account.tokenId, { mode: "test" });
    for (const _time of [1, 2]) expect((await send(account)).body.test).toBe(true);
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(98);
  });

  test.each(["suspended", "closing"] as const)(
    "is rejected while the account is %s, in the words of any other",
    async (status) => {
      const account = await remembered();
      const become = (to: typeof status | "active") =>
        db().update(accounts).set({ status: to }).where(eq(accounts.id, account.accountId));
      await become(status);
      const [first, second] = [await send(account), await send(account)];
      expect([first.status, first.body]).toEqual([403, expect.objectContaining({ status: 403 })]);
      expect(first.body).toMatchObject({ detail: (second.body as { detail?: string }).detail });
      await become("active");
      expect((await send(account)).status).toBe(200);
    },
  );

  test("is rejected from an address that its token may not be used from", async () => {
    const { accountId } = await mintAccount();
    const token = await createToken({
      actor: operatorOf(accountId),
      input: { name: "fenced", mode: "live", scopes: ["send"], cidrs: ["192.0.2.0/24"] },
    });
    for (const [address, status] of [
      ["192.0.2.1", 200],
      ["198.51.100.1", 401],
      ["192.0.2.2", 200],
      ["nowhere", 401],
    ] as const) {
      expect([address, await sendFrom(address, token)]).toEqual([address, status]);
    }
  });
});

describe("by the database's clock", () => {
  const soon = sql`now() + interval '400 milliseconds'`;

  /** Sends until that is rejected; resolves to when the last message was accepted. */
  async function lastAcceptedAt(token: Token): Promise<number> {
    let last = 0;
    for (;;) {
      const { status, body } = await send(token);
      if (status === 401) return last;
      expect(status).toBe(200);
      last = Date.parse(body.created_at);
    }
  }

  test("nothing is accepted after a token has expired", async () => {
    const account = await remembered();
    const [row] = await change(account.tokenId, { expiresAt: soon }).returning();
    expect(await lastAcceptedAt(account)).toBeLessThan(row?.expiresAt?.getTime() ?? 0);
  });

  test("nothing is accepted with the old secret after its grace, and all with the new", async () => {
    const account = await remembered();
    const fresh = await rotateToken({
      actor: operatorOf(account.accountId),
      input: { tokenId: account.tokenId, wanted: { grace_hours: 1 } },
    });
    for (const token of [account, fresh, account]) expect((await send(token)).status).toBe(200);
    const [row] = await change(account.tokenId, { previousUntil: soon }).returning();
    expect(await lastAcceptedAt(account)).toBeLessThan(row?.previousUntil?.getTime() ?? 0);
    expect((await send(fresh)).status).toBe(200);
  });
});

test("a send with a remembered token needs no statement to look it up", async () => {
  const account = await remembered();
  const countOf = async (path: string) => {
    const before = statements.count();
    for (let sent = 0; sent < 10; sent += 1) await call(account, ["POST", path], wire);
    return statements.count() - before;
  };
  // Written like this it takes the general way.
  const lookedUp = await countOf("/api/%73ms");
  expect(await countOf("/api/sms")).toBeLessThan(lookedUp - 5);
});

test("of sends at one moment only those of the revoked token are rejected", async () => {
  const account = await remembered();
  const { token, tokenId } = await createToken({
    actor: operatorOf(account.accountId),
    input: { name: "other", mode: "live" },
  });
  expect((await send({ token })).status).toBe(200);
  await change(tokenId, { revokedAt: sql`now()` });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_each, place) => send(place % 2 ? account : { token })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map((_, i) => (i % 2 ? 200 : 401)));
  expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(87);
});
