import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAudit } from "../audit/run-audit";
import type { Actor } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { firstIdAt, parsePublicId } from "../core/ids";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { cancelMessage } from "../messages/cancel-message";
import { getMessage } from "../messages/get-message";
import { recordEvents } from "../messages/record-events";
import { recordReceipts } from "../receipts/record-receipts";
import { sendMessage } from "../sending/send-message";
import { lendSchema } from "../testing/lend-schema";
import { migrateBefore } from "../testing/migrate-before";
import { mintOldAccount } from "../testing/mint-old-account";
import { runSql } from "../testing/run-sql";
import { migrate } from "./migrate";
import { partitionedTables } from "./partitioned-tables";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;
const dayMs = 86_400_000;
const beyond = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Everything in the tables that are partitioned now. */
async function rows() {
  const found: Record<string, string[]> = {};
  // Activity and requests are younger.
  const { activity_events: _activity, api_requests: _requests, ...older } = partitionedTables;
  for (const table of Object.keys(older)) {
    const texts = await runSql<{ row: string }>(
      url,
      `select to_jsonb(t)::text as row from ${table} t order by 1`,
    );
    found[table] = texts.map(({ row }) => row);
  }
  return found;
}

let actor: Actor;
let before: Awaited<ReturnType<typeof rows>>;
let history: Awaited<ReturnType<typeof getMessage>>;
let scheduled: string;

/** A message that was delivered. */
async function deliver(): Promise<string> {
  const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
  const { accepted } = await sendMessage({ actor, input: wire });
  await dispatchMessages({ carrier: "simulator", test: false });
  const [row] = await runSql<{ carrier_ref: string }>(
    url,
    "select carrier_ref from messages where status = 'sent'",
  );
  const rest = { reason: null, carrierCode: null, operator: null, receivedAt: new Date() };
  const receipt = { ref: row?.carrier_ref ?? "", status: "delivered" as const, at: new Date() };
  await recordReceipts("simulator", [{ ...receipt, ...rest, raw: {} }]);
  return accepted.message_id ?? "";
}

beforeAll(async () => {
  await runSql(shared, `create database ${name}`);
  await migrateBefore(url, /keep_keys/);
  const takeBack = await lendSchema(url);
  Object.assign(process.env, { DATABASE_URL: url });
  actor = await mintOldAccount(url, 100);
  const messageId = await deliver();
  history = await getMessage({ actor, input: { messageId } });
  const inAMonth = new Date(Date.now() + 34 * dayMs).toISOString();
  const later = { from: "YourBrand", to: "48732129000", body: "Hi", scheduled_at: inAMonth };
  scheduled = (await sendMessage({ actor, input: later })).accepted.message_id ?? "";
  // From a clock that was ahead, and from none.
  for (const stray of [firstIdAt(Date.now() + 40 * dayMs), beyond]) {
    await runSql(
      url,
      `insert into message_events (account_id, message_id, id, type, at, source)
      values ($1, $2, gen_random_uuid(), 'sent', now(), 'carrier')`,
      [actor.accountId, stray],
    );
  }
  await runSql(url, "insert into delivered_parts values ($1, $2, '1')", [actor.accountId, beyond]);
  await runSql(
    url,
    `insert into webhook_attempts (account_id, endpoint_id, event_id, id, at, duration_ms, url, request_headers)
    values ($1, $2, $2, gen_random_uuid(), now(), 5, 'https://example.com', '{}')`,
    [actor.accountId, firstIdAt(Date.now() - 400 * dayMs)],
  );
  await takeBack();
  before = await rows();
  await migrate(url);
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await runSql(shared, `drop database ${name} with (force)`);
});

test("partitioning keeps every row, those of no month, too", async () => {
  expect(Object.values(before).map((each) => each.length > 0)).toEqual([true, true, true, true]);
  expect(await rows()).toEqual(before);
  const places = await runSql<{ place: string }>(
    url,
    "select tableoid::regclass::text as place from message_events where message_id = $1",
    [beyond],
  );
  expect(places).toEqual([{ place: "message_events_default" }]);
});

test("a message keeps its history, and still ends only once", async () => {
  const messageId = history.message_id;
  expect(await getMessage({ actor, input: { messageId } })).toEqual(history);
  expect(history.events.map(({ type }) => type)).toEqual(["accepted", "sent", "sms.delivered"]);
  const again = {
    ...{ messageId: parsePublicId("msg", messageId) ?? "", type: "sms.failed" },
    ...{ source: "carrier" as const, test: false, terminal: true },
  };
  await expect(recordEvents(actor.accountId, [again], db())).rejects.toMatchObject({
    cause: { code: "23505" },
  });
});

test("a message that is scheduled for another month goes on, and everything adds up", async () => {
  await cancelMessage({ actor, input: { messageId: scheduled } });
  const { events } = await getMessage({ actor, input: { messageId: scheduled } });
  expect(events.map(({ type }) => type)).toEqual(["scheduled", "cancelled"]);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});
