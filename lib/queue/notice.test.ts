import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "../core/db";
import { log } from "../core/log";
import { useOwnDatabase } from "../testing/use-own-database";
import {
  listen,
  type Notice,
  publishBalanceChange,
  publishChange,
  publishProgress,
  publishSessionsChange,
} from "./notice";

const notices: Notice[] = [];
let reconnects = 0;
let stop: () => void = () => undefined;
let drop: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  drop = await useOwnDatabase();
  stop = await listen(
    (notice) => notices.push(notice),
    () => {
      reconnects += 1;
    },
  );
});
afterAll(async () => {
  stop();
  await drop();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ofAccount = (account: string) => notices.filter((notice) => notice.account === account);

/** Says something on the channel, as anybody with a password of the database can. */
async function say(payload: string, channel = "messages_changed"): Promise<void> {
  await db().execute(sql`select pg_notify(${channel}, ${payload})`);
}

/** Resolves when everything that was said before has been heard. */
async function untilHeard(): Promise<void> {
  const account = randomUUID();
  await publishBalanceChange(account);
  await expect.poll(() => ofAccount(account)).toHaveLength(1);
}

describe("whoever listens", () => {
  test("hears which messages of which account changed, once each", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const ids = Array.from({ length: 3 }, () => randomUUID());
    publishChange(one, ids);
    publishChange(other, ids.slice(0, 1));
    await untilHeard();
    expect(ofAccount(one).flatMap(({ ids }) => ids)).toEqual(ids);
    expect(ofAccount(other)).toEqual([{ account: other, ids: ids.slice(0, 1), due: true }]);
  });

  test("hears each id of many changes at one moment, in few notices", async () => {
    const account = randomUUID();
    const ids = Array.from({ length: 100 }, () => randomUUID());
    for (const id of ids) publishChange(account, [id]);
    await untilHeard();
    expect(ofAccount(account).flatMap(({ ids }) => ids)).toEqual(ids);
    expect(ofAccount(account).length).toBeLessThan(5);
  });

  test.each([
    [150, "by name"],
    [151, "as many"],
    [10_000, "as many"],
  ])("hears of %i changed messages %s", async (count, how) => {
    const account = randomUUID();
    const ids = Array.from({ length: count }, () => randomUUID());
    publishChange(account, ids);
    await untilHeard();
    expect(ofAccount(account)).toMatchObject([{ account, ids: how === "by name" ? ids : null }]);
  });

  test("hears of 600 accounts that change at one moment", async () => {
    const accounts = Array.from({ length: 600 }, () => randomUUID());
    const ids = [randomUUID()];
    for (const account of accounts) publishChange(account, ids);
    await untilHeard();
    expect(accounts.filter((account) => ofAccount(account).length !== 1)).toEqual([]);
  });

  test("hears nothing of no messages, and is told of credits and sessions without any", async () => {
    const account = randomUUID();
    publishChange(account, []);
    await untilHeard();
    expect(ofAccount(account)).toEqual([]);
    publishSessionsChange(account);
    await untilHeard();
    expect(ofAccount(account)).toEqual([{ account, ids: [], due: false }]);
  });

  test("hears whether any of the changed messages may have to leave", async () => {
    const [settled, mixed, former] = [randomUUID(), randomUUID(), randomUUID()];
    publishProgress(settled, [randomUUID()]);
    publishProgress(mixed, [randomUUID()]);
    publishChange(mixed, [randomUUID()]);
    publishProgress(mixed, [randomUUID()]);
    await say(JSON.stringify({ account: former, ids: [] }));
    await untilHeard();
    const isDue = (account: string) => ofAccount(account).some(({ due }) => due);
    expect([settled, mixed, former].map(isDue)).toEqual([false, true, true]);
  });

  test.each([
    "",
    "x",
    "null",
    "[]",
    '"text"',
    "{",
    '{"account": 1, "ids": null}',
    '{"account": "x"}',
    '{"account": "x", "ids": [1]}',
    '{"account": "x", "ids": "many"}',
    `{"account": ${"[".repeat(3000)}`,
  ])("is not disturbed by a notice that is none: %.30s", async (payload) => {
    const before = notices.length;
    await say(payload);
    await untilHeard();
    expect(notices.length).toBe(before + 1);
  });

  test("hears nothing of other channels", async () => {
    const account = randomUUID();
    await say(JSON.stringify({ account, ids: [] }), "something_else");
    await untilHeard();
    expect(ofAccount(account)).toEqual([]);
  });
});

test("who has stopped to listen hears no more, and the others do", async () => {
  const heard = vi.fn();
  const stopOther = await listen(heard, () => undefined);
  await untilHeard();
  expect(heard).toHaveBeenCalledTimes(1);
  stopOther();
  await untilHeard();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("after its connection was cut a listener is told to look again, and then hears as before", async () => {
  vi.spyOn(log(), "warn").mockImplementation(() => undefined);
  const before = reconnects;
  await db().execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'depesza-listen' and datname = current_database()`,
  );
  await expect.poll(() => reconnects).toBe(before + 1);
  await untilHeard();
});

test("a change that cannot be announced fails nobody: it is committed, and whoever listens polls, too", async () => {
  const warn = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
  vi.spyOn(db(), "execute").mockRejectedValueOnce(new Error("database away"));
  await expect(publishBalanceChange(randomUUID())).resolves.toBeUndefined();
  expect(warn).toHaveBeenCalledTimes(1);
  await untilHeard();
});
