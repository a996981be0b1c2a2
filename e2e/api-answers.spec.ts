import { expect } from "@playwright/test";
import { client } from "./client";
import { atEachDoor } from "./doors";
import { mintAccount, mintToken, test } from "./fixtures";

const messageId = /^msg_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

atEachDoor((door) => {
  test("an accepted message is answered 200 with exactly the documented members, in their order", async ({
    account,
  }) => {
    const { status, headers, json } = await client(door.url, account.token).send();
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(Object.entries(json)).toEqual([
      ["message_id", expect.stringMatching(messageId)],
      ["status", "queued"],
      ["from", "YourBrand"],
      ["to", "48732129000"],
      ["segments", 1],
      ["encoding", "GSM-7"],
      ["credits", 1],
      ["scheduled_at", null],
      ["created_at", expect.stringMatching(instant)],
      ["client_ref", null],
      ["metadata", null],
      ["test", false],
      ["store_body", true],
    ]);
    expect(Math.abs(Date.parse(String(json["created_at"])) - Date.now())).toBeLessThan(10_000);
  });

  test("every answer carries its request id and says what is left of the limits", async ({
    account,
  }) => {
    const { send } = client(door.url, account.token);
    const first = await send({ dry_run: true });
    const { headers } = await send({ dry_run: true });
    expect(headers.get("x-request-id")).toMatch(/^req_[0-9A-Z]{26}$/);
    expect(headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(headers.get("ratelimit-policy")).toBe(
      '"burst";q=100;w=1, "sustained";q=3000;w=60, "messages";q=30000;w=60;qu="messages"',
    );
    expect(first.headers.get("ratelimit")).toMatch(/^"sustained";r=2999;t=(60|[1-5]?\d)$/);
    expect(headers.get("ratelimit")).toMatch(/^"sustained";r=2998;t=(60|[1-5]?\d)$/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.has("idempotent-replayed")).toBe(false);
  });

  test("optional fields are kept: the schedule in UTC, the reference as it was", async ({
    account,
  }) => {
    const { send, read } = client(door.url, account.token);
    const at = new Date(Date.now() + 3_600_000);
    const inWarsaw = new Date(at.getTime() + 7_200_000).toISOString().replace("Z", "+02:00");
    const fields = { scheduled_at: inWarsaw, client_ref: "order 42 – zażółć", validity: 600 };
    const { json } = await send(fields);
    expect(json).toMatchObject({
      status: "scheduled",
      scheduled_at: at.toISOString(),
      client_ref: fields.client_ref,
    });
    const { json: stored } = await read(json["message_id"]);
    expect(stored).toMatchObject({ status: "scheduled", client_ref: fields.client_ref });
    const validMs = Date.parse(String(stored["valid_until"])) - at.getTime();
    expect(validMs).toBe(600_000);
  });

  test("a text outside the GSM alphabet is counted and charged by Unicode segments", async ({
    account,
  }) => {
    const { json } = await client(door.url, account.token).send({ body: "ł".repeat(71) });
    expect(json).toMatchObject({ encoding: "UCS-2", segments: 2, credits: 2 });
  });

  test("a plus before the number is dropped, and unknown fields change nothing", async ({
    account,
  }) => {
    const forged = { status: "delivered", credits: 0, account_id: "acc_0", test: true };
    const { status, json } = await client(door.url, account.token).send({
      to: "+48732129000",
      ...forged,
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ to: "48732129000", status: "queued", credits: 1, test: false });
  });

  test("a dry run prices the message and neither stores nor charges it", async () => {
    const { token } = await mintAccount({ credits: 1 });
    const { send } = client(door.url, token);
    const { status, json } = await send({ dry_run: true });
    expect(status).toBe(200);
    expect(json).toMatchObject({ message_id: null, status: "dry_run", segments: 1, credits: 1 });
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(402);
  });

  test("a message can be read with its events until it is delivered", async ({ account }) => {
    const { send, until } = client(door.url, account.token);
    const { json: accepted } = await send({ client_ref: "r1" });
    const { status, json } = await until(accepted["message_id"], "delivered");
    expect(status).toBe(200);
    expect(json).toMatchObject({
      message_id: accepted["message_id"],
      from: "YourBrand",
      to: "48732129000",
      body: "Your login code: 482910",
      created_at: accepted["created_at"],
      client_ref: "r1",
    });
    const events = json["events"] as Record<string, unknown>[];
    expect(events.map(({ type }) => type)).toEqual(["accepted", "sent", "sms.delivered"]);
    for (const event of events) {
      const members = ["type", "at", "source", "reason", "carrier_code", "operator"];
      expect(Object.keys(event)).toEqual(members);
      expect(event["at"]).toMatch(instant);
    }
  });

  test("a test token's messages are marked, cost nothing and need no credits", async () => {
    const { email } = await mintAccount({ credits: 0 });
    const { send, until } = client(door.url, await mintToken({ email, isTest: true }));
    const { status, json } = await send();
    expect(status).toBe(200);
    expect(json).toMatchObject({ test: true, credits: 0, segments: 1 });
    const { json: done } = await until(json["message_id"], "delivered");
    expect(done).toMatchObject({ test: true, credits: 0 });
  });
});
