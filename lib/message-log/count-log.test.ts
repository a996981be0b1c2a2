import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendMessage } from "../sending/send-message";
import { countAgain } from "../testing/count-again";
import { endMessages } from "../testing/end-messages";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { countLog } from "./count-log";
import { exportMessages } from "./export-messages";
import { LogQuery } from "./log-contract";

const hourMs = 3_600_000;

async function send({ accountId }: MintedAccount, isTest = false, change: object = {}) {
  const wire = { from: "YourBrand", to: "48732129000", body: "Hello", ...change };
  await sendMessage({ actor: operatorOf(accountId, isTest ? "test" : "live"), input: wire });
}

function count({ accountId }: MintedAccount, search: Record<string, string> = {}) {
  return countLog({ actor: operatorOf(accountId), input: LogQuery.parse(search) });
}

/** The lines of the file that the same address leads to. */
async function exported({ accountId }: MintedAccount, search: Record<string, string>) {
  const text = await new Response(
    exportMessages({
      actor: operatorOf(accountId),
      input: { query: LogQuery.parse(search), format: { as: "ndjson" } },
    }),
  ).text();
  return text.split("\n").length - 1;
}

test("the number before an export is the number of messages in the file, whatever the filter", async () => {
  const account = await mintAccount();
  await mintAccount().then(send);
  for (const isTest of [false, false, true]) await send(account, isTest);
  await send(account, false, { client_ref: "order 7" });
  await endMessages(account.accountId, 2, "failed");
  const hour = new Date(Math.floor(Date.now() / hourMs) * hourMs).toISOString();
  const minutesAgo = new Date(Date.now() - 100_000).toISOString();
  const searches: Record<string, string>[] = [
    {},
    { test: "true" },
    { status: "failed,bounced" },
    { status: "failed", test: "false", since: hour },
    { until: hour },
    { since: minutesAgo },
    { client_ref: "order 7" },
    { q: "hello" },
    { q: "nothing of the kind" },
  ];
  for (const search of searches) {
    const messages = await exported(account, search);
    expect(await count(account, search), JSON.stringify(search)).toMatchObject({
      messages,
      has_more: false,
    });
  }
});

test("it is that of the whole log, whichever page is looked at", async () => {
  const account = await mintAccount();
  await send(account);
  expect(await count(account, { before: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA" })).toMatchObject({
    messages: 1,
    has_more: false,
  });
});

test("what the counters do not know is counted up to ten thousand, the rest exactly", async () => {
  const account = await mintAccount();
  await send(account, false, { client_ref: "many" });
  await copyFirst(account, 10_000);
  expect(await count(account, { client_ref: "many" })).toMatchObject({
    messages: 10_000,
    has_more: true,
  });
  expect(await count(account)).toMatchObject({ messages: 10_001, has_more: false });
});

/** That many more messages like an account's only one. */
async function copyFirst({ accountId }: MintedAccount, copies: number): Promise<void> {
  await db().execute(sql`
    insert into messages
    select copy.* from messages m, generate_series(1, ${copies}::int) place,
      lateral jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'body', place)) copy
    where m.account_id = ${accountId}`);
  await countAgain(accountId);
}

test("each status is counted under the other filters, by the counters or one by one", async () => {
  const account = await mintAccount();
  for (const body of ["One", "Two", "Two"]) await send(account, false, { body });
  await endMessages(account.accountId, 2, "failed");
  const all = { by_status: { queued: 3, failed: 2 }, has_more_by_status: false };
  expect(await count(account)).toMatchObject({ messages: 5, ...all });
  expect(await count(account, { status: "failed" })).toMatchObject({ messages: 2, ...all });
  const found = { messages: 0, by_status: { queued: 2 } };
  expect(await count(account, { status: "failed", q: "two" })).toMatchObject(found);
  expect(await count(account, { status: "delivered" })).toMatchObject({ messages: 0, ...all });
});
