import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getBalance } from "../credits/get-balance";
import type { BatchAnswer } from "../messages/batch-contract";
import { callerOf } from "../testing/call-api";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.stop());

const call = callerOf(() => server);
const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

describe("POST /api/sms/batch", () => {
  test("accepts 10,000 messages in one answer", async () => {
    const account = await mintAccount({ credits: 10_000 });
    const messages = Array.from({ length: 10_000 }, () => ({
      ...wire,
      scheduled_at: new Date(Date.now() + 3_600_000).toISOString(),
      idempotency_key: randomUUID(),
    }));
    const answer = await call<BatchAnswer>(account, ["POST", "/api/sms/batch"], { messages });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accepted: 10_000, rejected: 0 });
    expect(answer.body.data).toHaveLength(10_000);
    expect(await getBalance(account.accountId)).toBe(0);
  }, 30_000);

  test("counts as one request", async () => {
    const account = await mintAccount();
    const batch = { messages: Array.from({ length: 50 }, () => wire) };
    const { headers } = await call(account, ["POST", "/api/sms/batch"], batch);
    expect(headers.get("ratelimit")).toMatch(/^"sustained";r=2999;t=\d+$/);
  });

  test("with bad lines is 200 and names them; without a list it is 422", async () => {
    const account = await mintAccount();
    const messages = [wire, { ...wire, to: "1" }, { ...wire, body: "" }, {}];
    const { status, body } = await call<BatchAnswer>(account, ["POST", "/api/sms/batch"], {
      messages,
    });
    expect([status, body.accepted, body.rejected]).toEqual([200, 1, 3]);
    expect(body.data.slice(1)).toMatchObject([
      { index: 1, code: "invalid_request", errors: { to: expect.any(Array) } },
      { index: 2, code: "invalid_request", errors: { body: expect.any(Array) } },
      { index: 3, errors: { from: [expect.any(String)], to: [expect.any(String)] } },
    ]);
    expect(await call(account, ["POST", "/api/sms/batch"], { message: [wire] })).toMatchObject({
      status: 422,
      body: { errors: { messages: [expect.any(String)] } },
    });
  });

  test("takes 8 MiB and not more", async () => {
    const account = await mintAccount();
    const { length } = JSON.stringify({ messages: [wire], pad: "" });
    const padded = (bytes: number) => ({ messages: [wire], pad: "x".repeat(bytes - length) });
    const post = (bytes: number) => call(account, ["POST", "/api/sms/batch"], padded(bytes));
    expect((await post(8_388_608)).status).toBe(200);
    expect((await post(8_388_609)).status).toBe(413);
  });

  test("refuses an Idempotency-Key header rather than ignore it", async () => {
    const { token } = await mintAccount();
    const response = await fetch(`${server.url}/api/sms/batch`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify({ messages: [wire] }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: { idempotency_key: expect.any(Array) } });
  });
});
