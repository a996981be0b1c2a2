import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelCampaign } from "../campaigns/cancel-campaign";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { startCampaign } from "../campaigns/start-campaign";
import { operatorOf, type TokenActor } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { cancelMessage } from "../messages/cancel-message";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { authenticateToken } from "../tokens/authenticate-token";
import { createToken } from "../tokens/create-token";
import { getToken } from "../tokens/get-token";
import { revokeToken } from "../tokens/revoke-token";
import { updateToken } from "../tokens/update-token";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    RATE_LIMIT_BURST: "0",
    RATE_LIMIT_SUSTAINED: "0",
    RATE_LIMIT_MESSAGES: "0",
  });
});
afterAll(() => dropDatabase());

const wire = { from: "Shop", to: "48732129000", body: "Hello" };
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

async function limited(daily_limit: number, credits = 1000) {
  const { accountId } = await mintAccount({ credits });
  const panel = operatorOf(accountId);
  const { token, tokenId } = await createToken({
    actor: panel,
    input: { name: "limited", mode: "live", scopes: ["send", "read", "manage"], daily_limit },
  });
  const authenticate = () => authenticateToken(`Bearer ${token}`, null);
  const spent = async () => (await getToken({ actor: panel, input: { tokenId } })).spent_today;
  return { accountId, panel, tokenId, authenticate, actor: await authenticate(), spent };
}

const codeOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === "fulfilled" ? "accepted" : outcome.reason.code;

function sendMany(count: number, actor: TokenActor) {
  return Promise.allSettled(
    Array.from({ length: count }, () => sendMessage({ actor, input: wire })),
  );
}

const beyond = { code: "spend_limit_reached" };

