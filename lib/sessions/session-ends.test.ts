import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts, sessions } from "@/drizzle/schema/accounts";
import { closeDatabase, db } from "../core/db";
import { ageSession } from "../testing/age-session";
import { mintAccount } from "../testing/mint-account";
import { createSession } from "./create-session";
import { endAccountSessions } from "./end-account-sessions";
import { endSession } from "./end-session";
import { endUserSessions } from "./end-user-sessions";
import { readSession } from "./read-session";
import { sessionFromCookie } from "./read-session-cookie";
import { sealSession, sessionCookie } from "./session-cookie";
import { sessionLifetime } from "./session-lifetime";
import { sweepSessions } from "./sweep-sessions";

let userId = "";
let accountId = "";
let other = { userId: "", accountId: "" };
beforeAll(async () => {
  [{ userId, accountId }, other] = await Promise.all([mintAccount(), mintAccount()]);
});
afterAll(closeDatabase);
beforeEach(() => db().delete(sessions).where(sql`user_id in (${userId}, ${other.userId})`));

const open = (user = userId, userAgent: string | null = null) =>
  createSession({ visitor: { address: null, userAgent, language: "en" }, input: { userId: user } });
const isOpen = async (id: string) => (await readSession(id)) !== null;

const ago = (ms: number) => new Date(Date.now() - ms);

describe("a session", () => {
  test("lives to the last minute of its time, used or not, and no longer", async () => {
    const [used, unused, old] = [await open(), await open(), await open()];
    await ageSession(used, { lastSeenAt: ago(sessionLifetime.idleMs - 60_000) });
    await ageSession(unused, { lastSeenAt: ago(sessionLifetime.idleMs + 60_000) });
    await ageSession(old, { expiresAt: ago(60_000) });
    expect([await isOpen(used), await isOpen(unused), await isOpen(old)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("is swept when it is dead and not before: the sweep ends nothing that could be used", async () => {
    const [living, unused, old] = [await open(), await open(), await open()];
    await ageSession(living, { lastSeenAt: ago(sessionLifetime.idleMs - 60_000) });
    await ageSession(unused, { lastSeenAt: ago(sessionLifetime.idleMs + 60_000) });
    await ageSession(old, { expiresAt: ago(60_000) });
    await sweepSessions();
    const left = await db().select().from(sessions).where(eq(sessions.userId, userId));
    expect(left.map(({ id }) => id)).toEqual([living]);
  });

  test("ended twice is ended, and one that never was is no error", async () => {
    const id = await open();
    await endSession(id);
    await endSession(id);
    await endSession(randomUUID());
    expect(await isOpen(id)).toBe(false);
  });

  test("of a closed account opens nothing, even if it began in that very moment", async () => {
    const id = await open();
    await db().update(accounts).set({ eraseAfter: new Date() }).where(eq(accounts.id, accountId));
    expect(await isOpen(id)).toBe(false);
    await db().update(accounts).set({ eraseAfter: null }).where(eq(accounts.id, accountId));
    expect(await isOpen(id)).toBe(true);
  });

  test("keeps of a browser what can be stored, in 300 characters", async () => {
    const id = await open(userId, `\u0000Mozilla${"x".repeat(1000)}`);
    const [row] = await db().select().from(sessions).where(eq(sessions.id, id));
    expect(row?.userAgent).toBe(`Mozilla${"x".repeat(293)}`);
  });

  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8::1"],
    ["unknown", null],
    ["203.0.113.7, 10.0.0.1", null],
    ["", null],
  ])("names the address %j as %j", async (address, kept) => {
    const visitor = { address, userAgent: null, language: "en" } as const;
    const id = await createSession({ visitor, input: { userId } });
    const [row] = await db().select().from(sessions).where(eq(sessions.id, id));
    expect(row?.address).toBe(kept);
  });
});

describe("all sessions", () => {
  test("of a user, or of an account, end in a transaction: undone, they all go on", async () => {
    const [mine, others] = [await open(), await open(other.userId)];
    for (const end of [
      (tx: Parameters<typeof endUserSessions>[1]) => endUserSessions(userId, tx),
      (tx: Parameters<typeof endUserSessions>[1]) => endAccountSessions(accountId, tx),
    ]) {
      const id = await open();
      const undone = db().transaction(async (tx) => {
        await end(tx);
        throw new Error("undone");
      });
      await expect(undone).rejects.toThrow("undone");
      expect([await isOpen(id), await isOpen(others)]).toEqual([true, true]);
      await db().transaction(async (tx) => {
        await end(tx);
      });
      expect([await isOpen(id), await isOpen(others)]).toEqual([false, true]);
    }
    expect(await isOpen(mine)).toBe(false);
  });
});

describe("a Cookie header", () => {
  const hostile = [
    ...["", ";", "=", ";;=;", "a", "next-auth.session-token", "next-auth.session-token="],
    ...["next-auth.session-token=x", "next-auth.session-token=a.b.c.d.e", "\u0000"],
    `next-auth.session-token=${"x".repeat(100_000)}`,
  ];

  test.each([null, ...hostile])("such as %.40j is nobody's", async (header) => {
    expect(await sessionFromCookie(header)).toBeNull();
  });

  test("is read by its whole name, wherever it stands among others", async () => {
    const { name } = sessionCookie();
    const id = await open();
    const value = await sealSession(id);
    const headers = [
      `${name}=${value}`,
      `a=b;${name}=${value}`,
      `x${name}=no;  ${name}=${value} ; z`,
    ];
    for (const header of headers) {
      expect(await sessionFromCookie(header)).toMatchObject({ sessionId: id, userId, accountId });
    }
    expect(await sessionFromCookie(`x${name}=${value}`)).toBeNull();
    expect(await sessionFromCookie(`${name}x=${value}`)).toBeNull();
  });
});

test.each([undefined, null, "", 5, "x", "' or 1=1", ["x"], `${randomUUID()}x`, "\u0000"])(
  "%j is no session, and no error of the database",
  async (id) => {
    expect(await readSession(id)).toBeNull();
  },
);
