import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "../core/db";
import { firstIdAt, madeAtMs } from "../core/ids";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { countAll, countSettled } from "./_count-spent";
import { authenticateToken } from "./authenticate-token";

const wire = { from: "Shop", to: "48732129000", body: "Hello" };
const halfHourMs = 1_800_000;

async function enter() {
  const { accountId, token, tokenId } = await mintAccount();
  const actor = await authenticateToken(`Bearer ${token}`, null);
  const send = (count: number) =>
    Promise.all(Array.from({ length: count }, () => sendMessage({ actor, input: wire })));
  return { spender: { accountId, tokenId }, send };
}

/** An ID as a process makes it whose clock is half an hour behind. */
function idBehind(): string {
  return firstIdAt(Date.now() - halfHourMs).slice(0, 14) + randomUUID().slice(14);
}

describe("what a token has spent today", () => {
  test("is counted with the messages of the last minute alone while the account is locked", async () => {
    const { spender, send } = await enter();
    await send(2);
    const settled = await countSettled(spender);
    expect(madeAtMs(settled.firstId)).toBeGreaterThan(Date.now() - 90_000);
    await send(1);
    const all = await db().transaction((tx) => countAll(spender, settled, tx));
    expect(all.credits).toBe(3);
  });

  test("is counted in full where the clock of a process is half an hour behind", async () => {
    const { spender, send } = await enter();
    const move = () =>
      db().execute(sql`
        update messages set id = ${idBehind()}::uuid where account_id = ${spender.accountId}
          and id = (select max(id::text)::uuid from messages where account_id = ${spender.accountId})`);
    await send(2);
    await move();
    const settled = await countSettled(spender);
    await send(1);
    await move();
    const all = await db().transaction((tx) => countAll(spender, settled, tx));
    expect(all.credits).toBe(3);
  });
});
