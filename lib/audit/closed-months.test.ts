import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { auditCheckpoints } from "@/drizzle/schema/audit";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { db } from "../core/db";
import { newId } from "../core/ids";
import {
  addCampaign,
  addEnd,
  addMessage,
  addMovement,
  addPaid,
  addRow,
  addTransaction,
  type Scene,
} from "../testing/audit-scene";
import { countAgain } from "../testing/count-again";
import { useOwnDatabase } from "../testing/use-own-database";
import { auditAndClose, runAudit } from "./run-audit";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const dropDatabase = await useOwnDatabase();
afterAll(dropDatabase);

const now = new Date();
const thisMonth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
const before = (months: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 20));
const closedAt = before(5);
const accountId = newId();

/** Runs the work as the account that everything here belongs to, and keeps what it did. */
const play = <T>(at: Date, work: (scene: Scene) => Promise<T>): Promise<T> =>
  db().transaction((tx) => work({ tx, accountId, at }));

/** The names of the invariants that the work breaks, by an audit of what is open and by one of all; undoes the work. */
async function brokenBy(work: (scene: Scene) => Promise<unknown>) {
  const broken: Record<"open" | "full", string[]> = { open: [], full: [] };
  const undone = new Error("undone");
  await db()
    .transaction(async (tx) => {
      await work({ tx, accountId });
      broken.open = namesOf(await runAudit(tx));
      broken.full = namesOf(await runAudit(tx, { isFull: true }));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return broken;
}

function namesOf(findings: Awaited<ReturnType<typeof runAudit>>): string[] {
  return findings.flatMap(({ name, breaches }) => (breaches > 0 ? [name] : []));
}

async function grant(scene: Scene, amount: number): Promise<void> {
  await addTransaction(scene, { kind: "grant", amount });
  await scene.tx.execute(
    sql`update ${accounts} set credits = credits + ${amount} where id = ${accountId}`,
  );
}

const cancelNow = (id: string) =>
  play(now, async (scene) => {
    const refundId = await addMovement(scene, "refund", 1);
    await scene.tx.execute(sql`
      update ${messages} set status = 'cancelled', refund_id = ${refundId} where id = ${id}`);
    await addEnd(scene, id, "cancelled");
    await countAgain(accountId, scene.tx);
  });

let deliveredId = "";
let refundedId = "";

beforeAll(async () => {
  await db().insert(accounts).values({ id: accountId, name: "audited", credits: 0 });
  await play(closedAt, async (scene) => {
    await grant(scene, 50);
    deliveredId = await addPaid(scene, { status: "delivered" });
    await addEnd(scene, deliveredId);
  });
  // Accepted in one month, cancelled in another.
  refundedId = await play(before(4), (scene) =>
    addPaid(scene, { status: "scheduled", validUntil: new Date(Date.now() + 3_600_000) }),
  );
});

describe("in the order in which months are closed", () => {
  it("closes nothing from the first open message on", async () => {
    const { findings, since, closedUntil } = await auditAndClose();
    expect(namesOf(findings)).toEqual([]);
    expect([since, closedUntil]).toEqual([null, monthOf(before(4))]);
  });

  it("closes nothing after an audit that found something", async () => {
    await cancelNow(refundedId);
    await db().execute(sql`update ${accounts} set credits = credits + 1`);
    const { findings, closedUntil } = await auditAndClose();
    expect(namesOf(findings)).toEqual(["balance_is_ledger"]);
    expect(closedUntil).toEqual(monthOf(before(4)));
    await db().execute(sql`update ${accounts} set credits = credits - 1`);
  });

  it("closes nothing while a campaign that was charged then goes on", async () => {
    const at = before(3);
    const { id } = await play(at, async (scene) => {
      const chargeId = await addMovement(scene, "charge", -1);
      const campaign = await addCampaign(scene, { people: 1, reservedCredits: 1, chargeId });
      await addRow(scene, campaign.id, { position: 1 });
      return campaign;
    });
    expect((await auditAndClose()).closedUntil).toEqual(monthOf(at));
    await play(before(2), async (scene) => {
      const [campaign] = await scene.tx.execute<{ charge_id: string }>(
        sql`update campaigns set ended_at = ${before(2).toISOString()} returning charge_id`,
      );
      const messageId = await addMessage(scene, {
        status: "delivered",
        chargeId: campaign?.charge_id ?? "",
        sendId: id,
      });
      await addEnd(scene, messageId);
      await scene.tx.execute(sql`update campaign_rows set message_id = ${messageId}`);
    });
    expect((await auditAndClose()).closedUntil?.getTime()).toBeGreaterThan(monthOf(at).getTime());
  });

  it("leaves the last 40 days open, and an audit of what is open and of all finds nothing", async () => {
    await play(now, (scene) => addPaid(scene));
    const { since, closedUntil, findings } = await auditAndClose();
    expect(namesOf(findings)).toEqual([]);
    expect(since).toEqual(closedUntil);
    expect(closedUntil?.getTime()).toBeLessThan(thisMonth);
    expect(await brokenBy(async () => undefined)).toEqual({ open: [], full: [] });
    expect(await db().select().from(auditCheckpoints)).not.toEqual([]);
  });
});

describe("what is broken in the open months is found by both audits", () => {
  it.each<[string, string, (scene: Scene) => Promise<unknown>]>([
    [
      "a balance",
      "balance_is_ledger",
      ({ tx }) => tx.execute(sql`update ${accounts} set credits = credits + 1`),
    ],
    [
      "a charge without its message",
      "charges_match_messages",
      (scene) => addMovement(scene, "charge", -1),
    ],
    ["a message without a charge", "messages_are_charged_once", (scene) => addMessage(scene)],
    [
      "a message that names a charge of a closed month",
      "charges_match_messages",
      async (scene) => {
        const [row] = await scene.tx.execute<{ charge_id: string }>(
          sql`select charge_id from ${messages} where id = ${deliveredId}`,
        );
        await addMessage(scene, { chargeId: row?.charge_id ?? "" });
      },
    ],
    [
      "a refund for no message",
      "refunds_match_messages",
      (scene) => addMovement(scene, "refund", 1),
    ],
    ["an end without its event", "one_end", (scene) => addPaid(scene, { status: "delivered" })],
    [
      "a balance that does not follow",
      "balances_follow",
      ({ tx }) =>
        tx.execute(sql`
          insert into ${ledgerTransactions} (account_id, id, number, kind, gain, against, balance)
          select ${accountId}, ${newId()}, max(number) + 2, 'grant', 0, 'granted', 0
          from ${ledgerTransactions} where account_id = ${accountId}`),
    ],
    [
      "a count",
      "counts_are_messages",
      async (scene) => {
        await addPaid(scene);
        await scene.tx.execute(sql`
          update ${messageDeltas} set messages = messages + 1
          where hour >= ${new Date(thisMonth).toISOString()}`);
      },
    ],
  ])("%s", async (_what, name, work) => {
    const { open, full } = await brokenBy(work);
    expect(open).toContain(name);
    expect(full).toEqual(expect.arrayContaining(open));
  });
});

describe("what is broken in a closed month", () => {
  it.each<[string, (scene: Scene) => Promise<unknown>]>([
    ["a message", ({ tx }) => tx.execute(sql`delete from ${messages} where id = ${deliveredId}`)],
    [
      "a message, past the triggers that count",
      async ({ tx }) => {
        await tx.execute(sql`alter table ${messages} disable trigger user`);
        await tx.execute(sql`delete from ${messages} where id = ${deliveredId}`);
      },
    ],
    [
      "a final event",
      ({ tx }) => tx.execute(sql`delete from ${messageEvents} where message_id = ${deliveredId}`),
    ],
    [
      "a transaction",
      async ({ tx }) => {
        await tx.execute(sql`alter table ${ledgerTransactions} disable trigger user`);
        await tx.execute(sql`delete from ${ledgerTransactions} where number = 2`);
      },
    ],
    [
      "a count",
      ({ tx }) =>
        tx.execute(sql`
          insert into ${messageCounts} select account_id, test, hour, 'failed', -1, 1, 1, 1
          from ${messageDeltas} where hour < ${monthOf(before(4)).toISOString()} limit 1`),
    ],
  ])("is noticed by its sums when it is lost or added: %s", async (_what, work) => {
    expect((await brokenBy(work)).open).toContain("closed_months_stay");
  });

  it("is found by the full audit when its amount was changed past every trigger", async () => {
    const { open, full } = await brokenBy(async ({ tx }) => {
      await tx.execute(sql`alter table ${messages} disable trigger user`);
      await tx.execute(
        sql`update ${messages} set segments = 2, credits = 2 where id = ${deliveredId}`,
      );
    });
    expect(open).toEqual([]);
    expect(full).toEqual(["charges_match_messages", "counts_are_messages"]);
  });
});

it("erasing what a closed message says breaks nothing", async () => {
  const erased = await brokenBy(({ tx }) =>
    tx.execute(sql`update ${messages} set recipient = '', sender = '', body = '', send_id = null
      where id = ${deliveredId}`),
  );
  expect(erased).toEqual({ open: [], full: [] });
});

function monthOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
}
