import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { untilWaitedFor } from "../testing/until-waited-for";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

async function newCaller(): Promise<Actor> {
  const { accountId } = await mintAccount();
  return operatorOf(accountId);
}

test("a repeated request whose message and key somebody is changing keeps nobody else waiting, and gets its first answer", async () => {
  const [caller, neighbour] = await Promise.all([newCaller(), newCaller()]);
  const request = { ...wire, idempotency_key: randomUUID() };
  const first = await sendMessage({ actor: caller, input: request });
  let repeated: ReturnType<typeof sendMessage> | undefined;
  await db().transaction(async (tx) => {
    await tx
      .update(messages)
      .set({ waitReason: "closed" })
      .where(eq(messages.accountId, caller.accountId));
    await tx
      .update(idempotencyKeys)
      .set({ createdAt: sql`created_at - interval '1 hour'` })
      .where(eq(idempotencyKeys.accountId, caller.accountId));
    repeated = sendMessage({ actor: caller, input: request });
    const { accepted } = await sendMessage({ actor: neighbour, input: wire });
    expect(accepted.status).toBe("queued");
  });
  expect(await repeated).toEqual({ ...first, isReplay: true });
});

test("an account that sends many batches while its row is locked leaves connections for everybody else", async () => {
  const [caller, neighbour] = await Promise.all([newCaller(), newCaller()]);
  let batches: ReturnType<typeof sendBatch>[] = [];
  await db().transaction(async (tx) => {
    await tx.execute(sql`select 1 from ${accounts} where id = ${caller.accountId} for update`);
    batches = Array.from({ length: 30 }, () =>
      sendBatch({ actor: caller, input: { messages: [wire] } }),
    );
    await untilWaitedFor(tx);
    const { accepted } = await sendMessage({ actor: neighbour, input: wire });
    expect(accepted.status).toBe("queued");
  });
  expect((await Promise.all(batches)).map(({ accepted }) => accepted)).toEqual(
    batches.map(() => 1),
  );
});

test("many locked accounts with requests that are looked at one by one leave connections for everybody else", async () => {
  const neighbour = await newCaller();
  const rows = Array.from({ length: 30 }, () => ({ id: randomUUID(), name: "Locked" }));
  await db().insert(accounts).values(rows);
  const ids = rows.map(({ id }) => id);
  const late = { ...wire, scheduled_at: "2020-01-01T00:00:00Z", idempotency_key: randomUUID() };
  let refusals: Promise<unknown>[] = [];
  await db().transaction(async (tx) => {
    await tx.select().from(accounts).where(inArray(accounts.id, ids)).for("update");
    refusals = ids.map((id) =>
      sendMessage({ actor: operatorOf(id), input: late }).catch(({ code }) => code),
    );
    await untilWaitedFor(tx);
    const { accepted } = await sendMessage({ actor: neighbour, input: wire });
    expect(accepted.status).toBe("queued");
  });
  expect(new Set(await Promise.all(refusals))).toEqual(new Set(["invalid_request"]));
});
