import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { scanMessages } from "./_scan-messages";
import { ListMessagesQuery } from "./list-contract";
import { listMessages } from "./list-messages";

const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

/** Nobody runs a worker here: what is sent stays `queued`. */
async function send(accountId: string, change: Record<string, unknown> = {}, isTest = false) {
  const caller = operatorOf(accountId, isTest ? "test" : "live");
  const { accepted } = await sendMessage({ actor: caller, input: { ...wire, ...change } });
  return accepted.message_id ?? "";
}

function change(accountId: string, messageId: string, set: Partial<typeof messages.$inferInsert>) {
  const id = parsePublicId("msg", messageId) ?? "";
  return db()
    .update(messages)
    .set(set)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
}

async function idsOf(accountId: string, filter: Partial<ListMessagesQuery> = {}) {
  const { data } = await listMessages({
    actor: operatorOf(accountId),
    input: { limit: 50, ...filter },
  });
  return data.map(({ message_id }) => message_id);
}

/** Every id of every page, and how many pages there were. */
async function walk(accountId: string, limit: number, between: () => Promise<unknown>) {
  const seen: string[] = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const page = await listMessages({ actor: operatorOf(accountId), input: { limit, cursor } });
    seen.push(...page.data.map(({ message_id }) => message_id));
    cursor = page.nextCursor ?? undefined;
    pages += 1;
    await between();
  } while (cursor);
  return { seen, pages };
}

describe("paging", () => {
  test("reads each message once, however many come while a stretch is read", async () => {
    const { accountId } = await mintAccount();
    const sent: string[] = [];
    for (let place = 0; place < 6; place += 1) sent.push(await send(accountId));
    const read: string[] = [];
    const scan = { actor: operatorOf(accountId), filter: {} };
    await scanMessages(
      scan,
      async ({ tx, rows }) => {
        read.push(...(await tx.select().from(rows)).map(({ id }) => publicId("msg", id)));
        await send(accountId);
        return false;
      },
      { rows: 2, stretches: 10 },
    );
    expect(read).toEqual(sent.toReversed());
  });

  test("shows what there was at its start once, newest first, while messages keep coming", async () => {
    const { accountId } = await mintAccount({ credits: 200 });
    const sent: string[] = [];
    for (let place = 0; place < 23; place += 1) sent.push(await send(accountId));
    const { seen, pages } = await walk(accountId, 5, () =>
      Promise.all(Array.from({ length: 7 }, () => send(accountId))),
    );
    expect(seen).toEqual(sent.toReversed());
    expect(pages).toBe(5);
  });

  test("ends with the last full page", async () => {
    const { accountId } = await mintAccount();
    for (let place = 0; place < 4; place += 1) await send(accountId);
    expect(await walk(accountId, 2, async () => {})).toMatchObject({ pages: 2 });
  });

  test.each(["", "x", "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", "_".repeat(22), "A".repeat(23)])(
    "refuses %j, which is no cursor",
    async (cursor) => {
      const { accountId } = await mintAccount();
      await expect(
        listMessages({ actor: operatorOf(accountId), input: { limit: 1, cursor } }),
      ).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { cursor: [expect.stringContaining("next_cursor")] } },
      });
    },
  );
});

