import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sends } from "@/drizzle/schema/sends";
import { operatorOf, type TokenActor } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { messageStatuses } from "../messages/status";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { SendName } from "./contract";
import { createSend } from "./create-send";
import { dropEmptySend } from "./drop-empty-send";
import { eraseSends } from "./erase-sends";
import { getSend } from "./get-send";

let accountId = "";
let otherId = "";
beforeAll(async () => {
  [{ accountId }, { accountId: otherId }] = await Promise.all([mintAccount(), mintAccount()]);
});
afterAll(closeDatabase);

const create = (
  fields: Partial<Parameters<typeof createSend>[0]["input"]> = {},
  account = accountId,
) =>
  createSend({
    actor: operatorOf(account),
    input: { key: randomUUID(), name: "Spring", recipients: 3, ...fields },
  });

const drop = (sendId: string, account = accountId) =>
  dropEmptySend({ actor: operatorOf(account), input: { sendId } });

const view = (id: string, account = accountId, mode: "live" | "test" | null = null) =>
  getSend({ actor: operatorOf(account, mode), input: { sendId: publicId("snd", id) } });

function addTo(sendId: string, facts: Parameters<typeof addMessage>[1] = {}) {
  return db().transaction((tx) => addMessage({ tx, accountId }, { sendId, ...facts }));
}

const rowsOf = (account: string) => db().select().from(sends).where(eq(sends.accountId, account));

describe("a send", () => {
  test("repeated with its key is the first one, and keeps its name", async () => {
    const key = randomUUID();
    const first = await create({ key, name: "First" });
    expect(await create({ key, name: "Second" })).toBe(first);
    expect(await view(first)).toMatchObject({ name: "First" });
  });

  test("asked for by ten requests with one key at once is one, and all of them learn its id", async () => {
    const key = randomUUID();
    const ids = await Promise.all(Array.from({ length: 10 }, () => create({ key })));
    expect(new Set(ids).size).toBe(1);
    expect((await rowsOf(accountId)).filter((row) => row.key === key)).toHaveLength(1);
  });

  test("is another one for another account, though the key be the same", async () => {
    const key = randomUUID();
    const ids = [await create({ key }), await create({ key }, otherId)];
    expect(new Set(ids).size).toBe(2);
  });

  test("counts its messages by status, and what they cost, and nothing of other sends", async () => {
    const id = await create();
    const other = await create();
    await addTo(other, { status: "failed", credits: 9 });
    for (const [place, status] of messageStatuses.entries()) {
      for (let count = 0; count <= place % 3; count += 1) await addTo(id, { status, credits: 2 });
    }
    const wanted = Object.fromEntries(
      messageStatuses.map((status, place) => [status, (place % 3) + 1]),
    );
    const sum = Object.values(wanted).reduce((all, each) => all + each, 0);
    expect(await view(id)).toMatchObject({ messages: sum, credits: 2 * sum, statuses: wanted });
  });

  test("of which nothing was accepted yet has no messages and costs nothing", async () => {
    const id = await create();
    expect(await view(id)).toMatchObject({ messages: 0, credits: 0, statuses: {} });
  });

  test("shows a test token its test messages alone", async () => {
    const id = await create();
    await addTo(id, { test: false, credits: 1 });
    await addTo(id, { test: true, credits: 0 });
    expect(await view(id, accountId, "test")).toMatchObject({ messages: 1, credits: 0 });
    expect(await view(id)).toMatchObject({ messages: 2, credits: 1 });
  });

  test("of another account, with another kind of id, or that never was, is not found", async () => {
    const id = await create();
    const notFound = { code: "not_found", message: "Send not found." };
    await expect(view(id, otherId)).rejects.toMatchObject(notFound);
    const ids = [
      publicId("msg", id),
      id,
      publicId("snd", newId()),
      "snd_",
      "",
      `${"x".repeat(9999)}`,
    ];
    for (const sendId of ids) {
      const asked = getSend({ actor: operatorOf(accountId), input: { sendId } });
      await expect(asked).rejects.toMatchObject(notFound);
    }
  });

  test("is not shown to a token that may only send", async () => {
    const id = await create();
    const actor: TokenActor = {
      ...operatorOf(accountId, "live"),
      ...{ kind: "token", source: "api", mode: "live", scopes: ["send"] },
      ...{ tokenId: newId(), expiresAt: null, cidrs: [] },
    };
    const asked = getSend({ actor, input: { sendId: publicId("snd", id) } });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a send without a message", () => {
  test("is forgotten, and its key may name a new one", async () => {
    const key = randomUUID();
    const first = await create({ key });
    await drop(first);
    await expect(view(first)).rejects.toMatchObject({ code: "not_found" });
    const second = await create({ key, name: "Again" });
    expect(second).not.toBe(first);
    expect(await view(second)).toMatchObject({ name: "Again" });
  });

  test("is kept as soon as it has one, whatever became of that", async () => {
    const id = await create();
    await addTo(id, { status: "cancelled" });
    await drop(id);
    expect(await view(id)).toMatchObject({ messages: 1 });
  });

  test("of one account is not dropped by another", async () => {
    const id = await create();
    await drop(id, otherId);
    expect(await view(id)).toMatchObject({ messages: 0 });
  });
});

test("erasing leaves no name of an account and every name of others, and comes undone with its transaction", async () => {
  const kept = await create();
  await create({}, otherId);
  const undone = db().transaction(async (tx) => {
    await eraseSends(otherId, tx);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect((await rowsOf(otherId)).length).toBeGreaterThan(0);
  await db().transaction((tx) => eraseSends(otherId, tx));
  expect(await rowsOf(otherId)).toEqual([]);
  expect(await view(kept)).toMatchObject({ name: "Spring" });
});

describe("the name of a send", () => {
  test("may have 80 characters, be they emoji, and loses the blanks around it", () => {
    expect(SendName.parse(`  ${"😀".repeat(76)}  `)).toBe("😀".repeat(76));
    expect(SendName.safeParse("😀".repeat(80)).success).toBe(true);
    expect(SendName.safeParse("😀".repeat(81)).success).toBe(false);
  });

  test.each(["", "   ", "a\u0000b", "a\u0007b", "\ud83d", null, 1, ["a"]])(
    "cannot be %j",
    (name) => {
      expect(SendName.safeParse(name).success).toBe(false);
    },
  );

  test("that is accepted is stored and shown as it is", async () => {
    const names = fc
      .sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
        numRuns: 15,
        seed: 7,
      })
      .flatMap((name) => SendName.safeParse(name).data ?? []);
    for (const name of names) expect(await view(await create({ name }))).toMatchObject({ name });
    expect(names.length).toBeGreaterThan(5);
  });
});
