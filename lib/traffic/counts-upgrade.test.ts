import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invariantsSince } from "../audit/invariants-since";
import { migrate } from "../database/migrate";
import { migrateBefore } from "../testing/migrate-before";
import { runSql } from "../testing/run-sql";

const name = `upgrade_${randomBytes(6).toString("hex")}`;
const shared = process.env["DATABASE_URL"] ?? "";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

test("upgrading keeps what the release before has counted, and has nothing count twice", async () => {
  await migrateBefore(url, /count_messages_in_statements/);
  const accountId = randomUUID();
  await runSql(
    url,
    `insert into messages (account_id, id, source, test, status, sender, recipient, body, encoding, segments, credits,
      created_at, due_at, valid_until)
    select $1, gen_random_uuid(), 'api', false, 'sent', 'YourBrand', '48732129000', 'Hello', 'GSM-7', 2, 2,
      now(), now(), now() from generate_series(1, 3)`,
    [accountId],
  );
  await runSql(url, "update messages set status = 'delivered', ended_at = now()");
  await migrate(url);
  const audit = invariantsSince(null).find((each) => each.name === "counts_are_messages");
  expect(await runSql(url, audit?.breaches ?? "")).toEqual([]);
  const countDeltas = () => runSql(url, "select count(*) as deltas from message_deltas");
  const before = await countDeltas();
  await runSql(url, "update messages set status = 'failed'");
  expect(await countDeltas()).toEqual(before);
});
