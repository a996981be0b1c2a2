import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { operatorOf, type Scope } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { createToken } from "../tokens/create-token";
import { accountSidOf, messageSidOf } from "../twilio-api/sids";
import { api } from "./app";
import { routes } from "./routes";

afterAll(closeDatabase);

const scopes: Scope[] = ["send", "read", "manage"];

/** What each call in Twilio's form demands. */
const demanded: Record<string, Scope | "any"> = {
  "get /2010-04-01/Accounts/{AccountFile}": "any",
  "post /2010-04-01/Accounts/{AccountSid}/Messages.json": "send",
  "get /2010-04-01/Accounts/{AccountSid}/Messages.json": "read",
  "get /2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}": "read",
  "post /2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}": "send",
  "get /2010-04-01/Accounts/{AccountSid}/Balance.json": "read",
};

interface Asking {
  call: string;
  accountId: string;
  token: string;
  contentType?: string;
  body?: string;
  /** One that nobody has if left out. */
  messageId?: string;
}

const nobodys = "0191e7a0-0000-7000-8000-000000000001";

function ask({ call, accountId, token, contentType, body = "", messageId = nobodys }: Asking) {
  const [method = "", path = ""] = call.split(" ");
  const sid = accountSidOf(accountId);
  const real = path
    .replace("{AccountSid}", sid)
    .replace("{AccountFile}", `${sid}.json`)
    .replace("{MessageFile}", `${messageSidOf(messageId)}.json`);
  const request = new Request(`http://localhost${real}`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString("base64")}`,
      "content-type": contentType ?? "application/x-www-form-urlencoded",
    },
    body: method === "post" ? body : null,
  });
  return Promise.resolve(api.fetch(request, { clientAddress: "192.0.2.1" }));
}

describe("the calls in Twilio's form", () => {
  test("each have a row that says what they demand", () => {
    const calls = routes
      .map(({ call }) => call)
      .filter(({ path }) => !path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path}`);
    expect(calls.sort()).toEqual(Object.keys(demanded).sort());
  });

  const scoped = Object.entries(demanded).flatMap(([call, scope]) => {
    return scope === "any" ? [] : [{ call, scope }];
  });

  test.each(scoped)("$call demands the scope $scope", async ({ call, scope }) => {
    const { accountId } = await mintAccount();
    const tokenWith = (wanted: Scope[]) =>
      createToken({
        actor: operatorOf(accountId),
        input: { name: "x", mode: "live", scopes: wanted },
      });
    const lacking = await tokenWith(scopes.filter((each) => each !== scope));
    const refused = await ask({ call, accountId, token: lacking.token });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 20403, status: 403 });
    const having = await tokenWith([scope]);
    expect([401, 403]).not.toContain((await ask({ call, accountId, token: having.token })).status);
  });

  test.each(scopes)("the account is shown to a token with the scope %s alone", async (scope) => {
    const { accountId } = await mintAccount();
    const { token } = await createToken({
      actor: operatorOf(accountId),
      input: { name: "x", mode: "live", scopes: [scope] },
    });
    const call = "get /2010-04-01/Accounts/{AccountFile}";
    const response = await ask({ call, accountId, token });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ sid: accountSidOf(accountId), auth_token: null });
    expect(text).not.toContain(token);
  });

  test("take a token of no other account, and name the way to sign in", async () => {
    const [mine, other] = [await mintAccount(), await mintAccount()];
    const call = "get /2010-04-01/Accounts/{AccountSid}/Messages.json";
    const response = await ask({ call, accountId: mine.accountId, token: other.token });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Basic /);
    expect(await response.json()).toMatchObject({
      ...{ code: 20003, status: 401, message: expect.any(String), more_info: expect.any(String) },
    });
  });

  test("are answered in Twilio's form where there is nothing", async () => {
    const { accountId, token } = await mintAccount();
    const call = "get /2010-04-01/Accounts/{AccountSid}/Calls.json";
    const response = await ask({ call, accountId, token });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 20404 });
  });
});

test("a test token sees nothing live, and changes nothing live", async () => {
  const { accountId, token: liveToken } = await mintAccount();
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "x", mode: "test", scopes },
  });
  const actor = operatorOf(accountId, "live");
  const input = {
    ...{ from: "YourBrand", to: "48732129000", body: "canary" },
    scheduled_at: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const { accepted } = await sendMessage({ actor, input });
  const messageId = parsePublicId("msg", accepted.message_id ?? "") ?? "";
  const list = "get /2010-04-01/Accounts/{AccountSid}/Messages.json";
  const one = "get /2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}";
  const change = "post /2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}";
  const listed = await ask({ call: list, accountId, token });
  expect(await listed.json()).toMatchObject({ messages: [], next_page_uri: null });
  expect((await ask({ call: one, accountId, token, messageId })).status).toBe(404);
  const body = "Status=canceled";
  expect((await ask({ call: change, accountId, token, messageId, body })).status).toBe(404);
  const live = await ask({ call: one, accountId, token: liveToken, messageId });
  expect(await live.json()).toMatchObject({ body: "canary", status: "scheduled" });
});

