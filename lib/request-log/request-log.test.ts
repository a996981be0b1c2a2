import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiRequests } from "@/drizzle/schema/requests";
import { operatorOf } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { env } from "../core/env";
import { firstIdAt, newId, publicId } from "../core/ids";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { mintPerson } from "../testing/mint-person";
import { startApi } from "../testing/start-api";
import type { RequestFilter } from "./contract";
import { eraseRequests } from "./erase-requests";
import { listRequests } from "./list-requests";
import { recordRequest } from "./record-request";
import { sweepRequests } from "./sweep-requests";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterAll(async () => {
  await server.stop();
  await closeDatabase();
});

const hello = { from: "YourBrand", to: "48732129000", body: "Hello, Anna" };
const dayMs = 86_400_000;

function ask({ token }: { token: string }, call: string, body?: unknown) {
  const [method = "", path = ""] = call.split(" ");
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(`${server.url}${path}`, { method, headers, ...sent });
}

async function listOf({ accountId }: { accountId: string }, filter: Partial<RequestFilter> = {}) {
  const actor = operatorOf(accountId);
  return (await listRequests({ actor, input: { limit: 50, ...filter } })).data;
}

/** The requests of an account, once there are so many. */
async function whenListed(account: MintedAccount, count: number) {
  await expect.poll(async () => (await listOf(account)).length, { timeout: 10_000 }).toBe(count);
  return listOf(account);
}

/** A request that was recorded at some time. */
async function store({ accountId, tokenId }: MintedAccount, at: number, status = 200) {
  const atMs = Math.round(at);
  const id = firstIdAt(atMs).slice(0, 24) + newId().slice(24);
  const row = { accountId, tokenId, id, status, at: new Date(atMs), durationMs: 3 };
  await db()
    .insert(apiRequests)
    .values({ ...row, method: "GET", route: "/api/account" });
  return publicId("req", id);
}

describe("a request", () => {
  test("is listed with its ID, outcome, and shape, and without its text or number", async () => {
    const account = await mintAccount();
    const answer = await ask(account, "POST /api/sms", hello);
    const [request] = await whenListed(account, 1);
    expect(request).toMatchObject({
      request_id: answer.headers.get("x-request-id"),
      ...{ method: "POST", path: "/api/sms", status: 200, code: null, token_name: "test" },
      ...{ test: false, missed: 0, query: null },
      body: { from: "YourBrand", to: "48•••••9000", body: "[11 characters]" },
    });
    expect(request?.duration_ms).toBeLessThan(10_000);
    const rows = await db()
      .select()
      .from(apiRequests)
      .where(eq(apiRequests.accountId, account.accountId));
    for (const hidden of [hello.to, hello.body, account.token.slice(12)]) {
      expect(JSON.stringify(rows)).not.toContain(hidden);
    }
  });

  test("is listed whichever way it went: a token that is remembered, and one that is looked up", async () => {
    const account = await mintAccount();
    const ids: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push((await ask(account, "POST /api/sms", hello)).headers.get("x-request-id"));
    }
    const listed = await whenListed(account, 3);
    expect(listed.map(({ request_id }) => request_id)).toEqual(ids.toReversed());
    for (const { body } of listed) expect(body).toMatchObject({ from: "YourBrand" });
  });

  test("that was rejected says why, by the template of its path", async () => {
    const account = await mintAccount();
    const unknown = publicId("msg", newId());
    await ask(account, `GET /api/sms/${unknown}`);
    await ask(account, "POST /api/sms", { ...hello, to: "22" });
    await ask(account, "GET /api/sms?limit=7&q=Anna");
    const [list, send, get] = await whenListed(account, 3);
    expect(get).toMatchObject({ path: "/api/sms/{message_id}", status: 404, code: "not_found" });
    expect(send).toMatchObject({ status: 422, code: "invalid_request" });
    expect(list).toMatchObject({ status: 200, query: { limit: "7", q: "[4 characters]" } });
  });

  test("that was rejected shows its shape, also where the token was remembered", async () => {
    const account = await mintAccount();
    for (const to of [hello.to, "22"]) await ask(account, "POST /api/sms", { ...hello, to });
    const [rejected] = await whenListed(account, 2);
    expect(rejected).toMatchObject({
      ...{ status: 422, code: "invalid_request" },
      body: { from: "YourBrand", to: "[2 characters]", body: "[11 characters]" },
    });
  });

  test("with a token that was not accepted is nobody's", async () => {
    const account = await mintAccount();
    await ask({ token: `${account.token}x` }, "GET /api/account");
    await ask(account, "GET /api/account");
    expect(await whenListed(account, 1)).toMatchObject([{ path: "/api/account", status: 200 }]);
  });

  test("of a tool says which and why it refused, and of what it was called with the shape alone", async () => {
    const account = await mintAccount();
    const headers = {
      accept: "application/json, text/event-stream",
      authorization: `Bearer ${account.token}`,
      "content-type": "application/json",
    };
    const use = (name: string) => {
      const params = { name, arguments: hello };
      const message = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
      const body = JSON.stringify(message);
      return fetch(`${server.url}/api/mcp`, { method: "POST", headers, body });
    };
    expect((await use("send_message")).status).toBe(200);
    await use("send_nothing");
    const shape = { from: "YourBrand", to: "48•••••9000", body: "[11 characters]" };
    expect(await whenListed(account, 2)).toMatchObject([
      { path: "/api/mcp", status: 200, code: "not_found", body: { arguments: shape } },
      { code: "invalid_request", body: { method: "tools/call", tool: "send_message" } },
    ]);
  });
});

