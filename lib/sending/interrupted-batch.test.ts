import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { mintAccount } from "../testing/mint-account";
import type { Admission } from "./_admission";
import { finishBatch } from "./_admit-batch";
import { prepareSend } from "./_prepare-send";
import { storeMessages } from "./_store-messages";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
const wire = { from: "YourBrand", to: "48732129000", body: "Hello", scheduled_at };

async function newCaller(credits: number): Promise<Actor> {
  const { accountId } = await mintAccount({ credits });
  return operatorOf(accountId);
}

async function storedBy({ accountId }: Actor): Promise<number> {
  const [row] = await db()
    .select({ stored: count() })
    .from(messages)
    .where(eq(messages.accountId, accountId));
  return row?.stored ?? 0;
}

test("a batch interrupted before anything is stored fails whole", async () => {
  const caller = await newCaller(10);
  const { release, released } = await lockAccount(caller.accountId);
  await expect(
    sendBatch({ actor: caller, input: { messages: [wire, wire] } }),
  ).rejects.toMatchObject({
    code: "unavailable",
    details: { retryAfterMs: 1000 },
  });
  release();
  await released;
  expect(await storedBy(caller)).toBe(0);
});

test("a batch interrupted half way says which messages went; repeated with its keys it sends the rest, once", async () => {
  const caller = await newCaller(10_000);
  const batch = Array.from({ length: 6000 }, () => ({ ...wire, idempotency_key: randomUUID() }));
  const sending = sendBatch({ actor: caller, input: { messages: batch } });
  await expect.poll(() => storedBy(caller), { interval: 5 }).toBeGreaterThan(0);
  const { release, released } = await lockAccount(caller.accountId);
  const { accepted, rejected, data } = await sending;
  release();
  await released;
  expect(accepted).toBe(await storedBy(caller));
  expect(accepted).toBeLessThan(6000);
  expect(data.slice(accepted).map((item) => Reflect.get(item, "code"))).toEqual(
    Array.from({ length: rejected }, () => "unavailable"),
  );
  expect(await sendBatch({ actor: caller, input: { messages: batch } })).toMatchObject({
    accepted: 6000,
  });
  expect(await storedBy(caller)).toBe(6000);
  expect(await getBalance({ actor: operatorOf(caller.accountId) })).toBe(4000);
}, 40_000);

test("what was stored is answered so, also when what the account sends beside it cannot be decided", async () => {
  const caller = await newCaller(100);
  const request = { ...wire, idempotency_key: randomUUID() };
  await sendMessage({ actor: caller, input: request });
  const [fresh, repeated] = [wire, request].map((each) =>
    prepareSend(each, caller, { priority: 0 }),
  ) as [Admission, Admission];
  const { accountId } = caller;
  const stored = await storeMessages(accountId, [fresh, repeated], db());
  // PostgreSQL refuses to look for it.
  const undecided = { ...repeated, input: { ...repeated.input, from: "\0" } };
  const [first, second] = await finishBatch(accountId, [fresh, undecided], stored);
  expect(first).toMatchObject({ isReplay: false });
  expect(second).toBeInstanceOf(Error);
  expect(await getBalance({ actor: operatorOf(accountId) })).toBe(98);
});

/** Holds an account's row, as a statement that hangs would, until told to let go. */
async function lockAccount(accountId: string) {
  let release = () => {};
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  let released = Promise.resolve();
  await new Promise<void>((locked, failed) => {
    released = db().transaction(async (tx) => {
      await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.id, accountId))
        .for("update");
      locked();
      await wait;
    });
    released.catch(failed);
  });
  return { release: () => release(), released };
}
