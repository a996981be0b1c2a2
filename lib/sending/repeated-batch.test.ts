import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { startStatementCounter } from "../testing/count-statements";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { sendBatch } from "./send-batch";

let dropDatabase: () => Promise<void>;
let statements: Awaited<ReturnType<typeof startStatementCounter>>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ RATE_LIMIT_MESSAGES: "0" });
  statements = await startStatementCounter(process.env["DATABASE_URL"] ?? "");
  process.env["DATABASE_URL"] = statements.url;
});
afterAll(async () => {
  await dropDatabase();
  await statements.stop();
});

const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
const wire = { from: "YourBrand", to: "48732129000", body: "Hello", scheduled_at };

async function newCaller(): Promise<Actor> {
  const { accountId } = await mintAccount({ credits: 10_000 });
  return operatorOf(accountId);
}

async function storedBy({ accountId }: Actor): Promise<number> {
  const [row] = await db()
    .select({ stored: count() })
    .from(messages)
    .where(eq(messages.accountId, accountId));
  return row?.stored ?? 0;
}

/** Sends a batch; its answer and how many statements that took. */
async function countedSend(batch: unknown[], caller: Actor) {
  const before = statements.count();
  const answer = await sendBatch({ actor: caller, input: { messages: batch } });
  return { answer, took: statements.count() - before };
}

test("a batch of 10,000 that was cut half way costs, when repeated, one look and the rest", async () => {
  const caller = await newCaller();
  const batch = Array.from({ length: 10_000 }, () => ({ ...wire, idempotency_key: randomUUID() }));
  const half = await countedSend(batch.slice(0, 5000), caller);
  const whole = await countedSend(batch, caller);
  expect(whole.answer).toMatchObject({ accepted: 10_000, rejected: 0 });
  expect(whole.answer.data.slice(0, 5000)).toEqual(
    half.answer.data.map((item) => ({ ...item, replayed: true })),
  );
  expect(whole.answer.data.filter((item) => "replayed" in item)).toHaveLength(5000);
  expect(await storedBy(caller)).toBe(10_000);
  expect(await getBalance(caller.accountId)).toBe(0);
  // The look takes a statement for each 2,000 keys; each chunk of the rest, its notice and a few of the driver's.
  expect(whole.took).toBeLessThan(half.took + 10);

  const again = await countedSend(batch, caller);
  expect(again.answer.data).toEqual(whole.answer.data.map((item) => ({ ...item, replayed: true })));
  expect(again.took).toBeLessThanOrEqual(8);
}, 60_000);

test("what a repeated batch says of each key is what a single request would hear", async () => {
  const caller = await newCaller();
  const [used, other, twice] = [randomUUID(), randomUUID(), randomUUID()];
  await sendBatch({
    actor: caller,
    input: { messages: [used, other].map((key) => ({ ...wire, idempotency_key: key })) },
  });
  const { data } = await sendBatch({
    actor: caller,
    input: {
      messages: [
        { ...wire, idempotency_key: twice },
        { ...wire, idempotency_key: used.toUpperCase() },
        { ...wire, idempotency_key: other, body: "Another text" },
        { ...wire, idempotency_key: twice },
        { ...wire, idempotency_key: used, dry_run: true },
        { ...wire, idempotency_key: "no key" },
      ],
    },
  });
  expect(data.map((item) => ("code" in item ? item.code : (item.replayed ?? item.status)))).toEqual(
    ["scheduled", true, "idempotency_mismatch", true, "dry_run", "invalid_request"],
  );
  expect(await storedBy(caller)).toBe(3);
});

test("a suspended account hears nothing of what it sent before", async () => {
  const caller = await newCaller();
  const batch = [{ ...wire, idempotency_key: randomUUID() }];
  await sendBatch({ actor: caller, input: { messages: batch } });
  await db().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, caller.accountId));
  const { data } = await sendBatch({ actor: caller, input: { messages: batch } });
  expect(data).toMatchObject([{ code: "forbidden" }]);
});
