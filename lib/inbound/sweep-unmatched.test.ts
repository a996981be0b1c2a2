import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { sweepUnmatched } from "./sweep-unmatched";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

async function receive(accountId: string | null, daysAgo: number): Promise<string> {
  const id = newId();
  const receivedAt = sql`now() - ${daysAgo} * interval '1 day'`;
  const texts = { carrier: "orange", ref: id, from: "48732129000", to: "48500100200", body: "Hi" };
  await db()
    .insert(inboundMessages)
    .values({ id, accountId, ...texts, at: new Date(), receivedAt });
  return id;
}

test("messages that no account got are kept for a month and in limited number, those of accounts for good", async () => {
  const { accountId } = await mintAccount();
  const mine = await receive(accountId, 400);
  await receive(null, 31);
  const recent = await receive(null, 29);
  await sweepUnmatched();
  const ids = async () => (await db().select().from(inboundMessages)).map(({ id }) => id);
  expect((await ids()).sort()).toEqual([mine, recent].sort());
  await db().execute(sql`
    insert into ${inboundMessages} (id, carrier, ref, sender, recipient, body, at)
    select gen_random_uuid(), 'orange', n::text, '48732129000', '48500100200', 'Hi', now()
    from generate_series(1, 10050) as n`);
  await sweepUnmatched();
  const left = await db().select().from(inboundMessages);
  expect(left.filter((row) => row.accountId === null)).toHaveLength(10_000);
  expect(left.some(({ id }) => id === mine)).toBe(true);
});
