import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { getBalance } from "../credits/get-balance";
import type { BatchAnswer } from "../sending/batch-contract";
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
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(0);
  }, 30_000);

  test("counts as one request", async () => {
    const account = await mintAccount();
    const batch = { messages: Array.from({ length: 50 }, () => wire) };
    const { headers } = await call(account, ["POST", "/api/sms/batch"], batch);
    expect(headers.get("ratelimit")).toMatch(
      /^"sustained";r=2999;t=\d+, "messages";r=(?:299[5-9]\d|30000);t=1$/,
    );
  });

  test("counts as many messages as it has entries: refused whole when they are too many", async () => {
    const account = await mintAccount({ mode: "test" });
    const send = (length: number) =>
      call(account, ["POST", "/api/sms/batch"], {
        messages: Array.from({ length }, () => ({ ...wire, dry_run: true })),
      });
    expect((await send(10_000)).status).toBe(200);
    const { status, headers, body } = await send(5000);
    expect([status, body.code]).toEqual([429, "rate_limited"]);
    const [, seconds] = /^"messages";r=\d+;t=(\d+)$/.exec(headers.get("ratelimit") ?? "") ?? [];
    expect(headers.get("retry-after")).toBe(seconds);
    expect(Number(seconds)).toBeLessThanOrEqual(31);
    expect(headers.get("ratelimit-policy")).toContain('"messages";q=10000;w=60;qu="messages"');
  }, 30_000);

  test("that is refused whole counts as a request for each 64 KiB that had to be read", async () => {
    const account = await mintAccount();
    const wrong = { message: "x".repeat(10 * 65_536) };
    expect((await call(account, ["POST", "/api/sms/batch"], wrong)).status).toBe(422);
    const { headers } = await call(account, ["GET", "/api/sms"]);
    expect(headers.get("ratelimit")).toMatch(/^"sustained";r=2988;t=\d+$/);
  });

  test("leaves other requests their turn while it is checked and stored", async () => {
    const account = await mintAccount({ credits: 10_000 });
    const messages = Array.from({ length: 10_000 }, () => ({
      ...wire,
      scheduled_at: new Date(Date.now() + 3_600_000).toISOString(),
    }));
    let isOver = false;
    const batch = call<BatchAnswer>(account, ["POST", "/api/sms/batch"], { messages });
    void batch.finally(() => {
      isOver = true;
    });
    let answered = 0;
    for (; !isOver; answered += 1) await (await fetch(`${server.url}/api/health/live`)).text();
    expect((await batch).body.accepted).toBe(10_000);
    // A batch that kept the event loop would let a handful through: while it is sent, and after it.
    expect(answered).toBeGreaterThan(50);
  }, 30_000);

  test("beyond four at once of an account waits unread, and far beyond is refused", async () => {
    const account = await mintAccount();
    const opened = Array.from({ length: 30 }, () => openBatch(account.token));
    await expect
      .poll(async () => (await Promise.all(opened.map(({ now }) => now()))).filter(Boolean).length)
      .toBe(10);
    const other = await mintAccount();
    const { status } = await call(other, ["POST", "/api/sms/batch"], { messages: [wire] });
    expect(status).toBe(200);
    for (const { finish } of opened) finish();
    const statuses = await Promise.all(opened.map(({ answer }) => answer));
    expect(statuses.filter((each) => each === 200)).toHaveLength(20);
    expect(statuses.filter((each) => each === 429)).toHaveLength(10);
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

/** A batch whose body is still on its way until `finish` is called. `now` is its status, if it has one. */
function openBatch(token: string) {
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"messages":['));
      finish = () => {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify(wire)}]}`));
        controller.close();
      };
    },
  });
  const answer = fetch(`${server.url}/api/sms/batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body,
    duplex: "half",
  } as RequestInit).then(async (response) => {
    await response.text();
    return response.status;
  });
  const now = () => Promise.race([answer, Promise.resolve(undefined)]);
  return { answer, now, finish: () => finish() };
}
