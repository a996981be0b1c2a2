import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { carrierStates } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { decideStuck } from "../administration/decide-stuck";
import { findMessages } from "../administration/find-messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { minFreeBytes } from "../database/check-data-folder";
import { recordHeartbeat } from "../queue/record-heartbeat";
import { sendMessage } from "../sending/send-message";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { diskConcerns } from "./_system-concerns";
import { listConcerns } from "./list-concerns";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

async function mintAdministrator() {
  const { actor } = await mintSignedIn();
  return { ...actor, isAdmin: true };
}

const kindsFor = async (actor: Parameters<typeof listConcerns>[0]["actor"]) =>
  (await listConcerns({ actor })).concerns.map(({ kind }) => kind);

test("nobody but an administrator sees what needs a person", async () => {
  const { actor } = await mintSignedIn();
  await expect(listConcerns({ actor })).rejects.toMatchObject({ code: "forbidden" });
});

test("a worker that is late is the first concern, and none once it says that it is alive", async () => {
  const actor = await mintAdministrator();
  expect((await kindsFor(actor))[0]).toBe("worker_late");
  await recordHeartbeat("worker");
  expect(await kindsFor(actor)).not.toContain("worker_late");
});

test("every part of the list can be read", async () => {
  const actor = await mintAdministrator();
  expect(await kindsFor(actor)).not.toContain("not_seen");
});

test("a disk with too little room is a concern until there is room", () => {
  expect(diskConcerns(minFreeBytes - 1)).toMatchObject([{ kind: "disk_low" }]);
  expect(diskConcerns(minFreeBytes)).toEqual([]);
});

test("a carrier in trouble is a concern with its reason until its circuit closes", async () => {
  const actor = await mintAdministrator();
  const trouble = {
    carrier: "simulator",
    state: "open",
    reason: "carrier_out_of_credits",
  } as const;
  await db().insert(carrierStates).values(trouble);
  const { concerns } = await listConcerns({ actor });
  expect(concerns).toContainEqual(
    expect.objectContaining({
      ...{ kind: "carrier_trouble", subject: "simulator", reason: "carrier_out_of_credits" },
    }),
  );
  await db().delete(carrierStates);
  expect(await kindsFor(actor)).not.toContain("carrier_trouble");
});

test("a message that is stuck is found by its ID, and given up once with its credits back", async () => {
  const actor = await mintAdministrator();
  const { actor: customer } = await mintSignedIn();
  const owner = operatorOf(customer.accountId);
  const before = await getBalance({ actor: owner });
  const { accepted } = await sendMessage({
    actor: owner,
    input: { to: "48732129000", from: "Test", body: "a secret" },
  });
  const messageId = accepted.message_id ?? "";
  const id = parsePublicId("msg", messageId);
  await db()
    .update(messages)
    .set({ createdAt: sql`now() - interval '20 minutes'`, waitReason: "carrier_draining" })
    .where(sql`account_id = ${customer.accountId} and id = ${id}`);
  expect(await kindsFor(actor)).toContain("queue_stuck");
  const found = await findMessages({ actor, input: { wanted: messageId } });
  expect(found).toMatchObject([{ id, status: "queued", recipientEnd: "000" }]);
  expect(JSON.stringify(found)).not.toContain("a secret");
  const input = { message_ids: [messageId], decision: "give_up" };
  expect(await decideStuck({ actor, input })).toMatchObject({ settled: 1, known: 0 });
  expect(await decideStuck({ actor, input })).toMatchObject({ settled: 0, known: 1 });
  expect(await getBalance({ actor: owner })).toBe(before);
  expect(await kindsFor(actor)).not.toContain("queue_stuck");
});
