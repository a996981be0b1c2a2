import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { addOptOut } from "../opt-outs/add-opt-out";
import { removeOptOut } from "../opt-outs/remove-opt-out";
import { startStatementCounter } from "../testing/count-statements";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { sendBatch } from "./send-batch";
import { sendMessage } from "./send-message";

const out = "48732129000";
const others = ["48732129001", "48732129002"];
const wire = { from: "YourBrand", body: "Hello" };
let actor: Actor;
let counter: Awaited<ReturnType<typeof startStatementCounter>>;
let drop: () => Promise<void>;

beforeAll(async () => {
  drop = await useOwnDatabase();
  counter = await startStatementCounter(String(process.env["DATABASE_URL"]));
  Object.assign(process.env, { DATABASE_URL: counter.url });
  actor = operatorOf((await mintAccount()).accountId, "live");
  await addOptOut({ actor, input: { number: out } });
});
afterAll(async () => {
  await drop();
  await counter.stop();
});

const stored = () => db().select().from(messages).where(eq(messages.accountId, actor.accountId));

describe("a number that has opted out", () => {
  test("gets no message, real or rehearsed; nothing is stored and nothing charged", async () => {
    const before = await getBalance({ actor });
    for (const dry_run of [false, true]) {
      await expect(
        sendMessage({ actor, input: { ...wire, to: `+${out}`, dry_run } }),
      ).rejects.toMatchObject({
        code: "opted_out",
        details: { fields: { to: [expect.any(String)] } },
      });
    }
    expect(await stored()).toEqual([]);
    expect(await getBalance({ actor })).toBe(before);
  });

  test("is rejected alone in a batch, its dry runs included", async () => {
    const before = await getBalance({ actor });
    const sent = [out, ...others].map((to) => ({ ...wire, to }));
    const input = { messages: [...sent, { ...wire, to: out, dry_run: true }] };
    const { accepted, data } = await sendBatch({ actor, input });
    expect(accepted).toBe(2);
    expect(data).toMatchObject([
      { index: 0, code: "opted_out", errors: { to: [expect.any(String)] } },
      { index: 1, status: "queued" },
      { index: 2, status: "queued" },
      { index: 3, code: "opted_out" },
    ]);
    expect(await getBalance({ actor })).toBe(before - 2);
  });

  test("still gets the first answer for a message that was accepted before", async () => {
    const number = "48732129005";
    const input = { ...wire, to: number, idempotency_key: randomUUID() };
    const { accepted } = await sendMessage({ actor, input });
    await addOptOut({ actor, input: { number } });
    const again = await sendMessage({ actor, input });
    expect(again).toMatchObject({ isReplay: true, accepted: { message_id: accepted.message_id } });
  });

  test("of one sender gets messages of the others, and of all once it is removed", async () => {
    const number = "48732129006";
    await addOptOut({ actor, input: { number, sender: "YOURBRAND" } });
    const send = (from: string) => sendMessage({ actor, input: { ...wire, from, to: number } });
    await expect(send("YourBrand")).rejects.toMatchObject({ code: "opted_out" });
    await send("Other");
    await removeOptOut({ actor, input: { number: `+${number}` } });
    await send("YourBrand");
  });

  test("of another account is none of this one's", async () => {
    const other = operatorOf((await mintAccount()).accountId, "live");
    await sendMessage({ actor: other, input: { ...wire, to: out } });
  });
});

test("a batch to numbers that have not opted out costs no statement more, also for an account with opt-outs", async () => {
  const plain = operatorOf((await mintAccount()).accountId, "live");
  const input = { messages: others.map((to) => ({ ...wire, to })) };
  const statements = async (who: Actor) => {
    const before = counter.count();
    await sendBatch({ actor: who, input });
    return counter.count() - before;
  };
  await statements(plain);
  expect(await statements(actor)).toBe(await statements(plain));
});
