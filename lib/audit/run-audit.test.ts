import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { accounts, users } from "@/drizzle/schema/accounts";
import { auditCheckpoints } from "@/drizzle/schema/audit";
import { ledgerTotals, ledgerTransactions } from "@/drizzle/schema/credits";
import { invoiceNumbers, invoices } from "@/drizzle/schema/invoices";
import { payments } from "@/drizzle/schema/payments";
import { messageDeltas } from "@/drizzle/schema/traffic";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { newId } from "../core/ids";
import {
  addCampaign,
  addEnd,
  addEndpoint,
  addMessage,
  addMovement,
  addPaid,
  addRow,
  addTransaction,
  type Scene,
} from "../testing/audit-scene";
import { invariantsSince } from "./invariants-since";
import { runAudit } from "./run-audit";

const hourMs = 3_600_000;

/** How many breaches of each invariant the work adds, in a transaction that is always rolled back. */
async function violationsOf(
  work: (scene: Scene) => Promise<unknown>,
): Promise<Record<string, number>> {
  const added: Record<string, number> = {};
  const rollback = new Error("rolled back");
  await db()
    .transaction(
      async (tx) => {
        const accountId = newId();
        await tx.insert(accounts).values({ id: accountId, name: "audited", credits: 50 });
        await addTransaction({ tx, accountId }, { kind: "grant", amount: 50 });
        const before = await runAudit(tx);
        await work({ tx, accountId });
        for (const [position, { name, breaches }] of (await runAudit(tx)).entries()) {
          const more = breaches - (before[position]?.breaches ?? 0);
          if (more !== 0) added[name] = more;
        }
        throw rollback;
      },
      { isolationLevel: "repeatable read" },
    )
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return added;
}

function invoiceOf({ accountId }: Scene, paymentId: string): typeof invoices.$inferInsert {
  return {
    ...{ accountId, id: newId(), number: "INV/2999/000001", kind: "invoice", paymentId },
    ...{ credits: 100, rateMicros: 120_000, vatPercent: 23, currency: "PLN" },
    ...{ netCents: 1200, vatCents: 276, grossCents: 1476 },
  };
}

/** One with a message, one who opted out since the start, and one who waits. */
async function addCampaignPeople(scene: Scene, { id, chargeId }: { id: string; chargeId: string }) {
  const messageId = await addMessage(scene, { chargeId, sendId: id });
  await addRow(scene, id, { position: 1, messageId });
  const refundId = await addMovement(scene, "refund", 1);
  await addRow(scene, id, { position: 2, state: "opted_out", ended: "opted_out", refundId });
  await addRow(scene, id, { position: 3 });
  await addRow(scene, id, { position: 4, state: "duplicate", credits: 0 });
}

