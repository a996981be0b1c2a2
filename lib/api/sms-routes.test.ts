import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { getBalance } from "../credits/get-balance";
import type { MessagePage } from "../message-log/list-contract";
import type { AcceptedMessage, MessageView } from "../messages/contract";
import { callerOf } from "../testing/call-api";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { startOwnApi } from "../testing/start-own-api";
import type { TokenMode, TokenScope } from "../tokens/contract";
import { createToken } from "../tokens/create-token";

let server: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  server = await startOwnApi();
});
afterAll(() => server.stop());

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const hourMs = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

const call = callerOf(() => server);

function mintToken(
  { accountId }: Pick<MintedAccount, "accountId">,
  mode: TokenMode,
  scopes: TokenScope[],
) {
  return createToken({ actor: operatorOf(accountId), input: { name: "other", mode, scopes } });
}

async function send(account: Pick<MintedAccount, "token">, change: Record<string, unknown> = {}) {
  const { body } = await call<AcceptedMessage>(account, ["POST", "/api/sms"], {
    ...wire,
    ...change,
  });
  return body.message_id ?? "";
}

async function list(account: Pick<MintedAccount, "token">, query: string) {
  const { body } = await call<MessagePage>(account, ["GET", `/api/sms?${query}`]);
  return body.data.map(({ message_id }) => message_id);
}

describe("GET /api/sms", () => {
  test("pages by the cursor it gave, and null ends it", async () => {
    const account = await mintAccount();
    const sent = [await send(account), await send(account), await send(account)];
    const first = await call<MessagePage>(account, ["GET", "/api/sms?limit=2"]);
    expect(first.status).toBe(200);
    expect(first.body.data.map(({ message_id }) => message_id)).toEqual(sent.slice(1).reverse());
    const path = `/api/sms?limit=2&cursor=${first.body.next_cursor}`;
    const { body } = await call<MessagePage>(account, ["GET", path]);
    expect(body).toMatchObject({ data: [{ message_id: sent[0], ...wire }], next_cursor: null });
  });

  test("takes several states, repeated or by commas, and blank parameters as left out", async () => {
    const account = await mintAccount();
    const later = await send(account, { scheduled_at: inMs(hourMs) });
    const cancelled = await send(account, { scheduled_at: inMs(hourMs) });
    await call(account, ["DELETE", `/api/sms/${cancelled}`]);
    expect(await list(account, "status=scheduled")).toEqual([later]);
    for (const query of ["status=scheduled,cancelled", "status=cancelled&status=scheduled"]) {
      expect(await list(account, query)).toEqual([cancelled, later]);
    }
    const blank = "status=&to=&from=&q=&client_ref=&since=&until=&limit=&cursor=";
    expect(await list(account, blank)).toEqual([cancelled, later]);
  });

  test("filters by number, sender, text, reference and time as they come in a query", async () => {
    const account = await mintAccount();
    const mine = await send(account, { from: "48732129111", body: "100% sure", client_ref: "a b" });
    await send(account, { to: "48732129001" });
    for (const query of [
      "to=%2B48732129000",
      "to=+48732129000",
      "to=9000",
      "from=%2B48732129111",
      "q=100%25%20SURE",
      `q=${mine}`,
      "client_ref=a+b",
    ]) {
      expect([query, await list(account, query)]).toEqual([query, [mine]]);
    }
    const inWarsaw = inMs(2 * hourMs - 60_000).replace("Z", "+02:00");
    expect(await list(account, `since=${inWarsaw}`)).toHaveLength(2);
    expect(await list(account, `until=${encodeURIComponent(inWarsaw)}`)).toHaveLength(0);
  });

  test("shows a test token test messages only, and a live one the live ones unless it asks for the others", async () => {
    const live = await mintAccount();
    const { token } = await mintToken(live, "test", ["send", "read"]);
    const [sold, rehearsed] = [await send(live), await send({ token })];
    expect(await list(live, "")).toEqual([sold]);
    expect(await list({ token }, "")).toEqual([rehearsed]);
    expect(await list(live, "test=true")).toEqual([rehearsed]);
    for (const [path, refusal] of [
      ["?test=false", 422],
      [`/${sold}`, 404],
    ] as const) {
      expect((await call({ token }, ["GET", `/api/sms${path}`])).status).toBe(refusal);
    }
  });

  test.each([
    ["status", "lost"],
    ["status", "delivered,lost"],
    ["to", "123"],
    ["to", "four"],
    ["q", "%00"],
    ["client_ref", "a".repeat(256)],
    ["since", "yesterday"],
    ["since", "0000-01-01T00:00:00Z"],
    ["until", "9999-12-31T23:59:59-01:00"],
    ["until", "2026-05-15T10:00:00"],
    ["test", "yes"],
    ["limit", "0"],
    ["limit", "1001"],
    ["limit", "1.5"],
    ["limit", "many"],
    ["cursor", "nonsense"],
  ])("refuses %s=%s and names it", async (field, value) => {
    const account = await mintAccount();
    const { status, body } = await call(account, ["GET", `/api/sms?${field}=${value}`]);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: "invalid_request",
      errors: { [field]: [expect.any(String)] },
    });
  });

  test("finds messages by exact members of their metadata, in its own account", async () => {
    const [account, stranger] = [await mintAccount(), await mintAccount()];
    const metadata = { order: "1042", parcels: 2, gift: true, "numer zamówienia": "a b" };
    const mine = await send(account, { metadata });
    await send(account, { metadata: { order: "10420" } });
    await send(account);
    await send(stranger, { metadata });
    for (const query of [
      "metadata[order]=1042",
      "metadata%5Border%5D=1042&metadata[parcels]=2",
      "metadata[gift]=true",
      `metadata[${encodeURIComponent("numer zamówienia")}]=a+b`,
      `metadata[order]=1042&since=${inMs(-hourMs)}`,
    ]) {
      expect(await list(account, query)).toEqual([mine]);
    }
    for (const query of [
      "metadata[order]=104",
      "metadata[order]=1042&metadata[parcels]=3",
      "metadata[Order]=1042",
      "metadata[order]=1042&q=nothing",
      `metadata[order]=1042&until=${inMs(-hourMs)}`,
    ]) {
      expect(await list(account, query)).toEqual([]);
    }
  });

  test.each([
    [`metadata[order]=${"a".repeat(1001)}`, "metadata"],
    ["metadata[order]=%00", "metadata"],
    [`metadata[${"k".repeat(65)}]=1`, "metadata"],
    ["metadata[__proto__]=1", "metadata"],
    [[..."abcdef"].map((key) => `metadata[${key}]=1`).join("&"), "metadata"],
    ["metadata=order", "metadata"],
    ["metadata[]=1", "metadata[]"],
    ["metadata[a][b]=1", "metadata[a][b]"],
    ["status[a]=failed", "status[a]"],
  ])("refuses %s instead of listing everything", async (query, field) => {
    const account = await mintAccount();
    const { status, body } = await call(account, ["GET", `/api/sms?${query}`]);
    expect(status).toBe(422);
    expect(Object.keys(body.errors)).toEqual([field]);
  });

  test("reads a limit of 1000", async () => {
    const { status } = await call(await mintAccount(), ["GET", "/api/sms?limit=1000"]);
    expect(status).toBe(200);
  });
});

