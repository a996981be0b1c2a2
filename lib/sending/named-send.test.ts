import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sends } from "@/drizzle/schema/sends";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { listLog } from "../message-log/list-log";
import { getSend } from "../sends/get-send";
import { mintAccount } from "../testing/mint-account";
import { planSendToMany } from "./plan-send-to-many";
import { sendToMany } from "./send-to-many";

const to = ["48732129000", "48732129001", "48732129002"];
const wire = { from: "MyBrand", body: "The shop opens at nine." };
const landline = "48221234567";

async function newCaller(credits = 100) {
  const { accountId } = await mintAccount({ credits });
  return operatorOf(accountId);
}

describe("a send to many with a name", () => {
  test("has its messages, their cost and their progress, and its own filter in the log", async () => {
    const caller = await newCaller();
    const named = { ...wire, to, name: "Opening hours", idempotency_key: randomUUID() };
    const { sendId } = await sendToMany({ actor: caller, input: named });
    await sendToMany({
      actor: caller,
      input: { ...wire, to, name: "Another", idempotency_key: randomUUID() },
    });
    const send = await getSend({
      actor: operatorOf(caller.accountId),
      input: { sendId: sendId ?? "" },
    });
    expect(send).toMatchObject({ name: "Opening hours", messages: 3, credits: 3 });
    expect(send.statuses).toEqual({ queued: 3 });
    const { data } = await listLog({
      actor: operatorOf(caller.accountId),
      input: { send: sendId ?? "" },
    });
    expect(data.map((each) => each.to).sort()).toEqual(to);
  });

  test("is continued by the same request, not named twice", async () => {
    const caller = await newCaller();
    const named = { ...wire, to, name: "Opening hours", idempotency_key: randomUUID() };
    const first = await sendToMany({ actor: caller, input: named });
    const again = await sendToMany({ actor: caller, input: named });
    expect(again.sendId).toBe(first.sendId);
    expect(
      (
        await getSend({
          actor: operatorOf(caller.accountId),
          input: { sendId: first.sendId ?? "" },
        })
      ).messages,
    ).toBe(3);
  });

  test("leaves no name behind when nothing could be sent", async () => {
    const caller = await newCaller(0);
    const named = { ...wire, to, name: "Opening hours", idempotency_key: randomUUID() };
    await expect(sendToMany({ actor: caller, input: named })).rejects.toMatchObject({
      code: "insufficient_credits",
    });
    const left = db().select().from(sends).where(eq(sends.accountId, caller.accountId));
    expect(await left).toEqual([]);
  });

  test.each(["", "   ", "a".repeat(81), "a\0b"])("is refused the name %j", async (name) => {
    const caller = await newCaller();
    const sending = sendToMany({
      actor: caller,
      input: { ...wire, to, name, idempotency_key: randomUUID() },
    });
    await expect(sending).rejects.toMatchObject({
      details: { fields: { name: [expect.stringContaining("name")] } },
    });
  });

  test("is nobody else's", async () => {
    const caller = await newCaller();
    const named = { ...wire, to, name: "Opening hours", idempotency_key: randomUUID() };
    const { sendId } = await sendToMany({ actor: caller, input: named });
    const { accountId } = await newCaller();
    await expect(
      getSend({ actor: operatorOf(accountId), input: { sendId: sendId ?? "" } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the plan of a send to many", () => {
  test("says how many, how many segments and what it costs, and stores nothing", async () => {
    const caller = await newCaller();
    const plan = await planSendToMany({
      actor: caller,
      input: { ...wire, body: "ą".repeat(71), to: [...to, landline] },
    });
    expect(plan).toEqual({ recipients: 3, segments: 2, credits: 6, samples: to });
    expect((await listLog({ actor: operatorOf(caller.accountId), input: {} })).data).toEqual([]);
  });

  test("is refused for what is wrong with all", async () => {
    const caller = await newCaller();
    const empty = planSendToMany({ actor: caller, input: { ...wire, body: "", to } });
    await expect(empty).rejects.toThrow("Write the text");
    const toLandline = planSendToMany({ actor: caller, input: { ...wire, to: [landline] } });
    await expect(toLandline).rejects.toThrow("landline");
  });
});
