import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { findRangeHolder } from "../numbers/find-range-holder";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import type { MessageFilter } from "./_filter-messages";
import { readPage } from "./_read-page";
import { scanMessages } from "./_scan-messages";
import { ListMessagesQuery } from "./list-contract";
import { listLog } from "./list-log";
import { listMessages } from "./list-messages";
import { LogQuery } from "./log-contract";

const wire = { from: "YourBrand", to: "48732129000", body: "Zażółć gęślą jaźń" };

async function send({ accountId }: MintedAccount, change: object = {}, isTest = false) {
  const caller = operatorOf(accountId, isTest ? "test" : "live");
  const { accepted } = await sendMessage({ actor: caller, input: { ...wire, ...change } });
  return accepted.message_id ?? "";
}

async function set({ accountId }: MintedAccount, messageId: string, values: object) {
  const id = parsePublicId("msg", messageId) ?? "";
  await db()
    .update(messages)
    .set(values)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
}

async function found({ accountId }: MintedAccount, search: Record<string, string>) {
  const { data } = await listLog({ actor: operatorOf(accountId), input: LogQuery.parse(search) });
  return data.map(({ message_id }) => message_id);
}

test.each([
  ["a text without its accents", "zazolc gesla"],
  ["a text with others and in capitals", "ZÁŻÓŁĆ"],
  ["the beginning of a number", "48732"],
  ["the beginning of a number with its plus", "+48 732 1"],
  ["part of the sender", "ourbr"],
  ["an error code", "carrier_rejected"],
  ["an error code in words", "Carrier rejected"],
  ["the carrier's own code", "30007"],
])("the search finds a message by %s", async (_, q) => {
  const account = await mintAccount();
  await send(account, { from: "Other", to: "447700900123", body: "Something else" });
  const mine = await send(account);
  await set(account, mine, { reason: "carrier_rejected", carrierCode: "30007" });
  expect(await found(account, { q })).toEqual([mine]);
});

test("the search finds a message by the beginning of its ID, with its prefix or without", async () => {
  const account = await mintAccount();
  const mine = await send(account, { body: "One" });
  await set(account, await send(account, { body: "Two" }), {
    id: "00000000-0000-0000-0000-000000000001",
  });
  for (const q of [mine.slice(0, 16), mine.slice(4, 20), mine.toLowerCase().slice(0, 16)]) {
    expect(await found(account, { q }), q).toEqual([mine]);
  }
});

test("what a regular expression would take for its own is searched as it is written", async () => {
  const account = await mintAccount();
  const mine = await send(account, { body: "Save 20% [today] (only) at C:\\shop ^_^ -a.*" });
  for (const q of ["[today] (only)", "C:\\shop ^_^", "-a.*"]) {
    expect(await found(account, { q }), q).toEqual([mine]);
  }
  expect(await found(account, { q: "S.ve" })).toEqual([]);
});

test("hours and minutes are those of the reader's clock, and the last minute is taken in", async () => {
  const account = await mintAccount();
  const at = async (time: string) => {
    const id = await send(account);
    await set(account, id, { createdAt: new Date(time), id: idAt(time) });
  };
  for (const minute of ["12:04:59", "12:05:00", "12:20:59", "12:21:00"]) {
    await at(`2026-05-15T${minute}Z`);
  }
  const { data } = await listLog({
    actor: operatorOf(account.accountId),
    input: LogQuery.parse({
      since: "2026-05-15T14:05",
      until: "2026-05-15T14:20",
      zone: "Europe/Warsaw",
    }),
  });
  expect(data.map(({ created_at }) => created_at.slice(11, 19))).toEqual(["12:20:59", "12:05:00"]);
});

test("carrier, country, and operator narrow the log", async () => {
  const account = await mintAccount();
  const polish = await send(account);
  const british = await send(account, { to: "447700900123" });
  await set(account, british, { carrier: "upstream", operator: "Network Ltd" });
  expect(await found(account, { carrier: "upstream" })).toEqual([british]);
  expect(await found(account, { country: "48" })).toEqual([polish]);
  expect(await found(account, { operator: "network LTD" })).toEqual([british]);
  // The carrier named none, so the holder of the range is what the screens show.
  const holder = findRangeHolder(wire.to) ?? "";
  expect(await found(account, { operator: holder })).toEqual([polish]);
  await set(account, polish, { operator: "Network Ltd" });
  expect(await found(account, { operator: holder })).toEqual([]);
});

