import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { endMessages } from "../testing/end-messages";
import { mintAccount } from "../testing/mint-account";
import { mintPerson } from "../testing/mint-person";
import { startApi } from "../testing/start-api";
import { useOwnDatabase } from "../testing/use-own-database";
import { createToken } from "../tokens/create-token";
import { revokeToken } from "../tokens/revoke-token";
import { makeToken } from "../tokens/token-format";
import { countRefusals } from "./count-refusals";
import { dismissOnboarding } from "./dismiss-onboarding";
import { getFunnel } from "./get-funnel";
import { getOnboarding } from "./get-onboarding";
import { isStarting } from "./is-starting";
import { listNewAccounts } from "./list-new-accounts";
import { sweepRefusals } from "./sweep-refusals";

let drop: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  drop = await useOwnDatabase({ RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0" });
  server = await startApi();
});
afterAll(async () => {
  await server.stop();
  await drop();
});

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

async function post(authorization: string | null, body: object = wire): Promise<number> {
  const response = await fetch(`${server.url}/api/sms`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(authorization === null ? {} : { authorization }),
    },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

const refusalsOf = async (accountId: string) =>
  (await getOnboarding({ actor: operatorOf(accountId) })).refusals;

describe("the first steps", () => {
  test("are noted at the time they are taken, each once", async () => {
    const { accountId, token } = await mintAccount();
    const fresh = await getOnboarding({ actor: operatorOf(accountId) });
    expect(fresh).toMatchObject({
      first_request_at: null,
      first_accepted_at: null,
      first_delivered_at: null,
    });
    expect(Date.parse(fresh.first_token_at ?? "")).toBeGreaterThanOrEqual(
      Date.parse(fresh.signup_at),
    );
    expect(await post(`Bearer ${token}`)).toBe(200);
    const isDelivered = async () =>
      (await getOnboarding({ actor: operatorOf(accountId) })).first_delivered_at !== null;
    await expect.poll(isDelivered, { timeout: 10_000 }).toBe(true);
    const first = await getOnboarding({ actor: operatorOf(accountId) });
    const order = [
      first.signup_at,
      first.first_token_at,
      first.first_request_at,
      first.first_delivered_at,
    ];
    expect([...order].sort()).toEqual(order);
    await post(`Bearer ${token}`);
    await endMessages(accountId, 2);
    const { now: _before, ...known } = first;
    expect(await getOnboarding({ actor: operatorOf(accountId) })).toMatchObject(known);
  });

  test("are stored by the worker, so that nobody looks for them again", async () => {
    const { accountId } = await mintAccount();
    await endMessages(accountId, 1);
    const stored = () =>
      db().execute(sql`select 1 from onboarding where account_id = ${accountId}
        and first_accepted_at is not null and first_delivered_at is not null`);
    await expect.poll(async () => (await stored()).length, { timeout: 10_000 }).toBe(1);
    const { first_delivered_at } = await getOnboarding({ actor: operatorOf(accountId) });
    await db().execute(sql`delete from messages where account_id = ${accountId}`);
    expect(await getOnboarding({ actor: operatorOf(accountId) })).toMatchObject({
      first_delivered_at,
    });
  });

  test("can be put away and taken up again", async () => {
    const actor = operatorOf((await mintAccount()).accountId);
    expect(await isStarting({ actor })).toBe(true);
    await dismissOnboarding({ actor, input: { isDismissed: true } });
    expect(await isStarting({ actor })).toBe(false);
    await dismissOnboarding({ actor, input: { isDismissed: false } });
    expect(await isStarting({ actor })).toBe(true);
  });

  test("are read with the scope `read` and put away with `manage`", async () => {
    const actor = operatorOf((await mintAccount()).accountId);
    const sender = { ...actor, scopes: ["send"] as const };
    const reader = { ...actor, scopes: ["read"] as const };
    for (const attempt of [
      () => getOnboarding({ actor: sender }),
      () => isStarting({ actor: sender }),
      () => dismissOnboarding({ actor: reader, input: { isDismissed: true } }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await isStarting({ actor: reader })).toBe(true);
  });

  test("add up to a funnel with the time each takes", async () => {
    const { accountId } = await mintAccount();
    await mintAccount();
    await endMessages(accountId, 1);
    await db().execute(
      sql`update accounts set created_at = now() - interval '100 days' where id <> ${accountId}`,
    );
    const funnel = await getFunnel({ actor: operatorOf(accountId), input: { days: 30 } });
    expect(funnel.map(({ step, accounts }) => [step, accounts])).toEqual([
      ["signup", 1],
      ["token", 1],
      ["request", 1],
      ["accepted", 1],
      ["delivered", 1],
      ["webhook", 0],
    ]);
    expect(funnel.at(4)?.p50Ms).toBeGreaterThan(0);
    expect(funnel.at(5)).toMatchObject({ p50Ms: null, p90Ms: null });
  });

  test("are listed for administrators, the newest account first, with the last one that it took", async () => {
    const first = await mintAccount();
    await endMessages(first.accountId, 1);
    const second = await mintAccount();
    const actor = operatorOf(second.accountId);
    const [newest, before] = await listNewAccounts({ actor, input: { limit: 2 } });
    expect(newest).toMatchObject({ accountId: second.accountId, step: "token" });
    expect(before).toMatchObject({ accountId: first.accountId, step: "delivered" });
    expect(before?.steppedAt.getTime()).toBeGreaterThan(before?.signedUpAt.getTime() ?? 0);
    const owner = await mintPerson(first.accountId, "owner");
    for (const attempt of [
      () => getFunnel({ actor: owner, input: { days: 30 } }),
      () => listNewAccounts({ actor: owner, input: { limit: 2 } }),
      () => countRefusals({ actor: owner }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("a refused request of a newcomer", () => {
  test.each<[string, (token: string) => string, string | null]>([
    ["no_bearer", (token) => token, "no_bearer"],
    ["another scheme", (token) => `Token ${token}`, "no_bearer"],
    ["quotes", (token) => `Bearer "${token}"`, "quoted"],
    ["a letter too many", (token) => `Bearer ${token}x`, "extra_characters"],
    ["a semicolon behind it", (token) => `Bearer ${token};`, "extra_characters"],
    ["a dollar before it", (token) => `Bearer $${token}`, "extra_characters"],
    ["a lost end", (token) => `Bearer ${token.slice(0, -7)}`, "cut_short"],
    [
      "a typo",
      (token) => `Bearer ${token.slice(0, 20)}${token[20] === "a" ? "b" : "a"}${token.slice(21)}`,
      "mistyped",
    ],
  ])("says what was wrong with the token: %s", async (_what, headerOf, problem) => {
    const { accountId, token } = await mintAccount();
    expect(await post(headerOf(token))).toBe(401);
    await expect
      .poll(() => refusalsOf(accountId))
      .toMatchObject([
        { status: 401, code: "unauthorized", method: "POST", path: "/api/sms", problem },
      ]);
    const kept = await db().execute(sql`select * from refused_requests`);
    expect(JSON.stringify(kept)).not.toContain(token.slice(11, 30));
  });

  test("says that the token was revoked, or that its fields are wrong", async () => {
    const { accountId, token } = await mintAccount();
    const revoked = await createToken({
      actor: operatorOf(accountId),
      input: { name: "revoked", mode: "live" },
    });
    await revokeToken({ actor: operatorOf(accountId), input: { tokenId: revoked.tokenId } });
    await post(`Bearer ${revoked.token}`);
    await expect.poll(() => refusalsOf(accountId)).toMatchObject([{ problem: "revoked" }]);
    expect(await post(`Bearer ${token}`, { ...wire, from: "far too long a name" })).toBe(422);
    await expect
      .poll(() => refusalsOf(accountId))
      .toMatchObject([
        {
          status: 422,
          code: "invalid_request",
          detail: expect.stringContaining("from: Invalid sender"),
          problem: null,
        },
        { status: 401 },
      ]);
  });

  test("says that a path or a method is wrong, whatever token came with it", async () => {
    const { accountId, token } = await mintAccount();
    const headers = { authorization: `Bearer ${token}` };
    await fetch(`${server.url}/api/smss`, { method: "POST", headers });
    await expect.poll(() => refusalsOf(accountId)).toMatchObject([{ status: 404, problem: null }]);
    await fetch(`${server.url}/api/sms`, { method: "PUT", headers });
    await expect
      .poll(() => refusalsOf(accountId))
      .toMatchObject([{ status: 405, method: "PUT", problem: null }, { status: 404 }]);
  });

  test("is counted by its code over a day and a week, and after that no more", async () => {
    const { accountId, token } = await mintAccount();
    const ofCode = async () =>
      (await countRefusals({ actor: operatorOf(accountId) })).find(
        ({ code }) => code === "unsupported_media_type",
      );
    expect(await ofCode()).toBeUndefined();
    const headers = { authorization: `Bearer ${token}`, "content-type": "text/plain" };
    await fetch(`${server.url}/api/sms`, { method: "POST", headers, body: "Hello" });
    const first = { status: 415, day: 1, week: 1, accounts: 1 };
    await expect.poll(ofCode).toMatchObject(first);
    const age = (time: string) =>
      db().execute(sql`update refused_requests set at = now() - ${time}::interval
        where account_id = ${accountId}`);
    await age("25 hours");
    expect(await ofCode()).toMatchObject({ ...first, day: 0 });
    await age("8 days");
    expect(await ofCode()).toBeUndefined();
  });

  test("is nobody's when the token is nobody's", async () => {
    const before = await db().execute(sql`select 1 from refused_requests`);
    for (const header of [
      null,
      "",
      "Bearer",
      "Bearer $ACTIO_TOKEN",
      `Bearer ${makeToken("live")}`,
    ]) {
      expect(await post(header)).toBe(401);
    }
    const { accountId, token } = await mintAccount();
    await post(`Bearer ${token}x`);
    await expect.poll(() => refusalsOf(accountId)).toHaveLength(1);
    expect(await db().execute(sql`select 1 from refused_requests`)).toHaveLength(before.length + 1);
  });

  test("is one of at most twenty, and of none after the first delivery", async () => {
    const { accountId, token } = await mintAccount();
    const stored = () =>
      db().execute(sql`select 1 from refused_requests where account_id = ${accountId}`);
    for (let tries = 0; tries < 30; tries += 1) {
      await post(`Bearer ${token}`, {});
      // A second takes in no more than twenty.
      if (tries % 10 === 9) await expect.poll(stored).not.toHaveLength(0);
    }
    await expect.poll(async () => (await stored()).length).toBeLessThanOrEqual(20);
    await endMessages(accountId, 1);
    const isPast = () =>
      db().execute(
        sql`select 1 from onboarding where account_id = ${accountId} and first_delivered_at is not null`,
      );
    await expect.poll(async () => (await isPast()).length, { timeout: 10_000 }).toBe(1);
    await sweepRefusals();
    await post(`Bearer ${token}`, {});
    await post(`Bearer ${token}`, {});
    expect(await stored()).toHaveLength(0);
  });
});