describe("filters", () => {
  test("keep what has one of the states", async () => {
    const { accountId } = await mintAccount();
    const [failed, bounced] = [await send(accountId), await send(accountId)];
    await send(accountId);
    await change(accountId, failed, { status: "failed" });
    await change(accountId, bounced, { status: "bounced" });
    expect(await idsOf(accountId, { status: ["failed", "bounced"] })).toEqual([bounced, failed]);
    expect(await idsOf(accountId, { status: ["delivered"] })).toEqual([]);
  });

  test("find a number by itself or any part of it", async () => {
    const { accountId } = await mintAccount();
    const mine = await send(accountId, { to: "48732129123" });
    await send(accountId, { to: "48732129999" });
    for (const to of ["48732129123", "9123", "2912", "29123"]) {
      expect(await idsOf(accountId, { to })).toEqual([mine]);
    }
    expect(await idsOf(accountId, { to: "4873" })).toHaveLength(2);
  });

  test("find a number however it is written", async () => {
    const { accountId } = await mintAccount();
    const mine = await send(accountId, { to: "447911123456" });
    await send(accountId, { to: "48732129999" });
    const spellings = [
      "+44 (0)7911 123456",
      "4407911123456",
      "0044 7911 123-456",
      "\u2066+447911123456\u2069",
      "447911123456.0",
      "(7911) 123 456",
      "٤٤٧٩١١١٢٣٤٥٦",
    ];
    for (const to of spellings) {
      const query = ListMessagesQuery.parse({ to });
      const { data } = await listMessages({ actor: operatorOf(accountId), input: query });
      expect(
        data.map((each) => each.message_id),
        to,
      ).toEqual([mine]);
    }
  });

  test("find a sender and a reference only whole", async () => {
    const { accountId } = await mintAccount();
    const mine = await send(accountId, { from: "Shop", client_ref: "order-1" });
    await send(accountId, { from: "Shop 2", client_ref: "order-10" });
    expect(await idsOf(accountId, { from: "Shop" })).toEqual([mine]);
    expect(await idsOf(accountId, { clientRef: "order-1" })).toEqual([mine]);
  });

  test.each([
    ["part of it", "Your code is 482910", "code is"],
    ["in another case", "Your code is 482910", "YOUR CODE"],
    ["with letters beyond ASCII, in another case", "Zażółć gęślą jaźń", "ZAŻÓŁĆ"],
    ["written with combining marks", "gęślą", "gęślą".normalize("NFD")],
    ["with what LIKE would take for wildcards", "100% of_it \\ now", "% of_it \\"],
  ])("find a text by %s", async (_what, body, q) => {
    const { accountId } = await mintAccount();
    const mine = await send(accountId, { body });
    await send(accountId, { body: "1000 ofXit now" });
    expect(await idsOf(accountId, { q })).toEqual([mine]);
  });

  test("find a message by its id", async () => {
    const { accountId } = await mintAccount();
    const mine = await send(accountId);
    await send(accountId);
    expect(await idsOf(accountId, { q: mine })).toEqual([mine]);
    expect(await idsOf(accountId, { q: mine.slice(0, -1) })).toEqual([mine]);
  });

  test("keep what was accepted from one time to before another", async () => {
    const { accountId } = await mintAccount();
    const [first, second, third] = [
      await send(accountId),
      await send(accountId),
      await send(accountId),
    ];
    // Times are the database's and a millisecond apart; the ids beside them stay as they were made.
    const start = Date.now();
    const timeOf = (minute: number) => new Date(start - 600_000 + minute * 60_000);
    await change(accountId, first, { createdAt: timeOf(1) });
    await change(accountId, second, { createdAt: timeOf(2) });
    await change(accountId, third, { createdAt: timeOf(3) });
    expect(await idsOf(accountId, { since: timeOf(2) })).toEqual([third, second]);
    expect(await idsOf(accountId, { until: timeOf(2) })).toEqual([first]);
    expect(await idsOf(accountId, { since: timeOf(2), until: timeOf(3) })).toEqual([second]);
    expect(await idsOf(accountId, { until: timeOf(0) })).toEqual([]);
  });

  test("tell test messages from live ones, and all have to hold", async () => {
    const { accountId } = await mintAccount();
    const live = await send(accountId, { client_ref: "same" });
    const rehearsed = await send(accountId, { client_ref: "same" }, true);
    expect(await idsOf(accountId, { test: true })).toEqual([rehearsed]);
    expect(await idsOf(accountId, { test: false, clientRef: "same", q: "hell" })).toEqual([live]);
    expect(await idsOf(accountId, { test: false, clientRef: "other" })).toEqual([]);
  });

  test("never reach into another account", async () => {
    const [mine, other] = [await mintAccount(), await mintAccount()];
    const messageId = await send(other.accountId, { client_ref: "order-1" });
    for (const filter of [{}, { q: messageId }, { clientRef: "order-1" }, { to: wire.to }]) {
      expect(await idsOf(mine.accountId, filter)).toEqual([]);
    }
  });
});
