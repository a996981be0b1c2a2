import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { carrierSetup } from "../carriers/carrier-setup";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { dispatchLoop } from "./_dispatch-loop";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const patience = { timeout: 10_000 };
const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

async function statusOf(accountId: string, messageId: string): Promise<string | undefined> {
  const id = parsePublicId("msg", messageId) ?? "";
  const [row] = await db()
    .select({ status: messages.status })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
  return row?.status;
}

test("a single message leaves while the batch of another account is with the carrier", async () => {
  const [ready] = carrierSetup().carriers;
  if (!ready) throw new Error("there is no carrier");
  const [bulk, single] = await Promise.all([mintAccount(), mintAccount()]);
  const actor = operatorOf(bulk.accountId, "live");
  const { data } = await sendBatch({ actor, input: { messages: [wire, wire] } });
  const [batched] = data.flatMap((item) => ("message_id" in item ? (item.message_id ?? []) : []));
  const batchedId = batched ?? "";
  const loops: ReturnType<typeof dispatchLoop>[] = [];
  await db().transaction(async (tx) => {
    // The simulator waits for the fate of this row before it takes the batch.
    const messageId = parsePublicId("msg", batchedId) ?? "";
    await tx.insert(simulatorMessages).values({ messageId, ref: "sim_taken" });
    const loop = dispatchLoop(ready, false);
    loops.push(loop);
    await expect.poll(() => statusOf(bulk.accountId, batchedId), patience).toBe("sending");
    const { accepted } = await sendMessage({
      actor: operatorOf(single.accountId, "live"),
      input: wire,
    });
    loop.wake();
    await expect
      .poll(() => statusOf(single.accountId, accepted.message_id ?? ""), patience)
      .toBe("sent");
    expect(await statusOf(bulk.accountId, batchedId)).toBe("sending");
  });
  await expect.poll(() => statusOf(bulk.accountId, batchedId), patience).toBe("sent");
  await Promise.all(loops.map((loop) => loop.stop()));
});
