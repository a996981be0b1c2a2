import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { addOptOut } from "../opt-outs/add-opt-out";
import { callTool, closeAgents, connectAgent } from "../testing/agent-client";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import type { TokenScope } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { revokeToken } from "../tokens/revoke-token";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterEach(closeAgents);
afterAll(async () => {
  await server.stop();
  await closeDatabase();
});

const hello = { from: "YourBrand", to: "48732129000", body: "Hello" };

const connect = (token: string) => connectAgent(server, token);

async function tokenWith(accountId: string, scopes: TokenScope[]) {
  return createToken({
    actor: operatorOf(accountId),
    input: { name: "agent", mode: "live", scopes },
  });
}

const sentBy = (accountId: string) =>
  db().select().from(messages).where(eq(messages.accountId, accountId));

async function creditsOf(accountId: string): Promise<number | undefined> {
  const [row] = await db()
    .select({ credits: accounts.credits })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.credits;
}

function post(token: string | null, body: string, headers: Record<string, string> = {}) {
  return fetch(`${server.url}/api/mcp`, {
    method: "POST",
    headers: {
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body,
  });
}

describe("a program with a token", () => {
  test("finds every tool with its arguments, and what changes something is marked", async () => {
    const { token } = await mintAccount();
    const { tools } = await (await connect(token)).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "price_text",
      "send_message",
      "get_message",
      "list_messages",
      "get_balance",
      "list_opt_outs",
    ]);
    const send = tools.find(({ name }) => name === "send_message");
    expect(Object.keys(send?.inputSchema.properties ?? {})).toEqual(
      expect.arrayContaining(["from", "to", "body", "scheduled_at", "dry_run", "confirm"]),
    );
    const changing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    expect(changing).toEqual([send]);
  });

  test("prices a text by the sum that the bill uses, for any number of people", async () => {
    const { token } = await mintAccount();
    const client = await connect(token);
    const given = { body: "Zażółć gęślą jaźń ".repeat(5), recipients: 3 };
    const { value } = await callTool(client, "price_text", given);
    expect(value).toEqual({ segments: 2, encoding: "UCS-2", recipients: 3, credits: 6 });
  });

  test("sends what was priced and confirmed, follows it, lists it, and sees the balance", async () => {
    const { accountId, token } = await mintAccount({ credits: 10 });
    const client = await connect(token);
    const priced = await callTool(client, "send_message", { ...hello, dry_run: true });
    expect(priced.value).toMatchObject({ status: "dry_run", credits: 1, message_id: null });
    expect(await sentBy(accountId)).toEqual([]);
    const { confirm } = priced.value;
    const sent = await callTool(client, "send_message", { ...hello, confirm });
    expect(sent).toMatchObject({ isError: false, value: { status: "queued", replayed: false } });
    const { message_id } = sent.value;
    const followed = await callTool(client, "get_message", { message_id });
    expect(followed.value).toMatchObject({ message_id, to: hello.to, events: expect.any(Array) });
    const listed = await callTool(client, "list_messages", { to: hello.to, limit: 5 });
    expect(listed.value["data"]).toMatchObject([{ message_id }]);
    const balance = await callTool(client, "get_balance");
    expect(balance.value).toMatchObject({ credits: 9 });
  });

  test("finds a number that wants no messages, and can't send to it", async () => {
    const { accountId, token } = await mintAccount();
    await addOptOut({ actor: operatorOf(accountId), input: { number: hello.to } });
    const client = await connect(token);
    const { value } = await callTool(client, "list_opt_outs", { number: hello.to });
    expect(value["data"]).toMatchObject([{ number: hello.to }]);
    const refused = await callTool(client, "send_message", { ...hello, dry_run: true });
    expect(refused).toMatchObject({ isError: true, value: { code: "opted_out" } });
  });
});

