import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { findWaiting } from "./find-waiting";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

test("what a carrier keeps waiting is counted by reason; what waits for its time or in test mode is not", async () => {
  const { accountId } = await mintAccount();
  const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
  const send = async (waitReason: string | null, isTest = false) => {
    const caller = operatorOf(accountId, isTest ? "test" : "live");
    const { accepted } = await sendMessage({ actor: caller, input: { ...wire, scheduled_at } });
    if (waitReason === null) return;
    const id = parsePublicId("msg", accepted.message_id ?? "") ?? "";
    // Due in a while, so that no worker takes it up.
    const dueAt = new Date(Date.now() + 30_000);
    await db()
      .update(messages)
      .set({ status: "queued", waitReason, dueAt })
      .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
  };
  for (const reason of ["carrier_throttled", "carrier_down", "carrier_down", null]) {
    await send(reason);
  }
  await send("carrier_busy", true);
  const actor = operatorOf(accountId);
  expect(await findWaiting({ actor, input: { test: false } })).toEqual([
    { reason: "carrier_down", messages: 2 },
    { reason: "carrier_throttled", messages: 1 },
  ]);
  expect(await findWaiting({ actor, input: { test: true } })).toEqual([
    { reason: "carrier_busy", messages: 1 },
  ]);
});
