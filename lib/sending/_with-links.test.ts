import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { shortLinks } from "@/drizzle/schema/links";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { admitBatch } from "./_admit-batch";
import { prepareSend } from "./_prepare-send";
import { withLinks } from "./_with-links";
import { sendBatch } from "./send-batch";

const wire = { from: "YourBrand", to: "48732129000", short_links: true };
const body = "See {{link:https://shop.example.com/orders/1042}}";

async function mint(): Promise<Actor> {
  return operatorOf((await mintAccount({ credits: 10 })).accountId, "live");
}

function linksOf({ accountId }: Actor) {
  return db().select().from(shortLinks).where(eq(shortLinks.accountId, accountId));
}

function messagesOf({ accountId }: Actor) {
  return db().select().from(messages).where(eq(messages.accountId, accountId));
}

test("a process that ends once a message is stored leaves no link without its message", async () => {
  const actor = await mint();
  const input = [prepareSend({ ...wire, body }, actor, { priority: 0 })];
  const cut = withLinks({ actor, input }, async (named) => {
    await admitBatch(actor.accountId, named);
    throw new Error("The process ends.");
  });
  await expect(cut).rejects.toThrow("The process ends.");
  const [message] = await messagesOf(actor);
  expect(await linksOf(actor)).toMatchObject([{ messageId: message?.id }]);
});

test("of a batch, each message has its links, and a repeated or refused one leaves none", async () => {
  const actor = await mint();
  const keyed = { ...wire, body, idempotency_key: randomUUID() };
  const late = { ...wire, body, scheduled_at: "2020-01-01T00:00:00Z" };
  const input = { messages: [{ ...wire, body }, keyed, keyed, late] };
  expect(await sendBatch({ actor, input })).toMatchObject({ accepted: 3, rejected: 1 });
  const [links, stored] = await Promise.all([linksOf(actor), messagesOf(actor)]);
  expect(stored).toHaveLength(2);
  const ids = stored.map(({ id }) => id).toSorted();
  expect(links.map(({ messageId }) => messageId).toSorted()).toEqual(ids);
  for (const { id, body: text } of stored) {
    expect(text).toContain(links.find(({ messageId }) => messageId === id)?.code);
  }
});