const plants: Record<string, (scene: Scene) => Promise<unknown>> = {
  balance_is_ledger: ({ tx, accountId }) =>
    tx.execute(sql`update ${accounts} set credits = credits + 1 where id = ${accountId}`),

  async movements_balance(scene) {
    await scene.tx.execute(
      sql`alter table ledger_transactions drop constraint ledger_transactions_against_is_kind`,
    );
    await addTransaction(scene, { kind: "grant", amount: 0, against: "spent" });
  },

  balances_follow: ({ tx, accountId }) =>
    tx.execute(sql`
      insert into ${ledgerTransactions} (account_id, id, number, kind, gain, against, balance)
      values (${accountId}, ${accountId}, 2, 'grant', 0, 'granted', 51)`),

  async no_debt(scene) {
    const { tx, accountId } = scene;
    await tx.execute(sql`alter table accounts drop constraint accounts_credits_not_negative`);
    await addTransaction(scene, { kind: "grant", amount: -51 });
    await tx.execute(sql`update ${accounts} set credits = -1 where id = ${accountId}`);
  },

  async charges_match_messages(scene) {
    await addMessage(scene, { chargeId: await addMovement(scene, "charge", -2) });
  },

  messages_are_charged_once: (scene) => addMessage(scene),

  async refunds_match_messages(scene) {
    const refundId = await addMovement(scene, "refund", 2);
    await addEnd(scene, await addPaid(scene, { status: "expired", refundId }), "sms.expired");
  },

  async campaigns_reach_everybody_once(scene) {
    const { id } = await addCampaign(scene, { people: 3 });
    await addRow(scene, id, { position: 1 });
    await addRow(scene, id, { position: 2 });
  },

  async campaign_credits_add_up(scene) {
    const { id, chargeId } = await addCampaign(scene);
    const facts = { chargeId, sendId: id, to: "48732129001", segments: 2, credits: 2 };
    const messageId = await addMessage(scene, facts);
    await addRow(scene, id, { position: 1, messageId });
    await addRow(scene, id, { position: 2, credits: 0 });
  },

  payments_are_credited: ({ tx, accountId }) =>
    tx.insert(payments).values({
      id: newId(),
      accountId,
      status: "paid",
      credits: 100,
      rateMicros: 120_000,
      currency: "PLN",
      netCents: 1200,
      vatCents: 276,
      grossCents: 1476,
    }),

  totals_are_ledger: ({ tx, accountId }) =>
    tx.execute(sql`update ${ledgerTotals} set credits = 49 where account_id = ${accountId}`),

  refunded_payments_are_taken_back: ({ tx, accountId }) =>
    tx.execute(sql`update ${accounts} set owed = 5 where id = ${accountId}`),

  invoices_have_no_gap: (scene) => scene.tx.insert(invoices).values(invoiceOf(scene, newId())),

  async invoices_are_payments(scene) {
    const { tx, accountId } = scene;
    const bill = { currency: "PLN", netCents: 1200, vatCents: 276, grossCents: 1476 };
    const id = await addTransaction(scene, { kind: "topup", amount: 100 });
    await tx.execute(sql`update ${accounts} set credits = credits + 100 where id = ${accountId}`);
    await tx
      .insert(payments)
      .values({ id, accountId, status: "paid", credits: 100, rateMicros: 120_000, ...bill });
    await tx.insert(invoiceNumbers).values({ series: "INV", year: 2999, last: 1 });
    await tx.insert(invoices).values({ ...invoiceOf(scene, id), credits: 99 });
  },

  async keys_are_unique(scene) {
    const idempotencyKey = "0b3c1c52-6f0e-4c43-9d6d-0d7ad1d8a001";
    await addPaid(scene, { idempotencyKey });
    await addPaid(scene, { idempotencyKey });
  },

  one_end: (scene) => addPaid(scene, { status: "delivered" }),

  async events_are_delivered(scene) {
    await addEndpoint(scene);
    await addEnd(scene, await addPaid(scene, { status: "delivered" }));
  },

  nothing_overdue: (scene) => addPaid(scene, { validUntil: new Date(Date.now() - 3 * 60_000) }),

  async counts_are_messages(scene) {
    await addPaid(scene);
    await scene.tx.execute(sql`
      update ${messageDeltas} set messages = messages + 1 where account_id = ${scene.accountId}`);
  },

  people_have_accounts: ({ tx }) =>
    tx.insert(users).values({
      ...{ id: newId(), accountId: newId() },
      ...{ email: `${newId()}@example.com`, passwordHash: "-" },
    }),

  async closed_months_stay({ tx, accountId }) {
    const sums = { number: 0, balance: 0, totals: 0, ends: 0, counted: 0, segments: 0, credits: 0 };
    await tx
      .insert(auditCheckpoints)
      .values({ accountId, until: new Date(Date.UTC(2020, 0)), ...sums, messages: 1 });
  },
};

const names = [...invariantsSince(null).map(({ name }) => name), "closed_months_stay"];

it("there is a planted breach for every invariant", () => {
  expect(Object.keys(plants)).toEqual(names);
});

it.each(Object.entries(plants))("finds a breach of %s, and nothing else", async (name, plant) => {
  expect(await violationsOf(plant)).toEqual({ [name]: 1 });
});

