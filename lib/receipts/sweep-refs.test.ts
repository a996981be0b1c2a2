import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { useOwnDatabase } from "../testing/use-own-database";
import { rememberRefsClause } from "./remember-refs-clause";
import { sweepRefs } from "./sweep-refs";

let drop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  drop = await useOwnDatabase();
});
afterAll(() => drop());

const accountId = newId();

async function refs(): Promise<string[]> {
  const rows = await db().select({ ref: carrierMessages.ref }).from(carrierMessages);
  return rows.map(({ ref }) => ref).sort();
}

test("carriers' IDs are kept for 60 days, all older ones go, step by step", async () => {
  await db().execute(sql`
    insert into ${carrierMessages} (carrier, ref, account_id, message_id, created_at)
    select 'orange', 'old ' || n, ${accountId}, gen_random_uuid(), now() - interval '60 days 1 minute'
    from generate_series(1, 2500) n`);
  await db().execute(sql`
    insert into ${carrierMessages} (carrier, ref, account_id, message_id, created_at)
    values ('orange', 'young', ${accountId}, gen_random_uuid(), now() - interval '59 days 23 hours')`);
  const swept: number[] = [];
  do swept.push(await sweepRefs());
  while (swept.at(-1) !== 0);
  expect(swept).toEqual([1000, 1000, 500, 0]);
  expect(await refs()).toEqual(["young"]);
});

test("an ID that a carrier uses again is as young as its newer message", async () => {
  await db().delete(carrierMessages);
  const remember = (messageId: string) =>
    db().execute(rememberRefsClause({ accountId, carrier: "orange" }, [{ ref: "7", messageId }]));
  await remember(newId());
  await db().execute(sql`update ${carrierMessages} set created_at = now() - interval '61 days'`);
  await remember(newId());
  await sweepRefs();
  expect(await refs()).toEqual(["7"]);
});
