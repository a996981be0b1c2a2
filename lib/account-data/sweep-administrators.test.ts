import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { activityEvents } from "@/drizzle/schema/activity";
import { recordActivity } from "../activity/record-activity";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";
import { mintPerson } from "../testing/mint-person";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { sweepAdministrators } from "./sweep-administrators";

const dayMs = 86_400_000;

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

/** An administrator looked at an account so many days ago; `viewing` as if on its own dashboard. */
async function look(
  admin: UserActor,
  { accountId, days, isViewing }: { accountId: string; days: number; isViewing: boolean },
) {
  const event = {
    accountId,
    id: firstIdAt(Date.now() - days * dayMs - Math.floor(Math.random() * 1000)),
    actorKind: "admin",
    actorId: isViewing ? null : admin.userId,
    actorLabel: admin.email,
    address: "192.0.2.9",
    userAgent: "Firefox",
    action: "account.viewed",
  } as const;
  await db().insert(activityEvents).values(event);
}

/** Whom the events of an account name, the oldest first. */
async function named(accountId: string) {
  const rows = await db()
    .select({ label: activityEvents.actorLabel, address: activityEvents.address })
    .from(activityEvents)
    .where(eq(activityEvents.accountId, accountId))
    .orderBy(activityEvents.id);
  return rows.map(({ label, address }) => [label, address]);
}

async function sweepAll(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) if ((await sweepAdministrators()) === 0) return;
  throw new Error("It never ends.");
}

test("who administers no longer is erased from the activity of others after 90 days, who still does is not", async () => {
  const former = await mintSignedIn();
  const present = await mintSignedIn();
  await db().update(accounts).set({ admin: true }).where(eq(accounts.id, present.accountId));
  const [seen, own] = [(await mintSignedIn()).accountId, former.accountId];
  for (const [days, isViewing] of [
    [100, false],
    [95, true],
    [80, false],
  ] as const) {
    const seenThen = { accountId: seen, days, isViewing };
    await look(former.actor, seenThen);
    await look(present.actor, seenThen);
  }
  // What somebody did in their own account is the record of that account.
  await db().transaction((tx) =>
    recordActivity({ actor: former.actor, action: "settings.changed" }, tx),
  );
  const before = await named(own);
  await sweepAll();
  const [old, kept] = [former, present].map(({ email }) => [email, "192.0.2.9"]);
  // The system, which made the account, is nobody.
  const rows = (await named(seen)).filter(([label]) => label !== null);
  expect(rows.filter(([label]) => label === former.email)).toEqual([old]);
  expect(rows.filter(([label]) => label === present.email)).toEqual([kept, kept, kept]);
  expect(await named(own)).toEqual(before);
});

test("somebody who was removed from the account that administers is none any more", async () => {
  const { accountId } = await mintSignedIn();
  await db().update(accounts).set({ admin: true }).where(eq(accounts.id, accountId));
  const person = await mintPerson(accountId, "developer");
  const seen = (await mintSignedIn()).accountId;
  await look(person, { accountId: seen, days: 100, isViewing: false });
  await sweepAll();
  expect((await named(seen))[0]).toEqual([person.email, "192.0.2.9"]);
  await db().execute(sql`delete from users where id = ${person.userId}`);
  await sweepAll();
  expect((await named(seen))[0]).toEqual([null, null]);
});
