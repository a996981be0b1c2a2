import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { newId } from "../core/ids";
import { claimMessages } from "../messages/claim-messages";
import { getMessage } from "../messages/get-message";
import { mintAccount } from "../testing/mint-account";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

afterAll(closeDatabase);

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
const metadata = {
  ...{ zone: "B2", order: 1042, "10": "ten", gift: true },
  ...{ note: null, "2": [{ b: 1, a: 2 }], zażółć: "gęślą" },
};
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

const newActor = async () => operatorOf((await mintAccount()).accountId, "live");

const send = (actor: Actor, change: object = {}) =>
  sendMessage({ actor, input: { ...wire, scheduled_at: soon(), metadata, ...change } });

describe("metadata", () => {
  test("is in the response, in the message, and in nobody else's", async () => {
    const actor = await newActor();
    const { accepted } = await send(actor);
    expect(accepted.metadata).toEqual(metadata);
    const input = { messageId: accepted.message_id ?? "" };
    expect((await getMessage({ actor, input })).metadata).toEqual(metadata);
    const { accepted: without } = await send(actor, { metadata: undefined });
    expect(without.metadata).toBeNull();
  });

  test("of a batch is each message's own, and a wrong one is rejected alone", async () => {
    const actor = await newActor();
    const wished = [{ metadata: { row: 1 } }, { metadata: [1] }, {}, { metadata: { row: 4 } }];
    const input = { messages: wished.map((each) => ({ ...wire, ...each })) };
    expect((await sendBatch({ actor, input })).data).toMatchObject([
      { status: "queued", metadata: { row: 1 } },
      { code: "invalid_request", errors: { metadata: [expect.any(String)] } },
      { status: "queued", metadata: null },
      { status: "queued", metadata: { row: 4 } },
    ]);
    const stored = await db()
      .select({ metadata: messages.metadata })
      .from(messages)
      .where(eq(messages.accountId, actor.accountId))
      .orderBy(messages.id);
    expect(stored.map((row) => row.metadata)).toEqual([{ row: 1 }, null, { row: 4 }]);
  });

  test("goes to no carrier: it is not even read for one", async () => {
    const actor = await newActor();
    // Of a name that nobody else works for.
    const carrier = `carrier-${randomUUID()}`;
    await sendMessage({ actor, input: { ...wire, metadata }, carrier });
    const { accountId } = actor;
    const queue = { carrier, test: false };
    const [claimed] = await claimMessages({ accountId, queue, leaseId: newId(), limit: 1 });
    expect(claimed).toMatchObject({ body: "Hello", status: "sending" });
    expect(claimed).not.toHaveProperty("metadata");
  });

  test("of a dry run is in the response, and stored nowhere", async () => {
    const actor = await newActor();
    const { accepted } = await send(actor, { dry_run: true });
    expect(accepted).toMatchObject({ message_id: null, metadata });
    const rows = await db().select().from(messages).where(eq(messages.accountId, actor.accountId));
    expect(rows).toEqual([]);
  });
});

describe("a repeated request", () => {
  test("with its members in another order is the same, and answered byte for byte", async () => {
    const actor = await newActor();
    const fixed = { idempotency_key: randomUUID(), scheduled_at: soon() };
    const first = await send(actor, fixed);
    const turned = Object.fromEntries(Object.entries(metadata).toReversed());
    for (const given of [metadata, turned]) {
      const again = await send(actor, { ...fixed, metadata: given });
      expect(again.isReplay).toBe(true);
      expect(JSON.stringify(again.accepted)).toBe(JSON.stringify(first.accepted));
    }
    const messageOf = { ...wire, ...fixed, metadata: turned };
    const { data } = await sendBatch({ actor, input: { messages: [messageOf] } });
    expect(data).toMatchObject([{ message_id: first.accepted.message_id, replayed: true }]);
  });

  test.each([
    ["other metadata", { metadata: { ...metadata, order: 1043 } }],
    ["a text for a number", { metadata: { ...metadata, order: "1042" } }],
    ["no metadata", { metadata: null }],
  ])("with %s is another one", async (_what, change) => {
    const actor = await newActor();
    const fixed = { idempotency_key: randomUUID(), scheduled_at: soon() };
    await send(actor, fixed);
    const other = send(actor, { ...fixed, ...change });
    await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch" });
  });
});

test("what is wrong with metadata is said of its field, whatever is in it", async () => {
  const actor = await newActor();
  for (const [wrong, sentence] of [
    ["order 7", /must be an object/],
    [{ k: "x".repeat(5000) }, /4096 bytes/],
    [{ a: { a: { a: { a: { a: {} } } } } }, /nested/],
    [{ "a[b]": 1 }, /Keys/],
    [{ a: 2 ** 60 }, /number/],
    [{ a: "\0" }, /character/],
  ] as const) {
    await expect(send(actor, { metadata: wrong })).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { metadata: [expect.stringMatching(sentence)] } },
    });
  }
});
