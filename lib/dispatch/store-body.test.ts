import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { useOwnDatabase } from "../testing/use-own-database";

// It looks for a text in every table there is, so the test has a database of its own.
const drop = await useOwnDatabase({});
afterAll(drop);

const { exportAccount } = await import("../account-data/export-account");
const { runAudit } = await import("../audit/run-audit");
const { db } = await import("../core/db");
const { newId, parsePublicId } = await import("../core/ids");
const { operatorOf } = await import("../core/actor");
const { exportMessages } = await import("../message-log/export-messages");
const { listLog } = await import("../message-log/list-log");
const { LogQuery } = await import("../message-log/log-contract");
const { sendBatch } = await import("../sending/send-batch");
const { sendMessage } = await import("../sending/send-message");
const { mintSignedIn } = await import("../testing/signed-in");
const { indexTexts } = await import("../text-index/index-texts");
const { cancelMessage } = await import("../messages/cancel-message");
const { claimMessages } = await import("../messages/claim-messages");
const { getMessage } = await import("../messages/get-message");
const { recordReceipts } = await import("../receipts/record-receipts");
const { startVerification } = await import("../verifications/start-verification");
const { withCode } = await import("../verifications/with-code");
const { recordSubmitOutcomes } = await import("./_record-submit-outcomes");
const { dispatchMessages } = await import("./dispatch-messages");

const secret = "Your password is hunter2";
const wire = { from: "YourBrand", to: "48732129000", body: secret, store_body: false };
const later = () => new Date(Date.now() + 3_600_000).toISOString();

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

const rowOf = async (messageId: string | null) => {
  const id = parsePublicId("msg", messageId ?? "") ?? "";
  const [row] = await db().select().from(messages).where(eq(messages.id, id));
  if (!row) throw new Error("It is gone.");
  return row;
};

