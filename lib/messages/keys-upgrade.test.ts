import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAudit } from "../audit/run-audit";
import type { Actor } from "../core/actor";
import { closeDatabase } from "../core/db";
import { parsePublicId } from "../core/ids";
import { migrate } from "../database/migrate";
import { listMessages } from "../message-log/list-messages";
import { sendMessage } from "../sending/send-message";
import { countAgain } from "../testing/count-again";
import { lendSchema } from "../testing/lend-schema";
import { migrateBefore } from "../testing/migrate-before";
import { mintOldAccount } from "../testing/mint-old-account";
import { runSql } from "../testing/run-sql";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;
const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };
/** Of the request above without a reference, in live mode and with the usual validity. */
const hashOfWire = "fVQMwJ2gHHZZeqhuAlii50o7P9XSP_5D3tIyzMf0qG8";

let actor: Actor;

/** A message as the release before stored it: with its key and the hash of its request. */
async function sendBefore({ key, daysAgo }: { key: string; daysAgo: number }): Promise<string> {
  const { accepted } = await sendMessage({ actor, input: wire });
  await runSql(
    url,
    `update messages set idempotency_key = $1, request_hash = $2, created_at = now() - $3 * interval '1 day'
    where id = $4`,
    [key, hashOfWire, daysAgo, parsePublicId("msg", accepted.message_id ?? "")],
  );
  return accepted.message_id ?? "";
}

const keys = { young: randomUUID(), old: randomUUID() };
const ids = { young: "", old: "" };

beforeAll(async () => {
  await runSql(shared, `create database ${name}`);
  await migrateBefore(url, /keep_keys/);
  const takeBack = await lendSchema(url);
  Object.assign(process.env, { DATABASE_URL: url });
  actor = await mintOldAccount(url, 100);
  ids.young = await sendBefore({ key: keys.young, daysAgo: 29 });
  ids.old = await sendBefore({ key: keys.old, daysAgo: 31 });
  await countAgain(actor.accountId);
  await takeBack();
  await migrate(url);
  await countAgain(actor.accountId);
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await runSql(shared, `drop database ${name} with (force)`);
});

test("a key of the last 30 days still stands for its message after the upgrade, an older one for none", async () => {
  const young = await sendMessage({ actor, input: { ...wire, idempotency_key: keys.young } });
  expect(young).toMatchObject({ isReplay: true, accepted: { message_id: ids.young } });
  const other = { ...wire, body: "Bye", idempotency_key: keys.young };
  await expect(sendMessage({ actor, input: other })).rejects.toMatchObject({
    code: "idempotency_mismatch",
  });
  const old = await sendMessage({ actor, input: { ...wire, idempotency_key: keys.old } });
  expect(old).toMatchObject({ isReplay: false });
});

test("messages keep the keys of their requests, and everything adds up", async () => {
  const { data } = await listMessages({ actor, input: { limit: 10 } });
  const byId = new Map(data.map((each) => [each.message_id, each.idempotency_key]));
  expect([byId.get(ids.young), byId.get(ids.old)]).toEqual([keys.young, keys.old]);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});
