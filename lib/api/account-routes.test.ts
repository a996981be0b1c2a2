import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { publicId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { createToken } from "../tokens/create-token";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.stop());

async function ask(token: string, method = "GET") {
  const response = await fetch(`${server.url}/api/account`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

test("a token learns its account, its credits and what it may do", async () => {
  const { accountId, token, tokenId } = await mintAccount({ credits: 42 });
  const { status, body, headers } = await ask(token);
  expect(status).toBe(200);
  expect(body).toEqual({
    account_id: publicId("acc", accountId),
    name: expect.any(String),
    credits: 42,
    test: false,
    created_at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    scopes: ["send", "read", "manage"],
    token: { token_id: publicId("tok", tokenId), name: "test", expires_at: null },
    limits: {
      requests_per_second: 100,
      requests_per_minute: 3000,
      messages_per_minute: 30_000,
    },
    account_sid: `AC${accountId.replaceAll("-", "")}`,
  });
  expect(headers.get("ratelimit")).toMatch(/^"sustained";r=2999;t=\d+$/);
});

test("a test token of one scope may ask too", async () => {
  const { accountId } = await mintAccount();
  const { token } = await createToken({
    actor: operatorOf(accountId),
    input: { name: "ci", mode: "test", scopes: ["send"] },
  });
  expect(await ask(token)).toMatchObject({
    status: 200,
    body: { test: true, scopes: ["send"], token: { name: "ci" } },
  });
});

test("without a token it is 401, with another method 405", async () => {
  const { token } = await mintAccount();
  expect((await ask("none")).status).toBe(401);
  const { status, headers } = await ask(token, "POST");
  expect([status, headers.get("allow")]).toEqual([405, "GET"]);
});
