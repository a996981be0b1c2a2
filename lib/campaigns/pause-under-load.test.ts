import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { startedCampaign } from "../testing/play-campaign";
import { useOwnDatabase } from "../testing/use-own-database";
import { runWorker } from "../worker/run-worker";
import { cancelCampaign } from "./cancel-campaign";
import { getCampaign } from "./get-campaign";
import { pauseCampaign } from "./pause-campaign";

const people = 4000;
/** What a pause promises: whatever leaves later than this after it is one too many. */
const maxLateMs = 2000;

let dropDatabase: () => Promise<void>;
let worker: ReturnType<typeof runWorker>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  worker = runWorker();
});
afterAll(async () => {
  await worker.stop();
  await dropDatabase();
});

test("of a campaign that is paused while it is sent, nothing leaves later than two seconds after", async () => {
  const { accountId } = await mintAccount({ credits: people });
  const actor = operatorOf(accountId, "live");
  const input = await startedCampaign(actor, people);
  const handedOver = async () => (await getCampaign({ actor, input })).progress?.submitted ?? 0;
  await expect.poll(handedOver, { interval: 10, timeout: 30_000 }).toBeGreaterThan(200);
  const { paused_at: pausedAt } = await pauseCampaign({ actor, input });
  const since = new Date(new Date(pausedAt ?? 0).getTime() + maxLateMs).toISOString();
  await pause(2 * maxLateMs);
  const [late] = await db().execute<{ n: number; left: number }>(sql`
    select count(*) filter (where offered_at > ${since}::timestamptz)::int as n,
      count(*) filter (where status = 'queued')::int as left
    from ${messages} where account_id = ${accountId}`);
  expect(late).toMatchObject({ n: 0 });
  expect(late?.left).toBeGreaterThan(0);
  await cancelCampaign({ actor, input });
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
}, 60_000);