describe("PATCH /api/sms/{message_id}", () => {
  test("moves a message and answers with it", async () => {
    const account = await mintAccount();
    const id = await send(account, { scheduled_at: inMs(hourMs) });
    const at = inMs(2 * hourMs);
    const moved = await call<MessageView>(account, ["PATCH", `/api/sms/${id}`], {
      scheduled_at: at,
    });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ message_id: id, status: "scheduled", scheduled_at: at });
  });

  test("is 409 for a message that is not scheduled, 422 for a wrong time, 400 for no object", async () => {
    const account = await mintAccount();
    const id = await send(account);
    const patch = (body: unknown) => call(account, ["PATCH", `/api/sms/${id}`], body);
    expect(await patch({ scheduled_at: inMs(hourMs) })).toMatchObject({
      status: 409,
      body: { code: "conflict" },
    });
    expect(await patch({ scheduled_at: "soon" })).toMatchObject({
      status: 422,
      body: { errors: { scheduled_at: [expect.any(String)] } },
    });
    expect(await patch([])).toMatchObject({ status: 400, body: { code: "invalid_json" } });
  });
});

describe("DELETE /api/sms/{message_id}", () => {
  test("cancels, pays back, and says so again when repeated", async () => {
    const account = await mintAccount({ credits: 5 });
    const id = await send(account, { scheduled_at: inMs(hourMs) });
    for (const _time of [1, 2]) {
      const { status, body } = await call<MessageView>(account, ["DELETE", `/api/sms/${id}`]);
      expect([status, body.status]).toEqual([200, "cancelled"]);
    }
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(5);
  });

  test("is 409 when the message has left", async () => {
    const account = await mintAccount();
    const id = await send(account);
    await expect.poll(() => list(account, "status=delivered"), { timeout: 10_000 }).toEqual([id]);
    expect(await call(account, ["DELETE", `/api/sms/${id}`])).toMatchObject({
      status: 409,
      body: { code: "conflict", detail: expect.stringContaining("delivered") },
    });
  });
});