describe("a token's own rules", () => {
  const call = "post /2010-04-01/Accounts/{AccountSid}/Messages.json";
  const body = "From=YourBrand&To=%2B48732129000&Body=Hello";

  test("about addresses hold for Basic, too", async () => {
    const { accountId } = await mintAccount();
    const tokenFor = (cidrs: string[]) =>
      createToken({
        actor: operatorOf(accountId),
        input: { name: "x", mode: "live", scopes: ["send"], cidrs },
      });
    const elsewhere = await tokenFor(["198.51.100.0/24"]);
    const refused = await ask({ call, accountId, token: elsewhere.token, body });
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 20003 }]);
    const here = await tokenFor(["192.0.2.0/24"]);
    expect((await ask({ call, accountId, token: here.token, body })).status).toBe(201);
  });

  test("hold at the first steps, too: the account of a token that was mistyped is told", async () => {
    const { accountId, token } = await mintAccount();
    const mistyped = `${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`;
    // Of many refusals in a second not all are looked into.
    const flaws = async () => {
      expect((await ask({ call, accountId, token: mistyped, body })).status).toBe(401);
      const rows = await db().execute<{ flaw: string }>(
        sql`select flaw from refused_requests where account_id = ${accountId}::uuid`,
      );
      return rows.map(({ flaw }) => flaw);
    };
    await expect.poll(flaws, { timeout: 10_000, interval: 300 }).toContain("mistyped");
  });

  test("about spending hold as for POST /api/sms", async () => {
    const { accountId } = await mintAccount();
    const { token } = await createToken({
      actor: operatorOf(accountId),
      input: { name: "x", mode: "live", scopes: ["send"], daily_limit: 1 },
    });
    expect((await ask({ call, accountId, token, body })).status).toBe(201);
    const beyond = await ask({ call, accountId, token, body });
    expect([beyond.status, await beyond.json()]).toMatchObject([402, { code: 30002 }]);
  });

  test("hold for a SID in the path and in Basic alike: another one is 401, with the right token", async () => {
    const [mine, other] = [await mintAccount(), await mintAccount()];
    const [own, foreign] = [accountSidOf(mine.accountId), accountSidOf(other.accountId)];
    const codes: unknown[] = [];
    for (const [name, path] of [
      [foreign, own],
      [own, foreign],
      ["", own],
      [`${own}0`, own],
    ]) {
      const request = new Request(`http://localhost/2010-04-01/Accounts/${path}/Balance.json`, {
        headers: {
          authorization: `Basic ${Buffer.from(`${name}:${mine.token}`).toString("base64")}`,
        },
      });
      const response = await api.fetch(request, { clientAddress: "192.0.2.1" });
      codes.push([response.status, (await response.json()).code]);
    }
    expect(codes).toEqual(codes.map(() => [401, 20003]));
  });

  test("say nothing of a token to whom names another account: 401, also without the scope", async () => {
    const [mine, other] = [await mintAccount(), await mintAccount()];
    const { token } = await createToken({
      actor: operatorOf(mine.accountId),
      input: { name: "x", mode: "live", scopes: ["read"] },
    });
    const refused = await ask({ call, accountId: other.accountId, token, body });
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 20003 }]);
    expect((await ask({ call, accountId: mine.accountId, token, body })).status).toBe(403);
  });
});

describe("a form", () => {
  const call = "post /2010-04-01/Accounts/{AccountSid}/Messages.json";

  test.each([
    ["that is JSON", { contentType: "application/json", body: "{}" }, 415],
    ["of too many fields", { body: "a=1&".repeat(100) }, 400],
    ["that is empty", { body: "" }, 400],
  ])("%s is refused with a clear error", async (_what, form, status) => {
    const { accountId, token } = await mintAccount();
    const response = await ask({ call, accountId, token, ...form });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, message: expect.stringMatching(/\w/) });
  });

  test("that is sent twice with one Idempotency-Key sends once", async () => {
    const { accountId, token } = await mintAccount();
    const sid = accountSidOf(accountId);
    const send = async () => {
      const request = new Request(`http://localhost/2010-04-01/Accounts/${sid}/Messages.json`, {
        method: "POST",
        headers: {
          authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
          "idempotency-key": "8e03978e-40d5-43e8-bc93-6894a57f9324",
        },
        body: new URLSearchParams({
          ...{ From: "YourBrand", To: "+48732129000", Body: "Hello" },
          StatusCallback: "https://example.com/status",
        }).toString(),
      });
      return (await api.fetch(request, { clientAddress: "192.0.2.1" })).json();
    };
    const first = await send();
    expect(await send()).toEqual(first);
  });
});
