import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { sendMessage } from "../sending/send-message";
import { type MintedAccount, mintAccount } from "../testing/mint-account";
import { authenticateToken } from "../tokens/authenticate-token";
import { exportMessages } from "./export-messages";
import { listLog } from "./list-log";
import { LogQuery } from "./log-contract";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

/** Nobody runs a worker here: what is sent stays `queued`. */
async function send(
  { accountId }: MintedAccount,
  change: Record<string, unknown> = {},
  actor: Actor = operatorOf(accountId),
) {
  const { accepted } = await sendMessage({ actor, input: { ...wire, ...change } });
  return accepted.message_id ?? "";
}

function change(
  { accountId }: MintedAccount,
  messageId: string,
  set: Partial<typeof messages.$inferInsert>,
) {
  const id = parsePublicId("msg", messageId) ?? "";
  return db()
    .update(messages)
    .set(set)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
}

async function idsOf({ accountId }: MintedAccount, search: Record<string, string> = {}) {
  const { data } = await listLog({ actor: operatorOf(accountId), input: LogQuery.parse(search) });
  return data.map(({ message_id }) => message_id);
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

describe("the pages of the log", () => {
  test("older and newer lead there and back, every message once, while new ones come", async () => {
    const account = await mintAccount({ credits: 200 });
    const sent: string[] = [];
    for (let place = 0; place < 120; place += 1) sent.push(await send(account));
    const newestFirst = sent.toReversed();
    const first = await listLog({
      actor: operatorOf(account.accountId),
      input: LogQuery.parse({}),
    });
    expect(first).toMatchObject({ has_newer: false, has_older: true });
    await send(account);
    const before = first.data.at(-1)?.message_id;
    const second = await listLog({
      actor: operatorOf(account.accountId),
      input: LogQuery.parse({ before }),
    });
    expect(second.data.map(({ message_id }) => message_id)).toEqual(newestFirst.slice(50, 100));
    const last = second.data.at(-1)?.message_id;
    const third = await listLog({
      actor: operatorOf(account.accountId),
      input: LogQuery.parse({ before: last }),
    });
    expect(third.data.map(({ message_id }) => message_id)).toEqual(newestFirst.slice(100));
    expect(third.has_older).toBe(false);
    const after = third.data[0]?.message_id;
    const back = await listLog({
      actor: operatorOf(account.accountId),
      input: LogQuery.parse({ after }),
    });
    expect(back.data).toEqual(second.data);
    expect(back).toMatchObject({ has_newer: true, has_older: true });
  });

  test("where less than a page is newer, the first page comes whole", async () => {
    const account = await mintAccount();
    const ids = [await send(account), await send(account), await send(account)];
    const page = await listLog({
      actor: operatorOf(account.accountId),
      input: LogQuery.parse({ after: ids[1] }),
    });
    expect(page.data.map(({ message_id }) => message_id)).toEqual(ids.toReversed());
    expect(page.has_newer).toBe(false);
  });
});

describe("the search", () => {
  test("finds a number by its end, a text by a part, a message by its id", async () => {
    const account = await mintAccount();
    const mine = await send(account, { to: "48732129123", body: "Your code is 48291" });
    await send(account, { to: "48732129999" });
    for (const q of ["9123", "+48 732 129 123", "732-129-123", "CODE IS", "48291", mine]) {
      expect(await idsOf(account, { q }), q).toEqual([mine]);
    }
    // The middle of a number is not its end.
    expect(await idsOf(account, { q: "73212" })).toEqual([]);
  });
});

test("the search reads a number as a send does", async () => {
  const account = await mintAccount();
  const mine = await send(account, { to: "447911123456" });
  await send(account, { to: "48732129999" });
  for (const q of [
    "+44 (0)7911 123456",
    "07911 123 456",
    "4407911123456",
    "“447911123456”",
    "447911123456.0",
    "3456",
  ]) {
    expect(await idsOf(account, { q }), q).toEqual([mine]);
  }
});

describe("the filters", () => {
  test("keep what was sent with one token", async () => {
    const account = await mintAccount();
    const mine = await send(account, {}, await authenticateToken(`Bearer ${account.token}`, null));
    await send(account);
    expect(await idsOf(account, { token: publicId("tok", account.tokenId) })).toEqual([mine]);
    expect(await idsOf(account, { token: "tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA" })).toEqual([]);
  });

  test("keep what ended for one reason, in our word or the carrier's", async () => {
    const account = await mintAccount();
    const mine = await send(account);
    await send(account);
    const ended = { status: "failed", reason: "unknown_subscriber", carrierCode: "E42" } as const;
    await change(account, mine, ended);
    expect(await idsOf(account, { reason: "unknown_subscriber" })).toEqual([mine]);
    expect(await idsOf(account, { reason: "E42", status: "failed,bounced" })).toEqual([mine]);
    expect(await idsOf(account, { reason: "E42", status: "delivered" })).toEqual([]);
  });

  test("a day is a day of the reader's zone, the last one taken in", async () => {
    const account = await mintAccount();
    const mine = await send(account);
    // Twenty-five hours apart, so that it is never the same day in both.
    const [east, west] = ["Pacific/Kiritimati", "Pacific/Midway"] as const;
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: east }).format(new Date());
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    expect(await idsOf(account, { since: today, until: today, zone: east })).toEqual([mine]);
    expect(await idsOf(account, { since: tomorrow, zone: east })).toEqual([]);
    expect(await idsOf(account, { since: today, until: today, zone: west })).toEqual([]);
    expect(await idsOf(account, { until: today, zone: west })).toEqual([mine]);
  });

  test("what makes no sense in an address counts as left out", () => {
    const asked = {
      status: "lost",
      since: "soon",
      token: "sk_1",
      before: "x",
      zone: "Mars",
      q: " ",
    };
    expect(Object.values(LogQuery.parse(asked)).filter((value) => value !== undefined)).toEqual([]);
  });

  test.each<Record<string, string>>([
    { q: "a\0b" },
    { from: "a\0b", reason: "a\0b", client_ref: "a\0b" },
    { since: "0000-01-01" },
    { since: "0026-11-22", zone: "Europe/Warsaw" },
    { until: "9999-12-31" },
    { since: "0000-01-01T00:00:00Z" },
    { until: "9999-12-31T23:59:59-01:00" },
  ])("what no message can have is no reason to fail: %j", async (search) => {
    const account = await mintAccount();
    const messageId = await send(account);
    expect(await idsOf(account, search)).toEqual([messageId]);
  });

  test("find a member of the metadata by its key and whole value, whatever is in the value", async () => {
    const account = await mintAccount();
    const metadata = { order: 1042, formula: "a=b", note: "1042" };
    const messageId = await send(account, { metadata });
    await send(account, { metadata: { order: 10420 } });
    for (const metadata of ["order=1042", " order = 1042 ", "formula=a=b"]) {
      expect(await idsOf(account, { metadata })).toEqual([messageId]);
    }
    for (const metadata of ["order=104", "Order=1042", "formula=a"]) {
      expect(await idsOf(account, { metadata })).toEqual([]);
    }
    for (const metadata of ["order", "=1042", "order=", "a[b]=1", "a\0=1"]) {
      expect(await idsOf(account, { metadata })).toHaveLength(2);
    }
  });

  test("never reach into another account", async () => {
    const [mine, other] = [await mintAccount(), await mintAccount()];
    const messageId = await send(other);
    for (const search of [{}, { q: messageId }, { q: "9000" }, { after: messageId }]) {
      expect(await idsOf(mine, search as Record<string, string>)).toEqual([]);
    }
  });
});