describe("every path under /api/sms", () => {
  const id = "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  const calls: [method: string, path: string, scope: "send" | "read"][] = [
    ["POST", "/api/sms", "send"],
    ["GET", "/api/sms", "read"],
    ["POST", "/api/sms/batch", "send"],
    ["GET", `/api/sms/${id}`, "read"],
    ["PATCH", `/api/sms/${id}`, "send"],
    ["DELETE", `/api/sms/${id}`, "send"],
  ];

  test.each(calls)(
    "%s %s says what is left of the limits, and takes one from it",
    async (...asked) => {
      const account = await mintAccount();
      const [method, path] = asked;
      for (const left of [2999, 2998]) {
        const body = method === "GET" ? undefined : { scheduled_at: inMs(hourMs), messages: [] };
        const { headers } = await call(account, [method, path], body);
        expect(headers.get("ratelimit-policy")).toBe(
          '"burst";q=100;w=1, "sustained";q=3000;w=60, "messages";q=30000;w=60;qu="messages"',
        );
        expect(headers.get("ratelimit")).toMatch(new RegExp(`^"sustained";r=${left};t=\\d+$`));
      }
    },
  );

  test.each(calls)("%s %s needs the scope “%s”", async (method, path, scope) => {
    const { accountId } = await mintAccount();
    const other = scope === "send" ? "read" : "send";
    const { token } = await mintToken({ accountId }, "live", [other]);
    const body = method === "GET" ? undefined : {};
    expect(await call({ token }, [method, path], body)).toMatchObject({
      status: 403,
      body: { detail: `This token lacks the scope “${scope}”.` },
    });
  });

  test("knows the messages of its own account only", async () => {
    const owner = await mintAccount();
    const messageId = await send(owner, { scheduled_at: inMs(hourMs), client_ref: "order-1" });
    const stranger = await mintAccount();
    const path = `/api/sms/${messageId}`;
    const never = `/api/sms/${id}`;
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? { scheduled_at: inMs(1000) } : undefined;
      const refused = await call(stranger, [method, path], body);
      expect([method, refused.status, refused.body.detail]).toEqual([
        method,
        404,
        (await call(stranger, [method, never], body)).body.detail,
      ]);
    }
    expect(await list(stranger, "client_ref=order-1")).toEqual([]);
    expect(await list(owner, "status=scheduled")).toEqual([messageId]);
  });

  test.each([
    ["PUT", "/api/sms", "GET, POST"],
    ["GET", "/api/sms/batch", "POST"],
    ["POST", `/api/sms/${id}`, "GET, PATCH, DELETE"],
  ])("%s %s is 405 and says what is allowed", async (method, path, allow) => {
    const { status, headers } = await call(await mintAccount(), [method, path]);
    expect([status, headers.get("allow")]).toEqual([405, allow]);
  });
});

test("a test token neither moves nor cancels a live message, and its credits stay spent", async () => {
  const live = await mintAccount();
  const { token } = await mintToken(live, "test", ["send", "read"]);
  const at = inMs(hourMs);
  const [sold, rehearsed] = [
    await send(live, { scheduled_at: at }),
    await send({ token }, { scheduled_at: at }),
  ];
  const moved = await call({ token }, ["PATCH", `/api/sms/${sold}`], {
    scheduled_at: inMs(60_000),
  });
  const cancelled = await call({ token }, ["DELETE", `/api/sms/${sold}`]);
  for (const { status, body } of [moved, cancelled]) {
    expect(status).toBe(404);
    expect(body).toMatchObject({ detail: "Message not found." });
  }
  const { body } = await call<MessageView>(live, ["GET", `/api/sms/${sold}`]);
  expect(body).toMatchObject({ status: "scheduled", scheduled_at: at });
  expect(await getBalance({ actor: operatorOf(live.accountId) })).toBe(99);
  expect((await call({ token }, ["DELETE", `/api/sms/${rehearsed}`])).status).toBe(200);
});
