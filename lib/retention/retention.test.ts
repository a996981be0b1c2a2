import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { retentionLimits } from "@/drizzle/schema/retention";
import { ListActivityQuery } from "../activity/contract";
import { listActivity } from "../activity/list-activity";
import { listInstallationActivity } from "../activity/list-installation-activity";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { getRetention } from "./get-retention";
import { saveLimits } from "./save-limits";
import { saveRetention } from "./save-retention";

let drop: () => Promise<void> = async () => undefined;
let actor: UserActor;
let admin: UserActor;
beforeAll(async () => {
  drop = await useOwnDatabase();
  ({ actor } = await mintSignedIn());
  admin = { ...(await mintSignedIn()).actor, isAdmin: true };
});
afterAll(() => drop());
beforeEach(async () => {
  await db().delete(retentionLimits);
  await saveRetention({ actor, input: {} });
});

test("a new installation keeps texts and attempts for 90 days", async () => {
  const { limits, days } = await getRetention({ actor });
  expect({ limits, days }).toEqual({
    limits: { texts: 90, events: 400, attempts: 90 },
    days: { texts: 90, events: 400, attempts: 90 },
  });
});

test("an account may choose a shorter time, and never a longer one", async () => {
  await saveRetention({ actor, input: { texts: "7", attempts: "" } });
  expect((await getRetention({ actor })).days).toEqual({ texts: 7, events: 400, attempts: 90 });
  const longer = saveRetention({ actor, input: { texts: "91", attempts: "90" } });
  await expect(longer).rejects.toMatchObject({
    code: "invalid_request",
    details: {
      fields: { texts: ["This installation keeps them for 90 days. Enter at most that many."] },
    },
  });
  expect((await getRetention({ actor })).chosen).toMatchObject({ texts: 7, attempts: null });
  await saveLimits({ actor: admin, input: { texts: "3", attempts: "30" } });
  expect((await getRetention({ actor })).days).toMatchObject({ texts: 3, attempts: 30 });
});

test("only an administrator decides for the installation, for ever too", async () => {
  const refused = saveLimits({ actor, input: { texts: "1", attempts: "1" } });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  await saveLimits({ actor: admin, input: { texts: "", attempts: "" } });
  expect((await getRetention({ actor })).days).toEqual({
    ...{ texts: null, events: null, attempts: null },
  });
  await saveRetention({ actor, input: { texts: "3650", attempts: "1" } });
  expect((await getRetention({ actor })).days).toMatchObject({ texts: 3650, attempts: 1 });
});

test.each(["0", "-1", "1.5", "3651", "soon", "9".repeat(1000)])(
  "%s is no number of days",
  async (texts) => {
    const wrong = saveRetention({ actor, input: { texts, attempts: "" } });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { texts: [expect.stringContaining("from 1 to 3650")] } },
    });
  },
);

test("a history is kept at least until its message has ended", async () => {
  const tooShort = saveRetention({ actor, input: { events: "59" } });
  await expect(tooShort).rejects.toMatchObject({
    details: { fields: { events: [expect.stringContaining("from 60 to 3650")] } },
  });
  await saveRetention({ actor, input: { events: "60" } });
  expect((await getRetention({ actor })).days.events).toBe(60);
});

test("who changed what is kept for how long is in the activity log, once", async () => {
  const input = ListActivityQuery.parse({ action: "settings.changed", limit: 1 });
  for (const texts of ["8", "8"]) await saveRetention({ actor, input: { texts } });
  const { data: own } = await listActivity({ actor, input });
  expect(own).toMatchObject([{ before: { text_days: null }, after: { text_days: 8 } }]);
  await saveLimits({ actor: admin, input: { texts: "30", events: "400", attempts: "90" } });
  const { data: all } = await listInstallationActivity({ actor: admin, input });
  expect(all).toMatchObject([
    { actor: { type: "admin" }, before: { text_days: 90 }, after: { text_days: 30 } },
  ]);
});
