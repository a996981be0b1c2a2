import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { client } from "./client";
import { atEachDoor } from "./doors";
import { mintAccount, test } from "./fixtures";

atEachDoor((door) => {
  test("a key in body or header, bare or quoted, gives the first answer again, byte for byte", async () => {
    // One credit: a replay costs nothing, even when none are left.
    const { token } = await mintAccount({ credits: 1 });
    const { send } = client(door.url, token);
    const key = randomUUID();
    const first = await send({ idempotency_key: key });
    expect(first.status).toBe(200);
    expect(first.headers.has("idempotent-replayed")).toBe(false);
    const repeats = [
      await send({ idempotency_key: key }),
      await send({ idempotency_key: key.toUpperCase() }),
      await send({}, { "idempotency-key": key }),
      await send({}, { "idempotency-key": `"${key}"` }),
      await send({ idempotency_key: key }, { "idempotency-key": key }),
    ];
    for (const { status, headers, text } of repeats) {
      expect(status).toBe(200);
      expect(text).toBe(first.text);
      expect(headers.get("idempotent-replayed")).toBe("true");
    }
    expect((await send()).status).toBe(402);
  });

  test("a replay is the first answer even after the message was delivered", async ({ account }) => {
    const { send, until } = client(door.url, account.token);
    const key = randomUUID();
    const first = await send({ idempotency_key: key });
    await until(first.json["message_id"], "delivered");
    expect((await send({ idempotency_key: key })).text).toBe(first.text);
  });

  test("the same key with another request is 422 idempotency_mismatch", async ({ account }) => {
    const { send } = client(door.url, account.token);
    const key = randomUUID();
    await send({ idempotency_key: key });
    for (const other of [{ body: "Something else" }, { to: "48732129001" }, { from: "Other" }]) {
      const { status, json, headers } = await send({ idempotency_key: key, ...other });
      expect(status).toBe(422);
      expect(json).toEqual({
        type: `${door.url}/docs/errors#idempotency_mismatch`,
        title: "Idempotency key already used for a different request",
        status: 422,
        detail: expect.any(String),
        instance: "/api/sms",
        code: "idempotency_mismatch",
        request_id: headers.get("x-request-id"),
      });
    }
  });

  test("different keys in body and header are refused", async ({ account }) => {
    const { send } = client(door.url, account.token);
    const header = { "idempotency-key": randomUUID() };
    const { status, json } = await send({ idempotency_key: randomUUID() }, header);
    expect(status).toBe(422);
    expect(json).toMatchObject({
      code: "invalid_request",
      errors: {
        idempotency_key: ["The key in the body and in the Idempotency-Key header differ."],
      },
    });
  });

  test("a refused request does not use its key up", async ({ account }) => {
    const { send } = client(door.url, account.token);
    const key = randomUUID();
    expect((await send({ idempotency_key: key, to: "12" })).status).toBe(422);
    const { status, headers } = await send({ idempotency_key: key });
    expect(status).toBe(200);
    expect(headers.has("idempotent-replayed")).toBe(false);
  });

  test("another account's same key is another message", async ({ account }) => {
    const key = randomUUID();
    const mine = await client(door.url, account.token).send({ idempotency_key: key });
    const { token } = await mintAccount();
    const theirs = await client(door.url, token).send({ idempotency_key: key });
    expect(theirs.status).toBe(200);
    expect(theirs.json["message_id"]).not.toBe(mine.json["message_id"]);
  });
});
