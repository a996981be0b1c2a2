import { and, eq, type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parkedReceipts } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { ListActivityQuery } from "../activity/contract";
import { listInstallationActivity } from "../activity/list-installation-activity";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { pauseCampaign } from "../campaigns/pause-campaign";
import { operatorOf, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { newId, parsePublicId } from "../core/ids";
import { sendMessage } from "../sending/send-message";
import { startedCampaign } from "../testing/play-campaign";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { decideStuck } from "./decide-stuck";
import { discardUnmatched } from "./discard-unmatched";
import { retryQueue } from "./retry-queue";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase?.());

async function mintAdministrator(): Promise<UserActor> {
  const { actor } = await mintSignedIn();
  return { ...actor, isAdmin: true };
}

const soon = sql`now() + interval '30 minutes'`;

/** A queued message of some account, with what is said of it. */
async function mintQueued(change: { dueAt?: SQL; waitReason?: string } = {}) {
  const { accountId } = await mintSignedIn();
  const input = { from: "YourBrand", to: "48732129000", body: "Hello" };
  const { accepted } = await sendMessage({ actor: operatorOf(accountId), input });
  const messageId = accepted.message_id ?? "";
  const id = parsePublicId("msg", messageId) ?? "";
  const isIt = and(eq(messages.accountId, accountId), eq(messages.id, id));
  if (Object.keys(change).length > 0) await db().update(messages).set(change).where(isIt);
  const isPutOff = async () => {
    const [row] = await db()
      .select({ later: sql<boolean>`due_at > now()` })
      .from(messages)
      .where(isIt);
    return row?.later;
  };
  return { accountId, messageId, isPutOff };
}

async function eventsOf(actor: UserActor, action: string) {
  const input = ListActivityQuery.parse({ action, actor: actor.email });
  return (await listInstallationActivity({ actor, input })).data;
}

const putOff = { dueAt: soon, waitReason: "carrier_down" };

test("a retry of stuck messages counts those it made due, and skips those that are due anyway", async () => {
  const actor = await mintAdministrator();
  const [later, now] = [await mintQueued(putOff), await mintQueued()];
  const input = { message_ids: [later.messageId, now.messageId], decision: "try_again" };
  expect(await decideStuck({ actor, input })).toMatchObject({ settled: 1, known: 1 });
  expect(await later.isPutOff()).toBe(false);
  // What was skipped was not done, so nobody did it.
  expect(await eventsOf(actor, "message.settled")).toMatchObject([
    { target: { id: later.messageId } },
  ]);
});

test("a retried queue is recorded with who did it and how many messages; a carrier that isn't there is not", async () => {
  const actor = await mintAdministrator();
  const { isPutOff } = await mintQueued(putOff);
  expect(await retryQueue({ actor, input: { carrier: "simulator" } })).toEqual({ messages: 1 });
  expect(await isPutOff()).toBe(false);
  await expect(retryQueue({ actor, input: { carrier: "nobody" } })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await eventsOf(actor, "queue.retried")).toMatchObject([
    { target: { type: "carrier", name: "simulator" }, after: { messages: 1 }, account_id: null },
  ]);
});

test("a retry leaves what came back to the queue of a paused campaign", async () => {
  const actor = await mintAdministrator();
  const { actor: customer, accountId } = await mintSignedIn();
  const { campaignId } = await startedCampaign(customer, 3);
  await feedCampaigns();
  await pauseCampaign({ actor: customer, input: { campaignId } });
  // As a worker puts back what it had in its hands during the pause.
  await db().update(messages).set(putOff).where(eq(messages.accountId, accountId));
  expect(await retryQueue({ actor, input: { carrier: "simulator" } })).toEqual({ messages: 0 });
  const rows = await db()
    .select({ later: sql<boolean>`due_at > now()` })
    .from(messages)
    .where(eq(messages.accountId, accountId));
  expect(rows).toEqual([{ later: true }, { later: true }, { later: true }]);
});

test("discarded receipts are recorded once, by carrier and how many", async () => {
  const actor = await mintAdministrator();
  const ids = [newId(), newId()];
  const receipt = { status: "delivered" };
  await db()
    .insert(parkedReceipts)
    .values(ids.map((id) => ({ id, carrier: "first", ref: id, status: "delivered", receipt })));
  const input = { receipt_ids: ids };
  expect(await discardUnmatched({ actor, input })).toBe(2);
  expect(await discardUnmatched({ actor, input })).toBe(0);
  expect(await eventsOf(actor, "receipts.discarded")).toMatchObject([
    { target: { type: "receipt" }, after: { carrier: ["first"], receipts: 2 } },
  ]);
});
