import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { textSegments } from "@/drizzle/schema/text-index";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { useOwnDatabase } from "../testing/use-own-database";
import { textIndexer } from "./text-indexer";

let dropDatabase = async () => {};
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
}, 60_000);
afterAll(() => dropDatabase());

test("the worker finds a log that nobody named, indexes it, and then rests", async () => {
  const { accountId } = await mintAccount();
  await sendMessage({
    actor: operatorOf(accountId),
    input: { from: "YourBrand", to: "48732129000", body: "Hello" },
  });
  // IDs of the year 1970: old enough.
  await db().execute(sql`
    insert into messages
    select copy.* from messages m, generate_series(1, 2048) place,
      lateral jsonb_populate_record(m, jsonb_build_object('id', lpad(to_hex(place), 32, '0')::uuid)) copy`);
  const indexer = textIndexer();
  expect(await indexer.work()).toBe(2048);
  expect(await indexer.work()).toBe(0);
  const [segment] = await db()
    .select()
    .from(textSegments)
    .where(eq(textSegments.accountId, accountId));
  const [{ stored } = { stored: 0 }] = await db()
    .select({ stored: sql<number>`count(*)::int` })
    .from(messages);
  expect(segment?.messages).toBe(stored - 1);
});