/** The tables with a row that says it. */
async function tablesThatSay(text: string): Promise<string[]> {
  const names = await db().execute<{ name: string }>(
    sql`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const found: string[] = [];
  for (const { name } of names) {
    const rows = await db().execute(
      sql`select from ${sql.raw(name)} t where position(${text} in to_jsonb(t)::text) > 0 limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test("a text that is not to be stored is shown nowhere while it waits, and is in no table once it is sent", async () => {
  const { actor } = await mintSignedIn();
  const { accepted } = await sendMessage({ actor, input: wire });
  expect(accepted).toMatchObject({ status: "queued", store_body: false, segments: 1 });
  const messageId = accepted.message_id ?? "";
  const shown = await getMessage({ actor, input: { messageId } });
  expect(shown).toMatchObject({ body: "", store_body: false, body_erased_at: null });
  const log = await listLog({ actor, input: LogQuery.parse({}) });
  expect(log.data).toMatchObject([{ message_id: messageId, body: "" }]);
  for (const search of ["hunter2", "password"]) {
    expect((await listLog({ actor, input: LogQuery.parse({ q: search }) })).data).toEqual([]);
  }
  const query = LogQuery.parse({});
  const files = [
    exportMessages({ actor, input: { query, format: { as: "csv", separator: "," } } }),
    exportMessages({ actor, input: { query, format: { as: "ndjson" } } }),
    await exportAccount({ actor }),
  ];
  for (const file of await Promise.all(files.map(textOf))) {
    expect(file).toContain(messageId);
    expect(file).not.toContain("hunter2");
  }
  // It has to be somewhere until it is sent.
  expect(await tablesThatSay("hunter2")).toEqual(["messages"]);
  await dispatchMessages({ carrier: "simulator", test: false });
  await expect.poll(async () => (await rowOf(messageId)).status).toMatch(/sent|delivered/);
  expect(await tablesThatSay("hunter2")).toEqual([]);
  expect(await rowOf(messageId)).toMatchObject({ body: "", bodyErasedAt: expect.any(Date) });
  const found = (await runAudit()).filter(({ breaches }) => breaches > 0);
  expect(found.filter(({ name }) => name !== "nothing_overdue")).toEqual([]);
});

test("it is kept as long as it has to be tried again, and gone in the commit that ends it", async () => {
  const { actor, accountId } = await mintSignedIn();
  const { accepted } = await sendMessage({ actor, input: wire });
  const leaseId = newId();
  const queue = { carrier: "simulator", test: false };
  const batch = await claimMessages({ accountId, queue, leaseId, limit: 1 });
  expect(batch.map(({ body }) => body)).toEqual([secret]);
  const submission = { accountId, leaseId, carrier: "simulator", batch } as const;
  const rest = { ambiguous: "resend", isInTrouble: false } as const;
  const busy = { kind: "later", reason: "carrier_busy", retryAfterMs: 1 } as const;
  await recordSubmitOutcomes({ ...submission, ...rest, outcomes: [busy] });
  expect(await rowOf(accepted.message_id)).toMatchObject({ status: "queued", body: secret });
  await db()
    .update(messages)
    .set({ dueAt: new Date(0) })
    .where(eq(messages.accountId, accountId));
  const again = await claimMessages({ accountId, queue, leaseId, limit: 1 });
  const raw = { sid: "SM1", body: secret, list: [`> ${secret}`] };
  const taken = { kind: "accepted", ref: "SM1", raw } as const;
  await recordSubmitOutcomes({ ...submission, ...rest, batch: again, outcomes: [taken] });
  const row = await rowOf(accepted.message_id);
  expect(row).toMatchObject({ status: "sent", body: "", bodyErasedAt: expect.any(Date) });
  const [event] = await db()
    .select({ raw: messageEvents.raw })
    .from(messageEvents)
    .where(and(eq(messageEvents.messageId, row.id), eq(messageEvents.type, "sent")));
  expect(event?.raw).toEqual({ sid: "SM1", body: "", list: ["> "] });
});

test("what a carrier repeats of a text with a code is kept without the code", async () => {
  const { accountId } = await mintSignedIn();
  const input = { to: "48732129000", code_length: 10 };
  await startVerification({ actor: operatorOf(accountId, "live"), input });
  const leaseId = newId();
  const queue = { carrier: "simulator", test: false };
  const claimed = await claimMessages({ accountId, queue, leaseId, limit: 1 });
  const batch = claimed.map(withCode);
  const echo = batch[0]?.body ?? "";
  const code = echo.slice(0, 10);
  expect(code).toMatch(/^\d{10}$/);
  const raw = { sid: "SM1", echo, list: [`${code}, 1 part`, `${code}1`] };
  await recordSubmitOutcomes({
    ...{ accountId, leaseId, carrier: "simulator", batch, ambiguous: "resend", isInTrouble: false },
    outcomes: [{ kind: "accepted", ref: "SM-of-a-code", raw }],
  });
  const events = await db()
    .select({ type: messageEvents.type, raw: messageEvents.raw })
    .from(messageEvents)
    .where(eq(messageEvents.accountId, accountId));
  const kept = { sid: "SM1", echo: "", list: ["••••••••••, 1 part", `${code}1`] };
  expect(events).toContainEqual({ type: "sent", raw: kept });
  const facts = { at: new Date(), reason: null, carrierCode: null, operator: null };
  const receipt = { ref: "SM-of-a-code", status: "delivered" as const, ...facts };
  await recordReceipts("simulator", [{ ...receipt, raw: { text: code } }]);
  const [delivered] = await db()
    .select({ raw: messageEvents.raw })
    .from(messageEvents)
    .where(and(eq(messageEvents.accountId, accountId), eq(messageEvents.type, "sms.delivered")));
  expect(delivered).toEqual({ raw: null });
});

test("one that is cancelled loses its text at once", async () => {
  const { actor } = await mintSignedIn();
  const { accepted } = await sendMessage({ actor, input: { ...wire, scheduled_at: later() } });
  const messageId = accepted.message_id ?? "";
  await cancelMessage({ actor, input: { messageId } });
  expect(await rowOf(messageId)).toMatchObject({ status: "cancelled", body: "" });
});

test("a repeated request gets its original response; with another text, or stored, it is another request", async () => {
  const { actor } = await mintSignedIn();
  const input = { ...wire, idempotency_key: randomUUID(), scheduled_at: later() };
  const { accepted } = await sendMessage({ actor, input });
  await cancelMessage({ actor, input: { messageId: accepted.message_id ?? "" } });
  expect(await sendMessage({ actor, input })).toEqual({ accepted, isReplay: true });
  for (const change of [{ body: "Your password is hunter3" }, { store_body: true }]) {
    const other = sendMessage({ actor, input: { ...input, ...change } });
    await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch" });
  }
});

test("a batch says it for each message", async () => {
  const { actor } = await mintSignedIn();
  const stored = { ...wire, body: "Hello", store_body: true };
  const input = { messages: [wire, stored, { ...wire, store_body: "no" }] };
  const { data } = await sendBatch({ actor, input });
  const log = await listLog({ actor, input: LogQuery.parse({}) });
  expect(log.data.map(({ body, store_body }) => [body, store_body])).toEqual([
    ["Hello", true],
    ["", false],
  ]);
  expect(data[2]).toMatchObject({
    errors: { store_body: ["store_body must be true or false."] },
  });
});

test("a dry run says whether the text would be stored", async () => {
  const { actor } = await mintSignedIn();
  const dry = await sendMessage({ actor, input: { ...wire, dry_run: true } });
  expect(dry.accepted).toMatchObject({ status: "dry_run", store_body: false });
});

test("the index of texts knows nothing of it", async () => {
  const { accountId, actor } = await mintSignedIn();
  const texts = ["Zebra crossing", "Another text"];
  for (const body of texts) await sendMessage({ actor, input: { ...wire, body } });
  await db().execute(sql`
    update messages set id = (lpad(to_hex(1000000 + row.place), 12, '0') || right(replace(id::text, '-', ''), 20))::uuid
    from (select id as was, row_number() over (order by id) as place from messages where account_id = ${accountId}) row
    where account_id = ${accountId} and id = row.was`);
  const bits = async () => {
    await indexTexts({ accountId, sizes: { small: 2, perLarge: 2 } });
    const [row] = await db().execute<{ bits: string }>(
      sql`select encode(bits, 'hex') as bits from text_segments where account_id = ${accountId}`,
    );
    return row?.bits;
  };
  const made = await bits();
  expect(made).toBeTruthy();
  await db().execute(sql`delete from text_segments where account_id = ${accountId}`);
  await db().update(messages).set({ body: "" }).where(eq(messages.accountId, accountId));
  expect(await bits()).toBe(made);
});