it.each<[string, Record<string, number>, (scene: Scene) => Promise<unknown>]>([
  [
    "a charge without its message",
    { charges_match_messages: 1 },
    (scene) => addMovement(scene, "charge", -1),
  ],
  [
    "a message whose charge does not exist",
    { charges_match_messages: 1 },
    (scene) => addMessage(scene, { chargeId: newId() }),
  ],
  [
    "a test message that was charged",
    { messages_are_charged_once: 1 },
    (scene) => addPaid(scene, { test: true }),
  ],
  [
    "a price that is not the segments",
    { messages_are_charged_once: 1 },
    (scene) => addPaid(scene, { segments: 2 }),
  ],
  [
    "a refund for no message",
    { refunds_match_messages: 1 },
    (scene) => addMovement(scene, "refund", 1),
  ],
  [
    "a refund of a message that goes on",
    { refunds_match_messages: 1 },
    async (scene) => addPaid(scene, { refundId: await addMovement(scene, "refund", 1) }),
  ],
  [
    "a cancelled message whose credits did not come back",
    { refunds_match_messages: 1 },
    async (scene) => addEnd(scene, await addPaid(scene, { status: "cancelled" }), "cancelled"),
  ],
  [
    "an expired message that never left and is still paid",
    { refunds_match_messages: 1 },
    async (scene) => addEnd(scene, await addPaid(scene, { status: "expired" }), "sms.expired"),
  ],
  [
    "a refund of a delivered message",
    { refunds_match_messages: 1 },
    async (scene) => {
      const refundId = await addMovement(scene, "refund", 1);
      await addEnd(scene, await addPaid(scene, { status: "delivered", refundId }));
    },
  ],
  [
    "a message of a campaign that is on none of its rows",
    { campaigns_reach_everybody_once: 1 },
    async (scene) => {
      const { id } = await addCampaign(scene);
      await addRow(scene, id, { position: 1 });
      await addRow(scene, id, { position: 2 });
      await addPaid(scene, { sendId: id });
    },
  ],
  [
    "a person whom a campaign has two messages for",
    { campaigns_reach_everybody_once: 1 },
    async (scene) => {
      const { id, chargeId } = await addCampaign(scene);
      const messageId = await addMessage(scene, { chargeId, sendId: id });
      await addRow(scene, id, { position: 1, messageId });
      const other = await addMessage(scene, { chargeId, sendId: id });
      await addRow(scene, id, { position: 2, messageId: other, to: "48732129001" });
    },
  ],
  [
    "somebody who still waits in a campaign that has ended",
    { campaigns_reach_everybody_once: 1 },
    async (scene) => {
      const ended = { status: "finished" as const, endedAt: new Date() };
      const { id } = await addCampaign(scene, ended);
      await addRow(scene, id, { position: 1 });
      await addRow(scene, id, { position: 2 });
    },
  ],
  [
    "a person left out whose credits did not come back",
    { campaign_credits_add_up: 1 },
    async (scene) => {
      const { id } = await addCampaign(scene, { status: "cancelled" });
      await addRow(scene, id, { position: 1, ended: "not_sent" });
      await addRow(scene, id, {
        position: 2,
        ended: "not_sent",
        refundId: await addMovement(scene, "refund", 1),
      });
    },
  ],
  [
    "a campaign that was charged for more than its people cost",
    { charges_match_messages: 1, campaign_credits_add_up: 1 },
    async (scene) => {
      const { id } = await addCampaign(scene, { reservedCredits: 2 });
      await addRow(scene, id, { position: 1 });
      await addRow(scene, id, { position: 2, credits: 0 });
    },
  ],
  [
    "a second end",
    { one_end: 1 },
    async (scene) => {
      await scene.tx.execute(sql`drop index message_events_one_terminal`);
      const id = await addPaid(scene, { status: "delivered" });
      await addEnd(scene, id);
      await addEnd(scene, id);
    },
  ],
  [
    "an end of a message that goes on",
    { one_end: 1 },
    async (scene) => addEnd(scene, await addPaid(scene)),
  ],
  [
    "an end that is not the message's state",
    { one_end: 1 },
    async (scene) => addEnd(scene, await addPaid(scene, { status: "failed" }), "sms.delivered"),
  ],
])("finds %s", async (_what, expected, plant) => {
  expect(await violationsOf(plant)).toEqual(expected);
});

it("finds nothing in the ordinary course of things", async () => {
  const added = await violationsOf(async (scene) => {
    const { tx, accountId } = scene;
    const subscribed = await addEndpoint(scene);
    await addEndpoint(scene, { enabled: false });
    await addEndpoint(scene, { test: true });
    await addEndpoint(scene, { events: ["sms.failed"] });
    await addEndpoint(scene, { subscribedSince: new Date(Date.now() + hourMs) });
    await addEndpoint(scene, { deletedAt: new Date() });
    const chargeId = await addMovement(scene, "charge", -3);
    const messageId = await addMessage(scene, { chargeId, status: "delivered" });
    await addMessage(scene, { chargeId, segments: 2, credits: 2 });
    const eventId = await addEnd(scene, messageId);
    await tx
      .insert(webhookDeliveries)
      .values({ accountId, endpointId: subscribed, messageId, eventId, type: "sms.delivered" });
    const cancelled = await addPaid(scene, {
      status: "cancelled",
      refundId: await addMovement(scene, "refund", 1),
    });
    await addEnd(scene, cancelled, "cancelled");
    await addMessage(scene, { test: true, credits: 0 });
    const chargeIdOfThree = await addMovement(scene, "charge", -3);
    const facts = { people: 3, reservedCredits: 3, chargeId: chargeIdOfThree };
    await addCampaignPeople(scene, await addCampaign(scene, facts));
  });
  expect(added).toEqual({});
});

it("looks at one snapshot of the whole database by itself", async () => {
  const findings = await runAudit();
  expect(findings.map(({ name }) => name)).toEqual(names);
});
