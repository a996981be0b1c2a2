import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { carrierMessages, parkedReceipts, refusedCallbacks } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import type { Callback } from "../carriers/carrier";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { addMessage } from "../testing/audit-scene";
import { callbackOf } from "../testing/carrier-promises";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { refuseCallback } from "./_refuse-callback";
import { listUnmatched } from "./list-unmatched";
import { receiveCallback } from "./receive-callback";
import { sweepCallbacks } from "./sweep-callbacks";

let drop: () => Promise<void> = async () => undefined;
let accountId = "";
beforeAll(async () => {
  drop = await useOwnDatabase();
  accountId = (await mintAccount()).accountId;
});
afterAll(() => drop());
beforeEach(async () => {
  await db().delete(refusedCallbacks);
  await db().delete(parkedReceipts);
});

function callback(body: string, change: Partial<Callback> = {}): Callback {
  return callbackOf({ carrier: "simulator", address: "192.0.2.7", body, ...change });
}

const delivered = (ref: string) => ({ event: "sms.delivered", message_id: ref });

/** A message that a carrier has taken, and the carrier's ID of it. */
async function sentMessage() {
  const id = await db().transaction((tx) => addMessage({ tx, accountId }));
  const ref = `ref-${id}`;
  await db()
    .insert(carrierMessages)
    .values({ carrier: "simulator", ref, accountId, messageId: id });
  const status = async () => {
    const [row] = await db().select().from(messages).where(sql`${messages.id} = ${id}`);
    return row?.status;
  };
  return { ref, status };
}

describe("a callback", () => {
  test("with the wrong secret learns no more than one for a carrier that does not exist, and both are kept", async () => {
    const body = JSON.stringify(delivered("x"));
    const wrong = await receiveCallback("simulator", callback(body, { secret: "guess" })).catch(
      (e) => e,
    );
    const unknown = await receiveCallback("nobody", callback(body)).catch((e) => e);
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ code: "not_found", message: "Nothing was found at this URL." });
    const kept = await db().select().from(refusedCallbacks).orderBy(refusedCallbacks.id);
    expect(kept).toMatchObject([
      { carrier: "simulator", reason: "wrong_secret", address: "192.0.2.7", body },
      { carrier: "nobody", reason: "unknown_carrier", body },
    ]);
  });

  test.each([
    ["not JSON", "{", "invalid_json"],
    ["an empty list", "[]", "invalid_request"],
    ["an event of no known kind", '{"event": "sms.read", "message_id": "x"}', "invalid_request"],
    [
      "more events than one may have",
      JSON.stringify(Array(501).fill(delivered("x"))),
      "invalid_request",
    ],
  ])("with %s is rejected and kept", async (_what, body, code) => {
    await expect(receiveCallback("simulator", callback(body))).rejects.toMatchObject({ code });
    expect(await db().select().from(refusedCallbacks)).toHaveLength(1);
    expect(await db().select().from(parkedReceipts)).toEqual([]);
  });

  test("is taken whole or not at all: a wrong event among right ones moves no message", async () => {
    const { ref, status } = await sentMessage();
    const list = [delivered(ref), { event: "sms.delivered" }];
    await expect(
      receiveCallback("simulator", callback(JSON.stringify(list))),
    ).rejects.toMatchObject({ code: "invalid_request" });
    expect(await status()).toBe("sent");
  });

  test("about a known message and an unknown one is accepted: the first moves, the second is kept", async () => {
    const { ref, status } = await sentMessage();
    const body = JSON.stringify([delivered("of nobody"), delivered(ref)]);
    expect(await receiveCallback("simulator", callback(body))).toEqual({ placed: 1, parked: 1 });
    expect(await status()).toBe("delivered");
    expect((await listUnmatched(10)).map(({ ref: unmatched }) => unmatched)).toEqual(["of nobody"]);
  });

  test("about unknown messages alone is answered 404, and kept once however often it is repeated", async () => {
    const body = JSON.stringify(delivered("of nobody"));
    for (let time = 0; time < 3; time += 1) {
      await expect(receiveCallback("simulator", callback(body))).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect(await listUnmatched(10)).toMatchObject([{ ref: "of nobody", isFresh: true }]);
  });

  test("for a message of another carrier moves nothing", async () => {
    const { ref, status } = await sentMessage();
    await db().update(carrierMessages).set({ carrier: "upstream" }).where(sql`ref = ${ref}`);
    await expect(
      receiveCallback("simulator", callback(JSON.stringify(delivered(ref)))),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await status()).toBe("sent");
  });

  test("that is large or holds what PostgreSQL cannot store is kept by its beginning", async () => {
    const reason = "unknown_shape" as const;
    const hostile = { carrier: `\0${"x".repeat(100)}\ud83d`, body: `\0${"ą".repeat(9000)}` };
    await refuseCallback({ ...hostile, reason, address: null });
    const [kept] = await db().select().from(refusedCallbacks);
    expect(kept?.carrier).toBe(`\uFFFD${"x".repeat(59)}`);
    expect(kept?.body).toBe(`\uFFFD${"ą".repeat(8191)}`);
  });

  test("of a flood is rejected like any other, and the flood does not fill the disk", async () => {
    const flood = Array.from({ length: 100 }, () =>
      receiveCallback("simulator", callback("{}", { secret: "guess" })).catch(
        (error) => error.code,
      ),
    );
    expect(new Set(await Promise.all(flood))).toEqual(new Set(["not_found"]));
    expect((await db().select().from(refusedCallbacks)).length).toBeLessThanOrEqual(60);
  });
});

