import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { callTool, closeAgents, connectAgent } from "../testing/agent-client";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { createToken } from "../tokens/create-token";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterEach(async () => {
  vi.useRealTimers();
  await closeAgents();
});
afterAll(async () => {
  await server.stop();
  await closeDatabase();
});

const hello = { from: "YourBrand", to: "48732129000", body: "Hello" };

const connect = (token: string) => connectAgent(server, token);

const sentBy = (accountId: string) =>
  db().select().from(messages).where(eq(messages.accountId, accountId));

async function creditsOf(accountId: string): Promise<number | undefined> {
  const [row] = await db()
    .select({ credits: accounts.credits })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.credits;
}

describe("a confirmation", () => {
  async function priced() {
    const account = await mintAccount({ credits: 10 });
    const client = await connect(account.token);
    const { value } = await callTool(client, "send_message", { ...hello, dry_run: true });
    return { ...account, client, confirm: String(value["confirm"]) };
  }

  test("is needed: a call without one or a dry run sends nothing and says what to do", async () => {
    const { accountId, client } = await priced();
    for (const given of [hello, { ...hello, dry_run: false }, { ...hello, confirm: null }]) {
      const { isError, value } = await callTool(client, "send_message", given);
      expect(isError).toBe(true);
      expect(value).toMatchObject({
        code: "invalid_request",
        errors: { confirm: [expect.stringContaining("dry_run: true")] },
      });
    }
    expect(await sentBy(accountId)).toEqual([]);
  });

  test("sends one message, however often and however much at once it is used", async () => {
    const { accountId, client, confirm } = await priced();
    const given = { ...hello, confirm };
    const results = await Promise.all(
      Array.from({ length: 5 }, () => callTool(client, "send_message", given)),
    );
    const again = await callTool(client, "send_message", given);
    expect(again.value).toMatchObject({ replayed: true });
    const ids = new Set([...results, again].flatMap(({ value }) => value["message_id"] ?? []));
    expect(ids.size).toBe(1);
    expect(await sentBy(accountId)).toHaveLength(1);
    expect(await creditsOf(accountId)).toBe(9);
  });

  test.each([
    ["another text", { body: "Hello!" }],
    ["another number", { to: "48732129001" }],
    ["another sender", { from: "Other" }],
    ["another time", { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() }],
  ])("does not send %s", async (_what, change) => {
    const { accountId, client, confirm } = await priced();
    const { value } = await callTool(client, "send_message", { ...hello, ...change, confirm });
    expect(value).toMatchObject({
      code: "invalid_request",
      errors: { confirm: [expect.stringContaining("belong")] },
    });
    expect(await sentBy(accountId)).toEqual([]);
  });

  test("holds for fields in another order, and for those that are null", async () => {
    const { client, confirm } = await priced();
    const { body, from, to } = hello;
    const given = { client_ref: null, body, confirm, to, from };
    expect(await callTool(client, "send_message", given)).toMatchObject({ isError: false });
  });

  test("is of one token: another of the same account can't use it", async () => {
    const { accountId, confirm } = await priced();
    const input = { name: "other", mode: "live" as const, scopes: ["send" as const] };
    const other = await connect((await createToken({ actor: operatorOf(accountId), input })).token);
    const { isError } = await callTool(other, "send_message", { ...hello, confirm });
    expect(isError).toBe(true);
    expect(await sentBy(accountId)).toEqual([]);
  });

  test("ends after 15 minutes", async () => {
    const { accountId, client, confirm } = await priced();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 15 * 60_000 + 1000 });
    const { value } = await callTool(client, "send_message", { ...hello, confirm });
    expect(value).toMatchObject({ errors: { confirm: [expect.stringContaining("15 minutes")] } });
    expect(await sentBy(accountId)).toEqual([]);
  });

  test.each(["", "x", `${"0".repeat(36)}.zzzz.${"A".repeat(43)}`, "1".repeat(5000), 17, {}])(
    "that nobody issued (%j) sends nothing",
    async (confirm) => {
      const { accountId, client } = await priced();
      const { isError } = await callTool(client, "send_message", { ...hello, confirm });
      expect(isError).toBe(true);
      expect(await sentBy(accountId)).toEqual([]);
    },
  );
});
