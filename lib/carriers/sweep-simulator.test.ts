import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { useOwnDatabase } from "../testing/use-own-database";
import { sweepSimulator } from "./sweep-simulator";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase?.());

test("the simulator forgets messages after a week, and none before", async () => {
  const row = (ref: string, age: string) => ({
    messageId: newId(),
    ref,
    createdAt: sql`now() - ${age}::interval`,
  });
  await db()
    .insert(simulatorMessages)
    .values([row("old", "7 days 1 minute"), row("young", "6 days 23 hours")]);
  await sweepSimulator();
  const left = await db().select({ ref: simulatorMessages.ref }).from(simulatorMessages);
  expect(left).toEqual([{ ref: "young" }]);
});