test("a message that the protocol of agents refuses is listed as rejected, one that it takes is not", async () => {
  const account = await mintAccount();
  const headers = {
    accept: "application/json, text/event-stream",
    authorization: `Bearer ${account.token}`,
    "content-type": "application/json",
  };
  for (const method of ["resources/list", "tools/list"]) {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method });
    const response = await fetch(`${server.url}/api/mcp`, { method: "POST", headers, body });
    expect(await response.json()).toHaveProperty(method === "tools/list" ? "result" : "error");
  }
  const listed = await whenListed(account, 2);
  expect(listed.map(({ code }) => code)).toEqual([null, "invalid_request"]);
});

test("nothing is recorded where the list is off", async () => {
  const account = await mintAccount();
  env().REQUEST_LOG = "off";
  try {
    await ask(account, "GET /api/sms");
  } finally {
    env().REQUEST_LOG = "on";
  }
  await ask(account, "GET /api/account");
  expect(await whenListed(account, 1)).toMatchObject([{ path: "/api/account", missed: 0 }]);
});

describe("a busy second", () => {
  const input = { method: "GET", route: "/api/account", query: null, body: null, startedMs: 0 };

  test("is stored in part, what was rejected first, and says how many are missing", async () => {
    const account = await mintAccount();
    const record = (status: number) => {
      const outcome = { status, code: status < 400 ? null : "not_found", requestId: newId() };
      recordRequest({ actor: account, input: { ...input, ...outcome } });
    };
    for (let count = 0; count < 100; count += 1) record(200);
    for (let count = 0; count < 5; count += 1) record(404);
    const listed = await whenListed(account, 20);
    expect(listed.filter(({ status }) => status === 404)).toHaveLength(5);
    expect(listed.reduce((sum, { missed }) => sum + missed, 0)).toBe(85);
  });

  test("of one account leaves room for another", async () => {
    const [busy, quiet] = [await mintAccount(), await mintAccount()];
    const record = (actor: MintedAccount) =>
      recordRequest({ actor, input: { ...input, status: 200, code: null, requestId: newId() } });
    for (let count = 0; count < 5000; count += 1) record(busy);
    record(quiet);
    expect(await whenListed(quiet, 1)).toMatchObject([{ missed: 0 }]);
  });
});

