import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";

let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
let receiver: Receiver;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase({
    WEBHOOK_ALLOW_SUBNETS: "127.0.0.1",
    RATE_LIMIT_BURST: "0",
  });
  server = await startApi();
  receiver = await startReceiver();
});
afterAll(async () => {
  await server.stop();
  await receiver.close();
  await dropDatabase();
});

const path = "/api/webhook-endpoints";

/** Calls the API as the holder of a token. */
function callerWith(token: string) {
  return async (method: string, target: string, body?: unknown) => {
    const response = await fetch(`${server.url}${target}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, answer: isJson ? JSON.parse(answer) : answer };
  };
}

const newCaller = async (mode: "live" | "test" = "live") =>
  callerWith((await mintAccount({ mode })).token);

describe("an endpoint's life", () => {
  test("made, listed, changed, rotated, deleted; its secret is shown only when it is made", async () => {
    const call = await newCaller();
    const made = await call("POST", path, {
      url: "https://example.com/hooks",
      events: ["sms.failed", "sms.delivered", "sms.failed"],
      description: " Orders ",
    });
    expect(made.status).toBe(201);
    expect(made.answer).toMatchObject({
      id: expect.stringMatching(/^whk_\w{26}$/),
      url: "https://example.com/hooks",
      events: ["sms.delivered", "sms.failed"],
      description: "Orders",
      test: false,
      enabled: true,
      disabled_reason: null,
      secret: expect.stringMatching(/^whsec_.{44}$/),
    });
    const { secret, ...view } = made.answer;
    const one = `${path}/${view.id}`;
    expect(await call("GET", one)).toEqual({ status: 200, answer: view });
    expect(await call("GET", path)).toEqual({ status: 200, answer: { data: [view] } });

    const changed = await call("PATCH", one, { description: null, enabled: false });
    expect(changed.answer).toMatchObject({
      description: null,
      enabled: false,
      disabled_reason: "manual",
      disabled_at: expect.any(String),
      events: view.events,
    });
    expect((await call("PATCH", one, { enabled: true })).answer).toMatchObject({
      enabled: true,
      disabled_reason: null,
    });

    const rotated = await call("POST", `${one}/rotate`);
    expect(rotated.answer.secret).not.toBe(secret);
    const untilMs = Date.parse(rotated.answer.previous_secret_until) - Date.now();
    expect(Math.round(untilMs / 3_600_000)).toBe(24);

    expect(await call("DELETE", one)).toEqual({ status: 204, answer: "" });
    for (const gone of [call("GET", one), call("DELETE", one), call("POST", `${one}/rotate`)]) {
      expect((await gone).status).toBe(404);
    }
    expect((await call("GET", path)).answer).toEqual({ data: [] });
  });

  test("blank parameters of its deliveries count as left out", async () => {
    const call = await newCaller();
    const { id } = (await call("POST", path, { url: "https://example.com/" })).answer;
    const listed = await call("GET", `${path}/${id}/deliveries?status=&limit=&cursor=`);
    expect(listed).toEqual({ status: 200, answer: { data: [], next_cursor: null } });
  });

  test("ten of them at most, however many are asked for at once", async () => {
    const call = await newCaller();
    const asked = await Promise.all(
      Array.from({ length: 14 }, () => call("POST", path, { url: "https://example.com/" })),
    );
    const statuses = asked.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(201), ...Array(4).fill(409)]);
    const { data } = (await call("GET", path)).answer;
    await call("DELETE", `${path}/${data[0].id}`);
    expect((await call("POST", path, { url: "https://example.com/" })).status).toBe(201);
  });

  test("another account's, the other mode's and an unknown one are the same 404", async () => {
    const { token } = await mintAccount();
    const mine = (await callerWith(token)("POST", path, { url: "https://example.com/" })).answer;
    const strangers = [await newCaller(), await newCaller("test")];
    const unknown = "whk_00000000000000000000000000";
    const calls: [string, string, unknown?][] = [
      ["GET", ""],
      ["PATCH", "", { enabled: false }],
      ["DELETE", ""],
      ["POST", "/rotate"],
      ["POST", "/test", {}],
      ["GET", "/deliveries"],
      ["GET", "/deliveries.csv"],
      ["GET", `/deliveries/evt_00000000000000000000000000`],
      ["POST", "/replay", { failed_since: "2026-01-01T00:00:00Z" }],
    ];
    for (const call of strangers) {
      for (const [method, rest, body] of calls) {
        const foreign = await call(method, `${path}/${mine.id}${rest}`, body);
        const none = await call(method, `${path}/${unknown}${rest}`, body);
        expect([method, rest, foreign.status]).toEqual([method, rest, 404]);
        const strip = ({ answer: { instance: _path, request_id: _id, ...same } }: typeof none) =>
          same;
        expect(strip(foreign)).toEqual(strip(none));
      }
    }
  });

  test("a test token's are for test messages only", async () => {
    const call = await newCaller("test");
    const made = await call("POST", path, { url: receiver.url });
    expect(made.answer.test).toBe(true);
  });
});

test.each([
  [{ url: "https://127.0.0.2/" }, "url"],
  [{ url: "ftp://example.com/" }, "url"],
  [{}, "url"],
  [{ url: "https://example.com/", events: [] }, "events"],
  [{ url: "https://example.com/", events: ["sms.read"] }, "events"],
  [{ url: "https://example.com/", description: "a".repeat(121) }, "description"],
])("%j is refused with a sentence about %s", async (body, field) => {
  const call = await newCaller();
  const { status, answer } = await call("POST", path, body);
  expect(status).toBe(422);
  expect(answer.errors[field]).toEqual([expect.stringMatching(/\.$/)]);
});

test("without the scope manage there is nothing to see", async () => {
  const response = await fetch(`${server.url}${path}`);
  expect(response.status).toBe(401);
  expect((await (await newCaller())("PUT", path, {})).status).toBe(405);
});

describe("what an endpoint gets", () => {
  test.each(["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"])(
    "a test event %s is sent at once, verifies, and the exchange comes back",
    async (event) => {
      const call = await newCaller();
      const { answer: endpoint } = await call("POST", path, { url: receiver.url });
      receiver.answer = () => ({ status: 201, body: "seen" });
      const { status, answer } = await call("POST", `${path}/${endpoint.id}/test`, { event });
      expect(status).toBe(200);
      expect(answer).toMatchObject({ status: 201, error: null, answer: "seen" });
      const body = new Webhook(endpoint.secret).verify(answer.request.body, answer.request.headers);
      expect(body).toMatchObject({ event, test: true });
      expect(receiver.requests.at(-1)?.body).toBe(answer.request.body);
      expect((await call("GET", `${path}/${endpoint.id}/deliveries`)).answer.data).toEqual([]);
    },
  );

  test("without a body the test event is sms.delivered, whatever Content-Type the request has", async () => {
    const { token } = await mintAccount();
    const { answer: endpoint } = await callerWith(token)("POST", path, { url: receiver.url });
    receiver.answer = () => ({ status: 200 });
    for (const type of [undefined, "application/json", "text/plain"]) {
      const response = await fetch(`${server.url}${path}/${endpoint.id}/test`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, ...(type && { "content-type": type }) },
      });
      expect(response.status, type).toBe(200);
      const { request } = await response.json();
      expect(JSON.parse(request.body)).toMatchObject({ event: "sms.delivered", test: true });
    }
  });

  test("a message sent over HTTP comes back as a signed event, and can be sent again", async () => {
    const call = await newCaller();
    receiver.answer = () => ({ status: 200 });
    const { answer: endpoint } = await call("POST", path, { url: receiver.url });
    const { answer: sent } = await call("POST", "/api/sms", {
      from: "YourBrand",
      to: "48500000004",
      body: "Hello",
      client_ref: "order 17",
    });
    const came = () => receiver.requests.filter(({ body }) => body.includes(sent.message_id));
    await expect.poll(() => came().length, { timeout: 15_000 }).toBe(1);
    const [got] = came();
    const headers = got?.headers as Record<string, string>;
    const body = new Webhook(endpoint.secret).verify(got?.body ?? "", headers);
    expect(body).toMatchObject({
      event: "sms.bounced",
      message_id: sent.message_id,
      to: "48500000004",
      status: "bounced",
      reason: "unknown_subscriber",
      client_ref: "order 17",
      test: false,
    });
    const one = `${path}/${endpoint.id}`;
    const list = `${one}/deliveries?status=delivered`;
    await expect.poll(async () => (await call("GET", list)).answer.data).toHaveLength(1);
    expect((await call("GET", `/api/sms/${sent.message_id}`)).answer.webhook_state).toBe("done");
    const [delivery] = (await call("GET", list)).answer.data;
    const detail = await call("GET", `${one}/deliveries/${delivery.event_id}`);
    expect(detail.answer).toMatchObject({ body: got?.body, tries: [{ status: 200 }] });
    const replay = await call("POST", `${one}/replay`, { event_id: delivery.event_id });
    expect(replay.answer).toMatchObject({ count: 1, dry_run: false });
    await expect.poll(() => came().length).toBe(2);
    expect(came()[1]?.headers["webhook-id"]).toBe(delivery.event_id);
    const progress = `${one}/replay/${replay.answer.replay_id}`;
    await expect
      .poll(async () => (await call("GET", progress)).answer)
      .toMatchObject({ total: 1, delivered: 1 });
    const csv = await call("GET", `${one}/deliveries.csv`);
    expect(csv.answer).toContain(delivery.event_id);
  });
});
