import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { attempts } from "@/drizzle/schema/accounts";
import { closeDatabase, db } from "../core/db";
import { untilWaitedFor } from "../testing/until-waited-for";
import {
  clearAttempts,
  clearAttemptsUnder,
  giveAttemptsBack,
  hashForKey,
  takeAttempts,
} from "./attempts";
import { sweepAttempts } from "./sweep-attempts";

const windowMs = 15 * 60_000;
let key = "";
beforeEach(() => {
  key = `test:${randomUUID()}`;
});
afterAll(closeDatabase);

const take = (most?: number, of = key) =>
  takeAttempts([{ key: of, windowMs, ...(most === undefined ? {} : { most }) }]);

async function countOf(of = key): Promise<number | undefined> {
  const [row] = await db().select().from(attempts).where(eq(attempts.key, of));
  return row?.count;
}

async function age(ms: number): Promise<void> {
  await db()
    .update(attempts)
    .set({ windowStartedAt: new Date(Date.now() - ms) })
    .where(eq(attempts.key, key));
}

describe("attempts", () => {
  test("made at the same moment cannot pass together: of thirty at a limit of ten, ten do", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => take(10)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    expect(await countOf()).toBe(10);
  });

  test("are told their place in the window, also where nothing is refused", async () => {
    const places = [await take(), await take(), await take()];
    expect(places).toEqual([[1], [2], [3]]);
  });

  test("beyond a limit say when to come back, and coming back too early moves nothing", async () => {
    await take(1);
    await age(60_000);
    for (let time = 0; time < 3; time += 1) {
      const refused = await take(1).catch((error) => error);
      expect(refused).toMatchObject({ code: "rate_limited" });
      expect(refused.details.retryAfterMs).toBeLessThanOrEqual(windowMs - 60_000);
      expect(refused.details.retryAfterMs).toBeGreaterThan(windowMs - 120_000);
    }
    await age(windowMs);
    expect(await take(1)).toEqual([1]);
  });

  test("are counted by the clock of the database: a process that is ahead opens no window early", async () => {
    await take(1);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * windowMs });
    try {
      await expect(take(1)).rejects.toMatchObject({ code: "rate_limited" });
    } finally {
      vi.useRealTimers();
    }
  });

  test("in the last moment of a window wait a second at least, not no time at all", async () => {
    await take(1);
    await age(windowMs - 200);
    const refused = await take(1).catch((error) => error);
    // Where the machine was slow, the window is over.
    if (Array.isArray(refused)) expect(refused).toEqual([1]);
    else expect(refused.details.retryAfterMs).toBe(1000);
  });

  test("that one of several limits refuses count in none of them", async () => {
    const other = `${key}:other`;
    await take(1, other);
    const both = () =>
      takeAttempts([
        { key, most: 5, windowMs },
        { key: other, most: 1, windowMs },
      ]);
    await expect(both()).rejects.toMatchObject({ code: "rate_limited" });
    expect(await countOf()).toBeUndefined();
    await clearAttempts(other);
    expect(await both()).toEqual([1, 1]);
  });

  test("that were no guesses are given back, and never more than were taken", async () => {
    await take();
    await take();
    await giveAttemptsBack([key]);
    expect(await countOf()).toBe(1);
    for (let time = 0; time < 3; time += 1) await giveAttemptsBack([key, `${key}:unknown`]);
    await giveAttemptsBack([]);
    expect(await countOf()).toBe(0);
    expect(await take(1)).toEqual([1]);
  });

  test("given back while others are taken under the same keys end in no deadlock", async () => {
    const [email, address] = [`${key}:email`, `${key}:address`];
    // As sign-in takes them: the email first. The other order lies in the table and in its index.
    await take(undefined, address);
    await take(undefined, email);
    const given = await db().transaction(async (tx) => {
      const hold = (of: string) =>
        tx.execute(sql`update ${attempts} set count = count + 1 where key = ${of}`);
      await hold(email);
      const giving = Promise.allSettled([giveAttemptsBack([email, address])]);
      await untilWaitedFor(tx);
      await hold(address);
      // Not awaited before the commit that it waits for.
      return () => giving;
    });
    expect(await given()).toMatchObject([{ status: "fulfilled" }]);
    expect([await countOf(email), await countOf(address)]).toEqual([1, 1]);
  });
});

describe("forgetting", () => {
  test("under a beginning takes it by the letter: no sign in it stands for others", async () => {
    const percent = `${key}:a%_`;
    const plain = `${key}:abc`;
    for (const each of [percent, `${percent}:x`, plain]) await take(undefined, each);
    await clearAttemptsUnder(percent);
    expect([await countOf(percent), await countOf(`${percent}:x`)]).toEqual([undefined, undefined]);
    expect(await countOf(plain)).toBe(1);
  });

  test("by age spares what still counts", async () => {
    const old = `${key}:old`;
    await take(undefined, old);
    await take();
    await db()
      .update(attempts)
      .set({ windowStartedAt: new Date(Date.now() - 10_000_000) })
      .where(eq(attempts.key, old));
    await sweepAttempts();
    expect([await countOf(old), await countOf()]).toEqual([undefined, 1]);
  });
});

test("whatever somebody typed makes a key of one length, and two texts never share one", () => {
  const typed = [
    "",
    "ada@example.com",
    "ADA@example.com",
    "a\u0000b",
    "x".repeat(100_000),
    "'; --",
  ];
  const keys = typed.map(hashForKey);
  for (const each of keys) expect(each).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(keys).size).toBe(typed.length);
});