describe("a token with a daily spend limit", () => {
  test("spends exactly as much as it may: of 100 sends at once for 37 credits, 37 are accepted", async () => {
    const { accountId, panel, actor, spent } = await limited(37);
    const codes = (await sendMany(100, actor)).map(codeOf);
    expect(codes.filter((code) => code === "accepted")).toHaveLength(37);
    expect(codes.filter((code) => code === "spend_limit_reached")).toHaveLength(63);
    expect(await getBalance({ actor: operatorOf(accountId) })).toBe(1000 - 37);
    expect(await spent()).toBe(37);
    // The dashboard and other tokens have nothing to do with it.
    await sendMessage({ actor: panel, input: wire });
  });

  test("is told what it may still spend and when its next day begins", async () => {
    const { actor } = await limited(1);
    await expect(
      sendMessage({ actor, input: { ...wire, body: "a".repeat(161) } }),
    ).rejects.toMatchObject({
      ...beyond,
      details: { required: 2, available: 1, resetsAt: expect.any(Date) },
    });
    await sendMessage({ actor, input: wire });
    await expect(sendMessage({ actor, input: wire })).rejects.toMatchObject({
      ...beyond,
      details: { required: 1, available: 0 },
    });
  });

  test("still gets the first answer for a key it has used, once its limit is reached", async () => {
    const { actor } = await limited(1);
    const input = { ...wire, idempotency_key: randomUUID() };
    const first = await sendMessage({ actor, input });
    await expect(sendMessage({ actor, input: wire })).rejects.toMatchObject(beyond);
    expect(await sendMessage({ actor, input })).toEqual({ ...first, isReplay: true });
    const batch = await sendBatch({ actor, input: { messages: [input, wire] } });
    expect(batch.data).toMatchObject([
      { message_id: first.accepted.message_id, replayed: true },
      { code: "spend_limit_reached", required: 1, available: 0 },
    ]);
  });

  test("gets as much of a batch accepted as it may spend, and a cheaper message behind a refused one", async () => {
    const { actor, spent } = await limited(3);
    const long = { ...wire, body: "a".repeat(161) };
    const { data } = await sendBatch({ actor, input: { messages: [long, long, wire, wire] } });
    expect(data.map((item) => ("code" in item ? item.code : item.credits))).toEqual([
      2,
      "spend_limit_reached",
      1,
      "spend_limit_reached",
    ]);
    expect(await spent()).toBe(3);
  });

  test("gets nothing back by refunds before the next day, and everything then", async () => {
    const { accountId, panel, actor, spent } = await limited(1);
    const { accepted } = await sendMessage({ actor, input: { ...wire, scheduled_at: tomorrow() } });
    await cancelMessage({ actor: panel, input: { messageId: String(accepted.message_id) } });
    await expect(sendMessage({ actor, input: wire })).rejects.toMatchObject(beyond);
    await db().execute(
      sql`update token_spending set day = day - 1 where account_id = ${accountId}`,
    );
    expect(await spent()).toBe(0);
    await sendMessage({ actor, input: wire });
    expect(await spent()).toBe(1);
  });

  test("has dry runs refused like sends, and they spend nothing", async () => {
    const { actor, spent } = await limited(1);
    const input = { ...wire, dry_run: true };
    await sendMessage({ actor, input });
    await sendMessage({ actor, input });
    const long = { ...input, body: "a".repeat(161) };
    await expect(sendMessage({ actor, input: long })).rejects.toMatchObject(beyond);
    const { data } = await sendBatch({ actor, input: { messages: [input, input] } });
    expect(data).toMatchObject([{ status: "dry_run" }, { code: "spend_limit_reached" }]);
    expect(await spent()).toBe(0);
  });

  test("starts no campaign that costs more, which stays a draft and costs nothing", async () => {
    const { accountId, actor, spent } = await limited(10);
    const rows = (count: number) => phones(count).map((to) => [to]);
    const big = await draftCampaign(actor, { rows: rows(11) });
    const start = (campaignId: string) => startCampaign({ actor, input: { campaignId } });
    await expect(start(big.campaign_id)).rejects.toMatchObject({
      ...beyond,
      details: { required: 11, available: 10 },
    });
    expect(await getBalance({ actor: operatorOf(accountId) })).toBe(1000);
    const small = await draftCampaign(actor, { rows: rows(10) });
    await start(small.campaign_id);
    expect(await spent()).toBe(10);
    await expect(sendMessage({ actor, input: wire })).rejects.toMatchObject(beyond);
    await cancelCampaign({ actor, input: { campaignId: small.campaign_id } });
    expect(await spent()).toBe(10);
  });
});

