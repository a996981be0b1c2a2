import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { suspensions } from "@/drizzle/schema/accounts";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../audit/run-audit";
import { forgetSetup } from "../carriers/carrier-setup";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { isSharded } from "../core/is-sharded";
import { accountsElsewhere } from "../messages/accounts-elsewhere";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { Upstream } from "../testing/upstream";
import { useOwnDatabase } from "../testing/use-own-database";
import { foldDeltas } from "../traffic/fold-deltas";
import { dispatchMessages } from "./dispatch-messages";
import { finishSubmissions } from "./finish-submissions";

const upstream = new Upstream();
let folder: string;
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  await upstream.listen();
  const { url, token } = upstream;
  const carriers = [{ name: "only", kind: "http", url, token }];
  const file = join(folder, "carriers.json");
  writeFileSync(file, JSON.stringify({ carriers, routes: [{ to: "*", carrier: "only" }] }));
  const settings = { CARRIERS_FILE: file, SMS_API_URL: url, SMS_API_TOKEN: token };
  dropDatabase = await useOwnDatabase(settings);
  forgetSetup();
  // The mark of a cluster: everything goes by the statements that one takes.
  await db().execute(sql`create table pg_dist_partition ()`);
});
afterAll(async () => {
  await upstream.close();
  await dropDatabase();
  await rm(folder, { recursive: true });
});

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

function rowsOf(accountId: string) {
  return db().select().from(messages).where(eq(messages.accountId, accountId));
}

test("what several accounts send at once is stored and charged, goes to the carrier, and keeps its IDs", async () => {
  expect(await isSharded()).toBe(true);
  const accounts = await Promise.all([1, 2, 3].map(() => mintAccount({ credits: 10 })));
  const poor = await mintAccount({ credits: 0 });
  const key = randomUUID();
  const send = ({ accountId }: { accountId: string }, idempotencyKey?: string) =>
    sendMessage({
      actor: operatorOf(accountId),
      input: { ...wire, ...(idempotencyKey && { idempotency_key: idempotencyKey }) },
    });
  const sent = await Promise.allSettled([
    send(poor),
    ...accounts.flatMap((each) => [send(each), send(each, key), send(each, key)]),
  ]);
  const outcomes = sent.map((each) => (each.status === "fulfilled" ? each.value.isReplay : null));
  expect(outcomes).toEqual([null, ...accounts.flatMap(() => [false, false, true])]);

  const ids = accounts.map(({ accountId }) => accountId).sort();
  expect(await accountsElsewhere(["only"])).toEqual([]);
  expect(await accountsElsewhere(["other"])).toEqual(ids);

  await dispatchMessages({ carrier: "only", test: false });
  await finishSubmissions();
  for (const accountId of ids) {
    const rows = await rowsOf(accountId);
    expect(rows.map(({ status }) => status)).toEqual(["sent", "sent"]);
    const [first] = rows;
    const isOf = and(
      eq(carrierMessages.ref, first?.carrierRef ?? ""),
      eq(carrierMessages.carrier, "only"),
    );
    const known = await db().select().from(carrierMessages).where(isOf);
    expect(known).toMatchObject([{ accountId, messageId: first?.id }]);
  }
  await foldDeltas();
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

test("a suspended account keeps no other from sending", async () => {
  const [bad, good] = await Promise.all([1, 2].map(() => mintAccount({ credits: 10 })));
  if (!bad || !good) throw new Error("no accounts");
  for (const { accountId } of [bad, good]) {
    await sendMessage({ actor: operatorOf(accountId), input: wire });
  }
  await db()
    .insert(suspensions)
    .values({
      ...{ accountId: bad.accountId, reason: "spam", decidedBy: "operator" },
    });
  await dispatchMessages({ carrier: "only", test: false });
  await finishSubmissions();
  expect((await rowsOf(bad.accountId)).map(({ status }) => status)).toEqual(["queued"]);
  expect((await rowsOf(good.accountId)).map(({ status }) => status)).toEqual(["sent"]);
});
