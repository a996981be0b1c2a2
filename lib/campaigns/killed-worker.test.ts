import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { getBalance } from "../credits/get-balance";
import { bundleProgram } from "../testing/bundle-program";
import { mintAccount } from "../testing/mint-account";
import { startedCampaign } from "../testing/play-campaign";
import { soakOr } from "../testing/soak-or";
import { useOwnDatabase } from "../testing/use-own-database";
import { cancelCampaign } from "./cancel-campaign";
import { getCampaign } from "./get-campaign";

const kills = soakOr(10, 3);
const people = soakOr(5000, 800);
/** Slow enough that each kill comes in the middle. */
const rate = soakOr(250, 100);

let dropDatabase: () => Promise<void>;
const workers: ChildProcess[] = [];
let program = "";

beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  program = await bundleProgram("run-worker-process");
});
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await dropDatabase();
  rmSync(program, { force: true });
});

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "ignore"] });
  workers.push(child);
  await once(child.stdout ?? child, "data");
  return child;
}

async function stored(): Promise<number> {
  const [row] = await db().execute<{ n: number }>(
    sql`select count(*)::int as n from ${campaignRows} where message_id is not null`,
  );
  return row?.n ?? 0;
}

/** Recipients whom the carrier has, or we have stored, more than one message for. */
async function reachedTwice(): Promise<number> {
  const [row] = await db().execute<{ n: number }>(sql`
    select (select count(*) from (
        select 1 from ${messages} group by recipient having count(*) > 1) as stored)::int
      + (select count(*) from (
        select 1 from ${simulatorMessages} s join ${messages} m on m.id = s.message_id
        group by m.recipient having count(*) > 1) as taken)::int as n`);
  return row?.n ?? 0;
}

test(`a worker killed ${kills} times while ${people} rows are expanded and sent, then cancelled half-way: each person at most once, and the books are right`, async () => {
  const { accountId } = await mintAccount({ credits: people });
  const actor = operatorOf(accountId, "live");
  const input = await startedCampaign(actor, people, { settings: { rate } });
  let next = startWorker();
  for (let round = 1; round <= kills; round += 1) {
    const worker = await next;
    // The next one is on its way while this one works.
    next = startWorker();
    const reached = Math.floor((people * round) / (2 * (kills + 1)));
    await expect.poll(stored, { interval: 3, timeout: 60_000 }).toBeGreaterThan(reached);
    worker.kill("SIGKILL");
  }
  const last = await next;
  await expect.poll(stored, { interval: 10, timeout: 60_000 }).toBeGreaterThan(people / 2);
  await cancelCampaign({ actor, input });
  // What a killed worker had in its hands is taken back when its lease has run out.
  const status = async () => (await getCampaign({ actor, input })).progress?.statuses ?? {};
  await expect
    .poll(
      async () => {
        const { queued = 0, sending = 0, scheduled = 0 } = await status();
        return queued + sending + scheduled;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
  last.kill("SIGTERM");
  await once(last, "exit");
  const { progress, credits } = await getCampaign({ actor, input });
  const left = people - (progress?.not_sent ?? 0) - (progress?.statuses["cancelled"] ?? 0);
  expect(left).toBeGreaterThan(0);
  expect(progress?.not_sent).toBeGreaterThan(0);
  expect(credits).toEqual({ reserved: people, charged: left, refunded: people - left });
  expect(await getBalance({ actor })).toBe(people - left);
  expect(await reachedTwice()).toBe(0);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
}, 300_000);