describe("the sweep", () => {
  /** So many rows with rising ids, of which the first are the oldest. */
  const ids = (count: number) =>
    sql`(select lpad(to_hex(i), 32, '0')::uuid as id, i from generate_series(1, ${count}::int) as i) as made`;

  test.each([
    [999, 999],
    [1000, 1000],
    [1001, 1000],
    [1500, 1000],
  ])("leaves of %i rejected callbacks the newest, %i", async (count, left) => {
    await db().execute(sql`
      insert into ${refusedCallbacks} (id, carrier, reason, body)
      select id, 'x', 'wrong_secret', i from ${ids(count)}`);
    await sweepCallbacks();
    const rows = await db().select().from(refusedCallbacks).orderBy(refusedCallbacks.id);
    expect(rows).toHaveLength(left);
    expect(rows.at(-1)?.body).toBe(String(count));
  });

  test("leaves unmatched receipts for a month, and no more than ten thousand", async () => {
    await db().execute(sql`
      insert into ${parkedReceipts} (id, carrier, ref, status, receipt)
      select id, 'simulator', i, 'sent', '{"status": "sent"}' from ${ids(10_002)}`);
    await db().execute(sql`
      update ${parkedReceipts} set received_at = now() - interval '30 days 1 minute' where ref = '9000'`);
    await db().execute(sql`
      update ${parkedReceipts} set received_at = now() - interval '29 days 23 hours' where ref = '9001'`);
    await sweepCallbacks();
    const refs = (await listUnmatched(20_000)).map(({ ref }) => Number(ref));
    expect(refs[0]).toBe(10_002);
    expect(refs.at(-1)).toBe(3);
    expect(refs).not.toContain(9000);
    expect(refs).toHaveLength(9999);
    const [old] = (await listUnmatched(20_000)).filter(({ ref }) => ref === "9001");
    expect(old).toMatchObject({ isFresh: false });
  });
});

test("the list of unmatched receipts is the newest first, bounded, without what has found its message", async () => {
  const { ref } = await sentMessage();
  const names = ["a", "b", "c", ref];
  await db()
    .insert(parkedReceipts)
    .values(
      names.map((name) => ({
        id: newId(),
        carrier: "simulator",
        ref: name,
        status: "sent",
        receipt: { status: "sent", raw: { n: name } },
      })),
    );
  expect(await listUnmatched(2)).toMatchObject([
    { ref: "c", status: "sent", raw: { n: "c" } },
    { ref: "b" },
  ]);
  expect(await listUnmatched(100)).toHaveLength(3);
});
