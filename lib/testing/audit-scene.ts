import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { ledgerTotals, ledgerTransactions } from "@/drizzle/schema/credits";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import { firstIdAt, newId } from "../core/ids";
import { countAgain } from "./count-again";

const hourMs = 3_600_000;

/** An account whose books are being cooked, in the transaction that does it. */
export interface Scene {
  tx: Tx;
  accountId: string;
  /** When it happens; now unless given. */
  at?: Date;
}

/** The ID that something of the scene gets. */
function idIn({ at }: Scene): string {
  return at ? `${firstIdAt(at.getTime()).slice(0, 14)}${randomUUID().slice(14)}` : newId();
}

type MessageFacts = Partial<typeof messages.$inferInsert>;

type Kind = (typeof ledgerTransactions.$inferInsert)["kind"];

interface Transaction {
  kind: Kind;
  amount: number;
  against?: string;
}

/** The ledger that a transaction of each kind moves credits from or to. */
const otherLedger = {
  grant: "granted",
  topup: "paid",
  charge: "spent",
  refund: "refunded",
  reversal: "paid",
};

/** A ledger transaction in the account's order, and in the totals; the account's balance stays as it is. */
export async function addTransaction(
  scene: Scene,
  { kind, amount, against = otherLedger[kind] }: Transaction,
) {
  const { tx, accountId, at = new Date() } = scene;
  const id = idIn(scene);
  await tx.execute(sql`
    insert into ${ledgerTransactions} (account_id, id, number, kind, gain, against, balance, created_at)
    select ${accountId}, ${id}, count(*) + 1, ${kind}, ${amount}, ${against},
      coalesce((array_agg(balance order by number desc))[1], 0) + ${amount}, ${at.toISOString()}
    from ${ledgerTransactions} where account_id = ${accountId}`);
  await tx.execute(sql`
    insert into ${ledgerTotals} as kept (account_id, month, kind, credits)
    values (${accountId}, date_trunc('month', ${at.toISOString()}::timestamptz, 'UTC') at time zone 'UTC', ${kind}, ${amount})
    on conflict (account_id, month, kind) do update set credits = kept.credits + excluded.credits`);
  return id;
}

/** A ledger transaction, and the balance it leaves. */
export async function addMovement(scene: Scene, kind: "charge" | "refund", amount: number) {
  const { tx, accountId } = scene;
  const id = await addTransaction(scene, { kind, amount });
  await tx.execute(
    sql`update ${accounts} set credits = credits + ${amount} where id = ${accountId}`,
  );
  return id;
}

/** A message nobody has paid for, unless the facts say so. */
export async function addMessage(scene: Scene, facts: MessageFacts = {}) {
  const { tx, accountId, at: now = new Date() } = scene;
  const row = {
    accountId,
    id: idIn(scene),
    source: "api" as const,
    test: false,
    status: "sent" as const,
    from: "YourBrand",
    to: "48732129000",
    body: "Hello",
    encoding: "GSM-7" as const,
    segments: 1,
    credits: 1,
    carrier: "simulator",
    createdAt: now,
    dueAt: now,
    validUntil: new Date(now.getTime() + hourMs),
    ...facts,
  };
  await tx.insert(messages).values(row);
  await countAgain(accountId, tx);
  return row.id;
}

/** A message with its charge. */
export async function addPaid(scene: Scene, facts: MessageFacts = {}) {
  return addMessage(scene, {
    chargeId: await addMovement(scene, "charge", -(facts.credits ?? 1)),
    ...facts,
  });
}

/** The end of a message, and nothing that follows from it. */
export async function addEnd(scene: Scene, messageId: string, type = "sms.delivered") {
  const { tx, accountId, at = new Date() } = scene;
  const id = idIn(scene);
  await tx
    .insert(messageEvents)
    .values({ accountId, messageId, id, type, terminal: true, at, source: "carrier" });
  return id;
}

/** A webhook endpoint that has wanted events for an hour. */
export async function addEndpoint(
  { tx, accountId }: Scene,
  facts: Partial<typeof webhookEndpoints.$inferInsert> = {},
) {
  const id = newId();
  const row = {
    url: "https://example.com",
    events: ["sms.delivered"],
    secret: "whsec_x",
    ...facts,
  };
  await tx
    .insert(webhookEndpoints)
    .values({ accountId, id, subscribedSince: new Date(Date.now() - hourMs), ...row });
  return id;
}

type CampaignFacts = Partial<typeof campaigns.$inferInsert>;
type RowFacts = Partial<typeof campaignRows.$inferInsert>;

/** A campaign that was started for two people and charged for both, unless the facts say otherwise; it has no rows. */
export async function addCampaign(scene: Scene, facts: CampaignFacts = {}) {
  const { tx, accountId } = scene;
  const row = {
    accountId,
    id: newId(),
    name: "Spring",
    status: "running" as const,
    test: false,
    source: "api" as const,
    people: 2,
    reservedCredits: 2,
    ...facts,
    chargeId: facts.chargeId ?? (await addMovement(scene, "charge", -2)),
  };
  await tx.insert(campaigns).values(row);
  return row;
}

/** A ready row of a campaign, waiting for its message unless the facts say otherwise. */
export async function addRow(
  { tx, accountId }: Scene,
  campaignId: string,
  facts: RowFacts & { position: number },
) {
  const row = { state: "ready" as const, cells: [], to: `4873212900${facts.position}`, credits: 1 };
  await tx.insert(campaignRows).values({ ...row, accountId, campaignId, ...facts });
}
