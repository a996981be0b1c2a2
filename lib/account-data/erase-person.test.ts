import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { newId } from "../core/ids";
import { useOwnDatabase } from "../testing/use-own-database";

// It looks for the person in every table there is, so the test has a database of its own.
const drop = await useOwnDatabase({});
afterAll(drop);

const { runAudit } = await import("../audit/run-audit");
const { db } = await import("../core/db");
const { getBalance } = await import("../credits/get-balance");
const { createGroup } = await import("../contacts/create-group");
const { saveContact } = await import("../contacts/save-contact");
const { dispatchMessages } = await import("../dispatch/dispatch-messages");
const { addOptOut } = await import("../opt-outs/add-opt-out");
const { sendMessage } = await import("../sending/send-message");
const { sendWithCallback } = await import("../sending/send-with-callback");
const { countAgain } = await import("../testing/count-again");
const { mintAccount } = await import("../testing/mint-account");
const { createEndpoint } = await import("../webhooks/create-endpoint");
const { erasePerson } = await import("./erase-person");

const number = "48732129000";
const other = "48732129001";
const secret = "Łukasz wants his pizza";

test("a person is erased from every table but the opt-outs, and the books still add up", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  const url = "https://example.com/hook";
  await createEndpoint({ actor, input: { url, events: ["sms.failed"] } });
  const { group_id } = await createGroup({ actor, input: { name: "Guests" } });
  const fields = { first_name: "Łukasz" };
  await saveContact({ actor, input: { number, fields, groups: [group_id] } });
  const send = (to: string, more = {}) =>
    sendMessage({
      actor,
      input: {
        ...{ from: "YourBrand", to, body: secret, client_ref: `of ${to}` },
        ...{ metadata: { phone: to }, ...more },
      },
    });
  const keyed = { idempotency_key: randomUUID() };
  const { accepted: delivered } = await send(number, keyed);
  const later = { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() };
  await send(number, later);
  await sendWithCallback({
    actor,
    input: { from: "YourBrand", to: number, body: secret },
    callback: { url: `https://example.com/status?of=${number}`, authToken: "secret" },
  });
  await send(other);
  await dispatchMessages({ carrier: "simulator", test: false });
  const onItsWay = await erasePerson({ actor, input: { number, confirmation: number } });
  expect(onItsWay).toMatchObject({ messages: 1, wasContact: true, left: 2 });
  await db().execute(sql`
    update messages set status = 'failed', ended_at = now(), operator = 'Orange'
    where account_id = ${accountId}::uuid and status = 'sent'`);
  await countAgain(accountId);
  await db().execute(sql`
    insert into message_events (account_id, message_id, id, type, terminal, at, source, raw)
    select account_id, id, gen_random_uuid(), 'sms.failed', true, now(), 'carrier',
      jsonb_build_object('to', recipient) from messages
    where account_id = ${accountId}::uuid and status = 'failed'`);
  await db().execute(sql`
    insert into webhook_deliveries (account_id, endpoint_id, event_id, message_id, type, body)
    select e.account_id, w.id, e.id, e.message_id, e.type, e.raw::text
    from message_events e join webhook_endpoints w using (account_id)
    where e.account_id = ${accountId}::uuid and e.terminal and e.type = 'sms.failed'`);
  await db()
    .insert(inboundMessages)
    .values({
      ...{ id: newId(), accountId, carrier: "simulator", ref: "1", raw: { from: number } },
      ...{ from: number, to: "YourBrand", body: secret, at: new Date() },
    });
  await addOptOut({ actor, input: { number, reason: secret } });
  const campaignId = newId();
  const campaign = {
    accountId,
    id: campaignId,
    name: "Sale",
    test: false,
    source: "panel" as const,
  };
  await db()
    .insert(campaigns)
    .values({
      ...campaign,
      status: "finished",
      summary: { samples: [sampleOf(number), sampleOf(other)] },
    });
  const row = { accountId, campaignId, state: "duplicate" as const };
  await db()
    .insert(campaignRows)
    .values([
      { ...row, position: 1, cells: [number, "Łukasz"], to: number, clientRef: "his" },
      { ...row, position: 2, cells: ["+48 732 129 000", "Łukasz"] },
      { ...row, position: 3, cells: [other, "Ada"], to: other },
    ]);
  const balance = await getBalance({ actor });
  const erased = await erasePerson({ actor, input: { number, confirmation: "+48 732 129 000" } });
  expect(erased).toEqual({
    ...{ messages: 2, received: 1, rows: 2, wasContact: false, isOptedOut: true, left: 0 },
  });
  const said = await everythingSaid();
  expect(said.filter((row) => row.includes(number))).toEqual([
    expect.stringMatching(/^opt_outs .*"reason":""/),
  ]);
  // The same text was sent to somebody else.
  expect(said.filter((row) => row.includes("Łukasz"))).toEqual([
    expect.stringMatching(new RegExp(`^messages .*${other}`)),
  ]);
  const [sampled] = await db().select({ summary: campaigns.summary }).from(campaigns);
  expect(sampled?.summary).toEqual({ samples: [sampleOf(other)] });
  const [kept] = await db().select().from(messages).where(eq(messages.to, other));
  expect(kept).toMatchObject({
    body: secret,
    clientRef: `of ${other}`,
    metadata: { phone: other },
  });
  expect(delivered.credits).toBeGreaterThan(0);
  expect(await getBalance({ actor })).toBe(balance);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  await expect(send(number, keyed)).rejects.toMatchObject({ code: "idempotency_mismatch" });
  const again = send(number);
  await expect(again).rejects.toMatchObject({ code: "opted_out" });
});

test.each(["", "48732129001", "4873212900"])(
  "nobody is erased for the words %j",
  async (confirmation) => {
    const actor = operatorOf((await mintAccount()).accountId, "live");
    await saveContact({ actor, input: { number } });
    const refused = erasePerson({ actor, input: { number, confirmation } });
    await expect(refused).rejects.toMatchObject({ code: "invalid_request" });
  },
);

/** As the check of a campaign shows a message. */
function sampleOf(to: string) {
  return { row: 1, to, body: to === number ? secret : "Hi", segments: 1, credits: 1 };
}

/** Every row of every table as text. */
async function everythingSaid(): Promise<string[]> {
  const names = await db().execute<{ name: string }>(
    sql`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const texts: string[] = [];
  for (const { name } of names) {
    const rows = await db().execute(sql`select to_jsonb(t) as said from ${sql.raw(name)} t`);
    texts.push(...rows.map((each) => `${name} ${JSON.stringify(each)}`));
  }
  return texts;
}