describe("the export", () => {
  test("is the whole filtered set as CSV a spreadsheet opens without running anything", async () => {
    const account = await mintAccount();
    await send(account, {
      ...{ body: '=HYPERLINK("https://example.com")', client_ref: "order, 1" },
      metadata: { shop: "=1+1" },
    });
    await send(account, { client_ref: "other" });
    const query = LogQuery.parse({ client_ref: "order, 1" });
    const csv = await textOf(
      exportMessages({
        actor: operatorOf(account.accountId),
        input: { query, format: { as: "csv", separator: "," } },
      }),
    );
    expect(csv.startsWith("\uFEFFmessage_id,status,to,")).toBe(true);
    const lines = csv.trimEnd().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(',+48732129000,YourBrand,"\'=HYPERLINK(""https://example.com"")",');
    expect(lines[1]).toContain('"order, 1","{""shop"":""=1+1""}"');
  });

  test("goes on over the pages of a long log, newest first, as NDJSON in the words of the API", async () => {
    const account = await mintAccount();
    const template = await send(account);
    await copyMessage(account, template, 2500);
    const text = await textOf(
      exportMessages({
        actor: operatorOf(account.accountId),
        input: { query: LogQuery.parse({}), format: { as: "ndjson" } },
      }),
    );
    const ids = text
      .trimEnd()
      .split("\n")
      .map((line) => String(JSON.parse(line).message_id));
    expect(ids).toHaveLength(2501);
    expect(new Set(ids).size).toBe(2501);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
});

/** Many more like one message, older than it. */
async function copyMessage({ accountId }: MintedAccount, messageId: string, count: number) {
  const id = parsePublicId("msg", messageId) ?? "";
  const mine = and(eq(messages.accountId, accountId), eq(messages.id, id));
  const [row] = await db().select().from(messages).where(mine);
  if (!row) throw new Error("There is no such message.");
  const place = (number: number) => number.toString(16).padStart(12, "0");
  const rows = Array.from({ length: count }, (_, number) => ({
    ...row,
    id: `01900000-0000-7000-8000-${place(number)}`,
  }));
  for (let start = 0; start < count; start += 500) {
    await db()
      .insert(messages)
      .values(rows.slice(start, start + 500));
  }
}
