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

test("however long the queue for a carrier is, it hides no message of the account without a route", async () => {
  const { actor } = await mintSignedIn();
  const { accountId } = await mintAccount();
  const input = { from: "YourBrand", to: "48732129000", body: "Hello" };
  await sendMessage({ actor: operatorOf(accountId, "live"), input });
  await db()
    .update(messages)
    .set({ carrier: "upstream", dueAt: new Date(0), createdAt: new Date(0) });
  await db().execute(sql`
    insert into messages
    select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*
    from messages m, generate_series(1, ${maxOfAccount}) as n where m.account_id = ${accountId}`);
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