test("a second that is busy for all stores what a quiet account was refused, and its first request", async () => {
  const input = { method: "GET", route: "/api/account", query: null, body: null, startedMs: 0 };
  const [accepted, refused] = [
    { status: 200, code: null },
    { status: 404, code: "not_found" },
  ];
  const record = (
    actor: { accountId: string; tokenId: string },
    outcome: { status: number; code: string | null },
  ) => recordRequest({ actor, input: { ...input, ...outcome, requestId: newId() } });
  const quiet = await mintAccount();
  // None of them may wait for anything: what comes within a second is one write.
  for (let busy = 0; busy < 30; busy += 1) {
    const actor = { accountId: newId(), tokenId: newId() };
    for (let count = 0; count < 20; count += 1) record(actor, accepted);
  }
  record(quiet, accepted);
  record(quiet, accepted);
  record(quiet, refused);
  record(quiet, refused);
  const listed = await whenListed(quiet, 3);
  expect(listed.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect(listed.reduce((sum, { missed }) => sum + missed, 0)).toBe(1);
});

describe("the list", () => {
  test("has the requests that match all filters, and goes on where a page ended", async () => {
    const account = await mintAccount();
    const now = Date.now();
    const ok = await store(account, now - 3000);
    const missing = await store(account, now - 2000, 404);
    const failed = await store(account, now - 1000, 503);
    const idsOf = async (filter: Partial<RequestFilter>) =>
      (await listOf(account, filter)).map(({ request_id }) => request_id);
    expect(await idsOf({})).toEqual([failed, missing, ok]);
    expect(await idsOf({ status: "4xx" })).toEqual([missing]);
    expect(await idsOf({ status: "503" })).toEqual([failed]);
    expect(await idsOf({ request: ok })).toEqual([ok]);
    expect(await idsOf({ request: "nonsense" })).toEqual([]);
    expect(await idsOf({ method: "POST" })).toEqual([]);
    expect(await idsOf({ path: "account", method: "GET", status: "2xx" })).toEqual([ok]);
    expect(await idsOf({ path: "%" })).toEqual([]);
    expect(await idsOf({ token: publicId("tok", account.tokenId) })).toHaveLength(3);
    const actor = operatorOf(account.accountId);
    const first = await listRequests({ actor, input: { limit: 2 } });
    const cursor = first.nextCursor ?? undefined;
    const rest = await listRequests({ actor, input: { limit: 2, cursor } });
    expect(rest.data.map(({ request_id }) => request_id)).toEqual([ok]);
    expect(rest.nextCursor).toBeNull();
    const wrong = listRequests({ actor, input: { limit: 2, cursor: "nonsense" } });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("is of the account alone, and for owners and developers", async () => {
    const [account, other] = [await mintAccount(), await mintAccount()];
    await store(account, Date.now());
    expect(await listOf(other)).toEqual([]);
    for (const role of ["owner", "developer"] as const) {
      const actor = await mintPerson(account.accountId, role);
      expect((await listRequests({ actor, input: { limit: 5 } })).data).toHaveLength(1);
    }
    for (const role of ["sender", "billing", "viewer"] as const) {
      const actor = await mintPerson(account.accountId, role);
      const refused = listRequests({ actor, input: { limit: 5 } });
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("ends after seven days: what is older is not shown, and then deleted", async () => {
    const account = await mintAccount();
    const young = await store(account, Date.now() - 6.9 * dayMs);
    await store(account, Date.now() - 7.1 * dayMs);
    expect((await listOf(account)).map(({ request_id }) => request_id)).toEqual([young]);
    let swept = 1;
    while (swept > 0) swept = await sweepRequests();
    const [left] = await db().execute<{ count: number }>(sql`
      select count(*)::int as count from ${apiRequests} where account_id = ${account.accountId}`);
    expect(left?.count).toBe(1);
  });

  test("is empty once the account is erased", async () => {
    const account = await mintAccount();
    await store(account, Date.now());
    await db().transaction((tx) => eraseRequests(account.accountId, tx));
    expect(await listOf(account)).toEqual([]);
  });
});
