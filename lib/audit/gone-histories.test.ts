import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { retentionLimits } from "@/drizzle/schema/retention";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";
import { keepMonths } from "../database/keep-months";
import { listMonths } from "../database/list-months";
import { addEnd, addPaid } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { runAudit } from "./run-audit";

let drop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());

const long = Date.UTC(2020, 1);

/** As if the oldest partition had ended long ago. */
async function endPartition(): Promise<void> {
  const [oldest] = await db().transaction((tx) => listMonths("message_events", tx));
  const [current, former] = [oldest?.name, "message_events_2020_01"];
  for (const change of [
    `message_events detach partition ${current}`,
    `${current} rename to ${former}`,
    `message_events attach partition ${former} for values from (minvalue) to ('${firstIdAt(long)}')`,
  ]) {
    await db().execute(sql.raw(`alter table ${change}`));
  }
}

const brokenNames = async () =>
  (await runAudit(undefined, { isFull: true }))
    .filter(({ breaches }) => breaches > 0)
    .map(({ name }) => name);

test("months of histories that are too old for everybody are dropped, and the audit misses none of them", async () => {
  await endPartition();
  const { accountId } = await mintAccount();
  const at = new Date(long - 86_400_000);
  await db().transaction(async (tx) => {
    const scene = { tx, accountId, at };
    const ended = { status: "delivered", sentAt: at, endedAt: at } as const;
    await addEnd(scene, await addPaid(scene, ended));
  });
  await db().insert(retentionLimits).values({ kind: "events", days: null });
  await keepMonths();
  const count = () =>
    db().execute<{ count: number }>(sql`select count(*)::int as count from message_events`);
  expect(await count()).toEqual([{ count: 1 }]);
  await db().delete(retentionLimits);
  await keepMonths();
  expect(await count()).toEqual([{ count: 0 }]);
  expect(await brokenNames()).toEqual([]);
  await db().delete(retentionLimits);
  expect(await brokenNames()).toEqual(["one_end"]);
});