test("in a log of 20,000 messages a complete number and test messages are found by an index", async () => {
  const account = await mintAccount();
  const { accountId } = account;
  await send(account);
  await copyFirst(account, 20_000);
  const mine = await send(account, { to: "48501234567" });
  const tested = await send(account, {}, true);
  await db().execute(sql`analyze messages`);
  for (const [query, expected, index] of [
    [{ to: "48501234567" }, mine, "messages_recipient"],
    [{ test: "true" }, tested, "messages_test"],
    [{ q: mine }, mine, "messages_account_id_id_pk"],
    [{ q: mine.slice(0, 20) }, mine, "messages_account_id_id_pk"],
  ] as const) {
    const { data } = await listMessages({
      actor: operatorOf(accountId),
      input: ListMessagesQuery.parse(query),
    });
    expect(data.map(({ message_id }) => message_id)).toEqual([expected]);
    const plan = await planOf(accountId, ListMessagesQuery.parse(query));
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan|Rows Removed by Filter|Sort/);
  }
});

test("a filter reads a bounded stretch in order, and sorts nothing, where the planner takes a long log for a short one", async () => {
  const account = await mintAccount();
  await send(account);
  await copyFirst(account, 20_000);
  await db().execute(sql`analyze messages`);
  for (const query of [{}, { status: "bounced" }, { from: "Nobody" }, { reason: "30007" }]) {
    const plan = await planOf(account.accountId, ListMessagesQuery.parse(query), "few messages");
    expect(plan, JSON.stringify(query)).toContain("messages_account_id_id_pk");
    expect(plan, JSON.stringify(query)).not.toMatch(/Seq Scan|Bitmap|Sort/);
  }
});

test("a search goes on stretch by stretch until it has a page, and says where it stopped", async () => {
  const account = await mintAccount();
  const oldest = await send(account, { body: "The one" });
  for (let count = 0; count < 9; count += 1) await send(account);
  const actor = operatorOf(account.accountId);
  const filter = { search: "the one" };
  const whole = await readPage({ actor, filter }, 51, { rows: 3, stretches: 10 });
  expect(whole.rows.map(({ id }) => publicId("msg", id))).toEqual([oldest]);
  expect(whole.searchedTo).toBeNull();
  const cut = await readPage({ actor, filter }, 51, { rows: 3, stretches: 2 });
  expect(cut.rows).toEqual([]);
  const before = cut.searchedTo ?? undefined;
  expect(await readPage({ actor, filter, before }, 51, { rows: 3, stretches: 2 })).toEqual(whole);
});

/** How PostgreSQL reads what such a list asks for; on request with the statistics that a large deletion leaves behind. */
async function planOf(accountId: string, filter: MessageFilter, known?: "few messages") {
  let plan = "";
  const scan = scanMessages(
    { actor: operatorOf(accountId), filter },
    async ({ tx, rows, matching }) => {
      if (known) await tx.execute(forgetSize);
      const list = tx.select().from(rows).where(matching).limit(51);
      plan = JSON.stringify(await tx.execute(sql`explain analyze ${list.getSQL()}`));
      throw new Error("The statistics are rolled back.");
    },
  );
  await expect(scan).rejects.toThrow("rolled back");
  return plan;
}

const forgetSize = sql`
  select pg_restore_relation_stats(
    'schemaname', 'public', 'relname', relname, 'relpages', 1000, 'reltuples', 600::real)
  from unnest('{messages,messages_account_id_id_pk}'::text[]) relname`;

function idAt(time: string): string {
  const hex = Date.parse(time).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** That many more messages like an account's only one, to other numbers. */
async function copyFirst({ accountId }: MintedAccount, copies: number): Promise<void> {
  await db().execute(sql`
    insert into messages
    select copy.* from messages m, generate_series(1, ${copies}::int) place,
      lateral jsonb_populate_record(m, jsonb_build_object(
        'id', gen_random_uuid(), 'recipient', (48600000000 + place)::text)) copy
    where m.account_id = ${accountId}`);
}