describe("the limit of a token", () => {
  test("that is set later counts what the token has spent today, and holds from its next request on", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const panel = operatorOf(accountId);
    const authenticate = () => authenticateToken(`Bearer ${token}`, null);
    const before = await authenticate();
    for (let times = 0; times < 3; times += 1) await sendMessage({ actor: before, input: wire });
    const set = (daily_limit: number | null) =>
      updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit } } });
    expect(await set(4)).toMatchObject({ daily_limit: 4, spent_today: 3 });
    const actor = await authenticate();
    await sendMessage({ actor, input: wire });
    await expect(sendMessage({ actor, input: wire })).rejects.toMatchObject(beyond);
    // What a process remembers of it from before is not confirmed any more.
    await expect(
      sendMessage({ actor: { ...before, remembered: before.known }, input: wire }),
    ).rejects.toMatchObject({ name: "UnprovenTokenError" });
    expect(await set(5)).toMatchObject({ daily_limit: 5, spent_today: 4 });
    await sendMessage({ actor: await authenticate(), input: wire });
    expect(await set(null)).toMatchObject({ daily_limit: null, spent_today: null });
    await sendMessage({ actor: await authenticate(), input: wire });
    expect(await set(10)).toMatchObject({ daily_limit: 10, spent_today: 6 });
  });

  test("holds at once for requests that began before it was set, changed, or taken away", async () => {
    const { accountId, token, tokenId } = await mintAccount({ credits: 100 });
    const panel = operatorOf(accountId);
    const authenticate = () => authenticateToken(`Bearer ${token}`, null);
    const set = (daily_limit: number | null) =>
      updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit } } });
    const batchOf = async (actor: TokenActor, count: number) => {
      const { accepted, data } = await sendBatch({
        actor,
        input: { messages: Array.from({ length: count }, () => wire) },
      });
      return { accepted, codes: [...new Set(data.map((item) => Reflect.get(item, "code")))] };
    };
    const unlimited = await authenticate();
    await set(3);
    await sendMessage({ actor: unlimited, input: wire });
    expect(await batchOf(unlimited, 600)).toEqual({
      accepted: 2,
      codes: [undefined, "spend_limit_reached"],
    });
    await expect(sendMessage({ actor: unlimited, input: wire })).rejects.toMatchObject(beyond);
    const three = await authenticate();
    expect(await set(4)).toMatchObject({ spent_today: 3 });
    expect(await batchOf(three, 3)).toMatchObject({ accepted: 1 });
    const four = await authenticate();
    await set(null);
    expect(await batchOf(four, 5)).toMatchObject({ accepted: 5 });
    expect(await getBalance({ actor: panel })).toBe(100 - 9);
  });

  test("lets nothing more through in requests of a token that was revoked meanwhile", async () => {
    const { accountId, token, tokenId } = await mintAccount();
    const panel = operatorOf(accountId);
    const actor = await authenticateToken(`Bearer ${token}`, null);
    await revokeToken({ actor: panel, input: { tokenId } });
    await expect(sendMessage({ actor, input: wire })).rejects.toMatchObject({
      code: "unauthorized",
    });
    const { accepted, data } = await sendBatch({ actor, input: { messages: [wire, wire] } });
    expect({ accepted, data }).toMatchObject({
      accepted: 0,
      data: [{ code: "unauthorized" }, { code: "unauthorized" }],
    });
    expect(await getBalance({ actor: panel })).toBe(100);
  });

  test("that is set later counts a campaign at its start, once, and not again by its messages", async () => {
    const { accountId, token, tokenId } = await mintAccount({ credits: 100 });
    const panel = operatorOf(accountId);
    const actor = await authenticateToken(`Bearer ${token}`, null);
    await sendMessage({ actor, input: wire });
    const { campaign_id } = await draftCampaign(actor, { rows: phones(5).map((to) => [to]) });
    await startCampaign({ actor, input: { campaignId: campaign_id } });
    const set = (daily_limit: number | null) =>
      updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit } } });
    expect(await set(50)).toMatchObject({ spent_today: 6 });
    await set(null);
    while ((await feedCampaigns()) > 0);
    expect(await set(50)).toMatchObject({ spent_today: 6 });
  });

  test("counts a campaign for the token that starts it, and for none when a person does", async () => {
    const { accountId, token, tokenId } = await mintAccount({ credits: 100 });
    const panel = operatorOf(accountId);
    const other = await createToken({
      actor: panel,
      input: { name: "starts", mode: "live", scopes: ["send", "read", "manage"] },
    });
    const maker = await authenticateToken(`Bearer ${token}`, null);
    const starter = await authenticateToken(`Bearer ${other.token}`, null);
    const draft = () => draftCampaign(maker, { rows: phones(5).map((to) => [to]) });
    for (const actor of [starter, panel]) {
      const { campaign_id: campaignId } = await draft();
      await startCampaign({ actor, input: { campaignId } });
    }
    const spentBy = async (id: string) =>
      (await updateToken({ actor: panel, input: { tokenId: id, wanted: { daily_limit: 50 } } }))
        .spent_today;
    expect([await spentBy(tokenId), await spentBy(other.tokenId)]).toEqual([0, 5]);
    while ((await feedCampaigns()) > 0);
    const rows = await db().execute<{ token_id: string | null }>(sql`
      select token_id from messages where account_id = ${accountId}`);
    expect(rows.map((row) => row.token_id).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => other.tokenId),
      ...Array.from({ length: 5 }, () => null),
    ]);
  });

  test("that is set the first time has no gap: sends at the same moment are all counted", async () => {
    const { accountId, token, tokenId } = await mintAccount({ credits: 1000 });
    const panel = operatorOf(accountId);
    const authenticate = () => authenticateToken(`Bearer ${token}`, null);
    const send = async () => sendMessage({ actor: await authenticate(), input: wire });
    const sends = Array.from({ length: 60 }, send);
    const set = updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit: 500 } } });
    const [outcomes] = await Promise.all([Promise.allSettled(sends), set]);
    const accepted = outcomes.filter(({ status }) => status === "fulfilled").length;
    const { spent_today } = await getToken({ actor: panel, input: { tokenId } });
    expect(spent_today).toBe(accepted);
  });

  test("is raised without reading a message, and what was counted stays", async () => {
    const { panel, tokenId, actor } = await limited(10);
    for (let times = 0; times < 3; times += 1) await sendMessage({ actor, input: wire });
    // Reading messages would wait for this lock.
    await db().transaction(async (tx) => {
      await tx.execute(sql`lock table messages in access exclusive mode`);
      expect(
        await updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit: 20 } } }),
      ).toMatchObject({ daily_limit: 20, spent_today: 3 });
    });
  });

  test("never takes the count to an earlier day, nor to less of the same day", async () => {
    const { accountId, panel, tokenId } = await limited(10);
    const set = (daily_limit: number | null) =>
      updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit } } });
    const kept = async () => {
      const [row] = await db().execute<{ day: string; credits: string }>(sql`
        select day::text, credits from token_spending where account_id = ${accountId} and token_id = ${tokenId}`);
      return [row?.day, Number(row?.credits)];
    };
    const rows = [tomorrow().slice(0, 10), new Date().toISOString().slice(0, 10)];
    for (const day of rows) {
      await set(null);
      await db().execute(sql`
        update token_spending set day = ${day}, credits = 7 where account_id = ${accountId} and token_id = ${tokenId}`);
      await set(10);
      expect(await kept()).toEqual([day, 7]);
    }
  });

  test("of an expired token is not changed, and the error says why", async () => {
    const { accountId, panel, tokenId } = await limited(10);
    await db().execute(sql`
      update tokens set expires_at = now() - interval '1 second' where account_id = ${accountId} and id = ${tokenId}`);
    await expect(
      updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit: 20 } } }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("expired") });
  });

  test("can be raised by no token for itself or another, and no other token that spends can be made by it", async () => {
    const { actor, tokenId } = await limited(10);
    const forbidden = { code: "forbidden" };
    for (const daily_limit of [11, null]) {
      await expect(
        updateToken({ actor, input: { tokenId, wanted: { daily_limit } } }),
      ).rejects.toMatchObject(forbidden);
    }
    for (const daily_limit of [11, 10, undefined]) {
      await expect(
        createToken({ actor, input: { name: "more", mode: "live", daily_limit } }),
      ).rejects.toMatchObject(forbidden);
    }
    await createToken({ actor, input: { name: "reads", mode: "live", scopes: ["read"] } });
    await createToken({ actor, input: { name: "test", mode: "test" } });
  });

  test.each([0, -1, 1.5, "10", 1_000_000_001])("cannot be %j", async (daily_limit) => {
    const { panel, tokenId } = await limited(10);
    await expect(
      updateToken({ actor: panel, input: { tokenId, wanted: { daily_limit } } }),
    ).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { daily_limit: [expect.stringMatching(/^Enter a whole number/)] } },
    });
  });

  test("is none for a test token, which spends nothing", async () => {
    const { accountId } = await mintAccount();
    const input = { name: "test", mode: "test", daily_limit: 5 } as const;
    await expect(createToken({ actor: operatorOf(accountId), input })).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { daily_limit: [expect.any(String)] } },
    });
  });
});
