import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulatorMessages } from "@/drizzle/schema/carriers";
import { db } from "../../core/db";
import { newId } from "../../core/ids";
import { callbackOf, testCarrierPromises } from "../../testing/carrier-promises";
import { useOwnDatabase } from "../../testing/use-own-database";
import { forgetMessages } from "./_forget-messages";
import { simulator } from "./simulator";

let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  // Settings of an upstream say nothing about the simulator.
  dropDatabase = await useOwnDatabase({
    SMS_API_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    SMS_API_ADDRESSES: "192.0.2.0/28",
  });
});
afterAll(() => dropDatabase());

describe("the simulator", () => {
  testCarrierPromises(() => simulator);

  test("asks for neither a signature nor an address, since it is this installation itself", () => {
    expect(simulator.callbacks?.verify(callbackOf({ address: "127.0.0.1" }))).toBeUndefined();
  });

  test("forgets what it accepted more than a week ago, and nothing younger", async () => {
    const [old, young] = [newId(), newId()];
    await db()
      .insert(simulatorMessages)
      .values([
        { messageId: old, ref: "old", createdAt: sql`now() - interval '7 days 1 minute'` },
        { messageId: young, ref: "young", createdAt: sql`now() - interval '6 days 23 hours'` },
      ]);
    await forgetMessages();
    const refOf = (id: string) =>
      db().select().from(simulatorMessages).where(eq(simulatorMessages.messageId, id));
    expect(await refOf(old)).toEqual([]);
    expect(await refOf(young)).toMatchObject([{ ref: "young" }]);
  });
});