describe("a refusal", () => {
  test("names the argument that does not exist, instead of sending without it", async () => {
    const { accountId, token } = await mintAccount();
    const client = await connect(token);
    const given = { ...hello, dry_run: true, sheduled_at: "2030-01-01T00:00:00Z" };
    const { value } = await callTool(client, "send_message", given);
    expect(value).toMatchObject({
      errors: { sheduled_at: [expect.stringContaining("Unknown argument")] },
    });
    expect(await sentBy(accountId)).toEqual([]);
  });

  test("of fields and of credits says the same as the API", async () => {
    const { token } = await mintAccount({ credits: 0 });
    const client = await connect(token);
    const wrong = await callTool(client, "send_message", { ...hello, to: "22", dry_run: true });
    expect(wrong.value).toMatchObject({
      code: "invalid_request",
      errors: { to: [expect.any(String)] },
    });
    const poor = await callTool(client, "send_message", { ...hello, dry_run: true });
    expect(poor.value).toMatchObject({ code: "insufficient_credits", required: 1, available: 0 });
  });

  test("of another account's message is that there is none", async () => {
    const [one, other] = [await mintAccount(), await mintAccount()];
    const client = await connect(one.token);
    const { value } = await callTool(client, "send_message", { ...hello, dry_run: true });
    const sent = await callTool(client, "send_message", { ...hello, confirm: value["confirm"] });
    const stranger = await connect(other.token);
    const { message_id } = sent.value;
    const read = await callTool(stranger, "get_message", { message_id });
    expect(read).toMatchObject({ isError: true, value: { code: "not_found" } });
  });

  test("of a tool that does not exist names those that do", async () => {
    const { token } = await mintAccount();
    const { value } = await callTool(await connect(token), "drop_tables");
    expect(value).toMatchObject({
      code: "not_found",
      detail: expect.stringContaining("price_text"),
    });
  });
});

describe("scopes", () => {
  test.each<[TokenScope[], string[]]>([
    [["read"], ["get_message", "list_messages", "list_opt_outs"]],
    [["send"], ["send_message"]],
    [["manage"], []],
  ])("a token with %j is shown its tools alone", async (scopes, names) => {
    const { accountId } = await mintAccount();
    const { tools } = await (await connect((await tokenWith(accountId, scopes)).token)).listTools();
    const open = ["price_text", "get_balance"];
    expect(tools.map(({ name }) => name).sort()).toEqual([...open, ...names].sort());
  });

  test.each<[TokenScope, string, object]>([
    ["send", "send_message", { ...hello, dry_run: true }],
    ["read", "get_message", { message_id: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA" }],
    ["read", "list_messages", {}],
    ["read", "list_opt_outs", {}],
  ])("without the scope %s, %s is refused by the verb itself", async (scope, name, given) => {
    const { accountId } = await mintAccount();
    const all: TokenScope[] = ["send", "read", "manage"];
    const { token } = await tokenWith(
      accountId,
      all.filter((each) => each !== scope),
    );
    const { value } = await callTool(await connect(token), name, given);
    expect(value).toMatchObject({ code: "forbidden", detail: expect.stringContaining(scope) });
  });

  test("a test token sends test messages alone, and costs nothing", async () => {
    const { accountId, token } = await mintAccount({ mode: "test", credits: 5 });
    const client = await connect(token);
    const { value } = await callTool(client, "send_message", { ...hello, dry_run: true });
    await callTool(client, "send_message", { ...hello, confirm: value["confirm"] });
    const tests = await db()
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), eq(messages.test, true)));
    expect(tests).toHaveLength(1);
    expect(await creditsOf(accountId)).toBe(5);
  });
});

describe("the door", () => {
  const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });

  test("lets nobody in without a token, and a revoked one stops immediately", async () => {
    const refused = await post(null, ping);
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([
      401,
      expect.stringContaining("Bearer"),
    ]);
    const { accountId, token, tokenId } = await mintAccount();
    const client = await connect(token);
    await callTool(client, "get_balance");
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId } });
    await expect(callTool(client, "get_balance")).rejects.toThrow();
  });

  test("keeps no session: every request stands for itself", async () => {
    const { token } = await mintAccount();
    const answer = await post(token, ping);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("mcp-session-id")).toBeNull();
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(answer.headers.get("x-request-id")).toMatch(/^req_/);
    expect(await answer.json()).toEqual({ jsonrpc: "2.0", id: 1, result: {} });
  });

  test("takes one message per request, so that each counts against the limits", async () => {
    const { token } = await mintAccount();
    const answer = await post(token, `[${Array(50).fill(ping).join(",")}]`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid_json" });
  });

  test("reads no more than 64 KiB, and nothing that is not JSON", async () => {
    const { token } = await mintAccount();
    const large = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "x".repeat(70_000) });
    expect((await post(token, large)).status).toBe(413);
    expect((await post(token, "{")).status).toBe(400);
    expect((await post(token, ping, { "content-type": "text/plain" })).status).toBe(415);
  });

  test("says to a message of no known kind that it is none, and stays up", async () => {
    const { token } = await mintAccount();
    for (const body of [
      {},
      { jsonrpc: "1.0", id: 1, method: "ping" },
      { jsonrpc: "2.0", id: {} },
    ]) {
      expect((await post(token, JSON.stringify(body))).status).toBe(400);
    }
    const unknown = await post(token, JSON.stringify({ jsonrpc: "2.0", id: 1, method: "nothing" }));
    expect(await unknown.json()).toMatchObject({ error: { code: -32_601 } });
    expect((await post(token, ping)).status).toBe(200);
  });
});
