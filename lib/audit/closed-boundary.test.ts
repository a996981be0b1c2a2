import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { addEnd, addMovement, addPaid, addTransaction, type Scene } from "../testing/audit-scene";
import { countAgain } from "../testing/count-again";
import { useOwnDatabase } from "../testing/use-own-database";
import { auditAndClose } from "./run-audit";

afterAll(await useOwnDatabase());

const accountId = newId();
const now = new Date();
const monthStart = (monthsAgo: number) =>
  Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo);
const play = <T>(at: Date, work: (scene: Scene) => Promise<T>): Promise<T> =>
  db().transaction((tx) => work({ tx, accountId, at }));

async function breaches(isFull: boolean): Promise<string[]> {
  const { findings } = await auditAndClose({ isFull });
  return findings.flatMap(({ name, breaches: count }) => (count > 0 ? [name] : []));
}

test("an open message whose ID is of the month after the one it is counted in breaks no later audit when it ends", async () => {
  await db().insert(accounts).values({ id: accountId, name: "audited", credits: 50 });
  await play(new Date(monthStart(6)), (scene) =>
    addTransaction(scene, { kind: "grant", amount: 50 }),
  );
  const id = await play(new Date(monthStart(4) + 5), (scene) =>
    addPaid(scene, {
      status: "scheduled",
      createdAt: new Date(monthStart(4) - 5),
      validUntil: new Date(Date.now() + 3_600_000),
    }),
  );
  const audits = await Promise.all([auditAndClose(), auditAndClose()]);
  expect(audits.map(({ closedUntil }) => closedUntil?.getTime())).toEqual([
    monthStart(5),
    monthStart(5),
  ]);
  await play(now, async (scene) => {
    const refundId = await addMovement(scene, "refund", 1);
    await scene.tx.execute(sql`
      update ${messages} set status = 'cancelled', refund_id = ${refundId} where id = ${id}`);
    await addEnd(scene, id, "cancelled");
    await countAgain(accountId, scene.tx);
  });
  expect(await breaches(false)).toEqual([]);
  expect(await breaches(false)).toEqual([]);
  expect(await breaches(true)).toEqual([]);
});
