import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierMinutes, carrierStates, parkedReceipts } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { forgetSetup } from "../carriers/carrier-setup";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId, parsePublicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { getMessage } from "../messages/get-message";
import { listUnknown } from "../messages/settle-unknown";
import { sendMessage } from "../sending/send-message";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { getCarriers } from "./get-carriers";
import { listUnmatchedReceipts } from "./list-unmatched-receipts";
import { settleMessages } from "./settle-messages";
import { switchCarrier } from "./switch-carrier";

let folder: string;
let file: string;
let dropDatabase: () => Promise<void>;

function configure(text: string): void {
  writeFileSync(file, text);
  forgetSetup();
}

const carriers = ["first", "second"].map((name) => ({
  ...{ name, kind: "http", url: "http://127.0.0.1:9", token: "a token of a test" },
}));
const routes = [
  { to: "*", carrier: "second", priority: 1, cost: 0.08 },
  { to: "48", carrier: "second", priority: 2 },
  { to: "48", carrier: "first", priority: 1, weight: 3 },
];
const whole = JSON.stringify({ carriers, routes });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  file = join(folder, "carriers.json");
  writeFileSync(file, whole);
  dropDatabase = await useOwnDatabase({ CARRIERS_FILE: file });
});
afterAll(async () => {
  await dropDatabase();
  await rm(folder, { recursive: true });
});

async function mintAdministrator() {
  const { actor } = await mintSignedIn();
  return { ...actor, isAdmin: true };
}

/** A message of some account whose carrier never said whether it has it. */
async function mintUnknown() {
  const { accountId } = await mintSignedIn({ credits: 5 });
  const actor = operatorOf(accountId, "live");
  const input = { from: "YourBrand", to: "48732129000", body: "Hello" };
  const messageId = (await sendMessage({ actor, input })).accepted.message_id ?? "";
  const id = parsePublicId("msg", messageId) ?? "";
  await db()
    .update(messages)
    .set({ status: "unknown", carrier: "first", offeredAt: new Date(), sentAt: new Date() })
    .where(eq(messages.id, id));
  const read = async () => (await getMessage({ actor, input: { messageId } })).status;
  return { messageId, read, credits: () => getBalance({ actor }) };
}

describe("somebody who is no administrator", () => {
  test("sees and decides nothing", async () => {
    const { actor } = await mintSignedIn();
    const { messageId, read } = await mintUnknown();
    const forbidden = { code: "forbidden" };
    const limit = { limit: 10 };
    const decided = { message_ids: [messageId], decision: "refund" };
    const drained = { carrier: "first", draining: true };
    await expect(getCarriers({ actor })).rejects.toMatchObject(forbidden);
    await expect(listUnknown({ actor, input: limit })).rejects.toMatchObject(forbidden);
    await expect(listUnmatchedReceipts({ actor, input: limit })).rejects.toMatchObject(forbidden);
    await expect(settleMessages({ actor, input: decided })).rejects.toMatchObject(forbidden);
    await expect(switchCarrier({ actor, input: drained })).rejects.toMatchObject(forbidden);
    expect(await read()).toBe("unknown");
    expect(await db().select().from(carrierStates)).toEqual([]);
  });
});

