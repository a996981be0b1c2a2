import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { countStuck } from "./count-stuck";
import { listStuck } from "./list-stuck";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const maxOfAccount = 20_000;
/** What one statement inserts in time. */
const batchSize = 4000;

test("however long the queue for a carrier is, it hides no message of the account without a route", async () => {
  const { actor } = await mintSignedIn();
  const { accountId } = await mintAccount();
  const input = { from: "YourBrand", to: "48732129000", body: "Hello" };
  await sendMessage({ actor: operatorOf(accountId, "live"), input });
  await db()
    .update(messages)
    .set({ carrier: "upstream", dueAt: new Date(0), createdAt: new Date(0) });
  for (let made = 0; made < maxOfAccount; made += batchSize) {
    await db().execute(sql`
      insert into messages
      select copy.*
      from (select * from messages where account_id = ${accountId} limit 1) as m
        cross join generate_series(1, ${batchSize}) as n
        cross join lateral jsonb_populate_record(
          null::messages, to_jsonb(m) || jsonb_build_object('id', gen_random_uuid(), 'n', n)) as copy`);
  }
  await sendMessage({ actor: operatorOf(accountId, "live"), input });
  await db()
    .update(messages)
    .set({ carrier: null, waitReason: "no_route", dueAt: new Date(1), createdAt: new Date(1) })
    .where(sql`account_id = ${accountId} and due_at > now() - interval '1 day'`);
  const wanted = {
    actor: { ...actor, isAdmin: true },
    input: { minutes: 15, limit: maxOfAccount + 1 },
  };
  expect(await countStuck(wanted)).toMatchObject([
    { carrier: "upstream", reason: null, messages: maxOfAccount },
    { carrier: null, reason: "no_route", messages: 1 },
  ]);
  const listed = await listStuck(wanted);
  expect(listed.filter(({ carrier }) => carrier === null)).toHaveLength(1);
});