describe("an administrator", () => {
  test("sees each carrier with its traffic, and the routes in the order they are tried", async () => {
    const actor = await mintAdministrator();
    const figures = { carrier: "first", receipts: [0], delivered: 0, ended: 0, windowSize: 10 };
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await db()
      .insert(carrierMinutes)
      .values([
        { ...figures, minute: ago(0), submits: [1, 2], windowUsed: 7 },
        { ...figures, minute: ago(3), submits: [4, 0], windowUsed: 9 },
        { ...figures, minute: ago(24.5), submits: [8, 0] },
      ]);
    const report = await getCarriers({ actor });
    expect(report).toMatchObject({ isDefault: false, isSimulatorOnly: false, problems: [] });
    expect(report.carriers).toMatchObject([
      {
        carrier: "first",
        figures: { lastHour: { submitted: 3 }, submittedInDay: 7, window: { used: 7, size: 10 } },
      },
      {
        carrier: "second",
        figures: { lastHour: { submitted: 0 }, submittedInDay: 0, window: null },
      },
    ]);
    expect(report.routes).toMatchObject([
      { to: "48", carrier: "first", weight: 3 },
      { to: "48", carrier: "second" },
      { to: "*", carrier: "second", cost: 0.08 },
    ]);
  });

  test("sees what is wrong with the file, by line, while the one before is in force", async () => {
    const actor = await mintAdministrator();
    configure(whole.replace('"carrier":"first"', '\n"carrier":"fist"'));
    const { carriers, problems } = await getCarriers({ actor });
    expect(problems).toEqual([{ line: 2, problem: "There is no carrier named fist." }]);
    expect(carriers.map(({ carrier }) => carrier)).toEqual(["first", "second"]);
    configure(whole);
  });

  test("drains a carrier and enables it again, but none that isn't there", async () => {
    const actor = await mintAdministrator();
    const drainingSince = async () =>
      (await getCarriers({ actor })).carriers.find(({ carrier }) => carrier === "first")
        ?.drainingSince;
    await switchCarrier({ actor, input: { carrier: "first", draining: true } });
    expect(await drainingSince()).toBeInstanceOf(Date);
    await switchCarrier({ actor, input: { carrier: "first", draining: false } });
    expect(await drainingSince()).toBeNull();
    await expect(
      switchCarrier({ actor, input: { carrier: "third", draining: true } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("sends messages again, or ends them and gives their credits back", async () => {
    const actor = await mintAdministrator();
    const [again, refunded, other] = [
      await mintUnknown(),
      await mintUnknown(),
      await mintUnknown(),
    ];
    const settle = (decision: string, ...message_ids: string[]) =>
      settleMessages({ actor, input: { message_ids, decision } });
    expect(await settle("send_again", again.messageId, again.messageId)).toEqual({
      ...{ decision: "send_again", settled: 1, known: 0 },
    });
    expect(await again.read()).toBe("queued");
    expect(await again.credits()).toBe(4);
    // The first of them is no longer unknown: it stays as it is.
    expect(await settle("refund", again.messageId, refunded.messageId)).toEqual({
      ...{ decision: "refund", settled: 1, known: 1 },
    });
    expect([await again.read(), await refunded.read()]).toEqual(["queued", "failed"]);
    expect(await refunded.credits()).toBe(5);
    expect([await other.read(), await other.credits()]).toEqual(["unknown", 4]);
  });

  test("sees how many messages are unknown and the oldest of them, and neither text nor recipient", async () => {
    const actor = await mintAdministrator();
    const before = await listUnknown({ actor, input: { limit: 100 } });
    const { messageId } = await mintUnknown();
    const { messages: listed, count } = await listUnknown({ actor, input: { limit: 100 } });
    expect(count).toBe(before.count + 1);
    const mine = listed.find(({ id }) => id === parsePublicId("msg", messageId));
    expect(Object.keys(mine ?? {}).sort()).toEqual([
      ...["accountId", "carrier", "createdAt", "id", "reason"],
    ]);
    expect((await listUnknown({ actor, input: { limit: 1 } })).messages).toHaveLength(1);
  });

  test.each([
    ["nothing", { decision: "refund" }, "message_ids"],
    ["more messages than are shown", { message_ids: Array(101).fill("msg_") }, "message_ids"],
    ["another decision", { message_ids: ["msg_"], decision: "delete" }, "decision"],
  ])("decides about no messages with %s", async (_what, input, field) => {
    const actor = await mintAdministrator();
    await expect(settleMessages({ actor, input })).rejects.toMatchObject({
      ...{ code: "invalid_request", fields: { [field]: expect.anything() } },
    });
  });

  test("sees receipts of unknown messages without what the carrier wrote in them", async () => {
    const actor = await mintAdministrator();
    const receipt = { status: "delivered", raw: { text: "a secret" } };
    await db()
      .insert(parkedReceipts)
      .values({ id: newId(), carrier: "first", ref: "r-1", status: "delivered", receipt });
    const receipts = await listUnmatchedReceipts({ actor, input: { limit: 10 } });
    expect(receipts).toMatchObject([{ carrier: "first", ref: "r-1", isFresh: true }]);
    expect(JSON.stringify(receipts)).not.toContain("a secret");
  });
});
