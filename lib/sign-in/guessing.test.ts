import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, users } from "@/drizzle/schema/accounts";
import { changePassword } from "../accounts/change-password";
import { endAllSessions } from "../accounts/end-all-sessions";
import { requestPasswordReset } from "../accounts/request-password-reset";
import { resetPassword } from "../accounts/reset-password";
import { hashForKey } from "../attempts/attempts";
import { db } from "../core/db";
import { addDevice, deviceOf } from "../sessions/device";
import { keptMail, ticketIn } from "../testing/kept-mail";
import { mintAccount } from "../testing/mint-account";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { soakOr } from "../testing/soak-or";
import { startTotp } from "../two-step/start-totp";
import { beginSignIn } from "./begin-sign-in";
import { signIn } from "./sign-in";

const wrong = "a wrong password";
const free = 100;
const guessers = soakOr(1000, 300);
/** More than may wait at once. */
const relentless = soakOr(60, 30);
const strangers = soakOr(220, 80);

let lastAddress = 0;
/** An address that no other test counts under. */
function freshAddress(): string {
  lastAddress += 1;
  return `10.${process.pid % 200}.${lastAddress >> 8}.${lastAddress & 255}`;
}

function guess(email: string, address = freshAddress()) {
  return signIn({ visitor: { ...nobody, address }, input: { email, password: wrong } });
}

const hasCode = (outcome: PromiseSettledResult<unknown>, code: string) =>
  outcome.status === "rejected" && outcome.reason.code === code;
const isRefused = (outcome: PromiseSettledResult<unknown>) => hasCode(outcome, "rate_limited");

/** What the browser of a user keeps once they have signed in with it. */
async function deviceCookie(userId: string, before = ""): Promise<string> {
  const [user] = await db().select().from(users).where(eq(users.id, userId));
  if (!user) throw new Error("There is no such user.");
  return addDevice(before, user);
}

/** As if so many guesses had been made just now. */
async function preset(key: string, count: number): Promise<void> {
  await db()
    .insert(attempts)
    .values({ key, count, windowStartedAt: new Date() })
    .onConflictDoUpdate({ target: attempts.key, set: { count } });
}

describe("guesses from elsewhere", () => {
  it("refuse whoever makes them, and never the owner at another address", async () => {
    const { email, password } = await mintAccount();
    const guesser = freshAddress();
    for (let count = 0; count < 10; count += 1) await guess(email, guesser).catch(() => {});
    await expect(guess(email, guesser)).rejects.toMatchObject({ code: "rate_limited" });
    const owner = {
      visitor: { ...nobody, address: freshAddress() },
      input: { email, password },
    };
    await expect(signIn(owner)).resolves.toBeDefined();
    await expect(guess(email, guesser)).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("from the owner's own address do not refuse the browser they signed in with before", async () => {
    const { email, password, userId } = await mintAccount();
    const address = freshAddress();
    for (let count = 0; count < 11; count += 1) await guess(email, address).catch(() => {});
    const visitor = { ...nobody, address };
    const guessed = beginSignIn({ visitor, input: { email, password } });
    await expect(guessed).rejects.toMatchObject({ code: "rate_limited" });
    const devices = await deviceCookie(userId);
    await expect(
      beginSignIn({ visitor, input: { email, password, devices } }),
    ).resolves.toMatchObject({ kind: "signed_in" });
  });

  it(`from ${guessers} addresses are slowed to two a second, and the owner gets in meanwhile and after`, {
    timeout: 150_000,
  }, async () => {
    const { email, password, userId } = await mintAccount();
    const devices = await deviceCookie(userId);
    const emailKey = `sign-in:email:${hashForKey(email)}`;
    await preset(emailKey, free);
    const startedAt = performance.now();
    let settled = 0;
    const guesses = Array.from({ length: guessers }, () =>
      guess(email).finally(() => (settled += 1)),
    );
    const flood = Promise.allSettled(guesses);
    await expect.poll(() => countOf(emailKey)).toBeGreaterThan(free);
    await beginSignIn({ visitor: nobody, input: { email, password, devices } });
    expect(settled).toBeLessThan(guessers);
    const outcomes = await flood;
    const seconds = (performance.now() - startedAt) / 1000;
    const refused = outcomes.filter(isRefused);
    const checked = outcomes.filter((outcome) => hasCode(outcome, "unauthorized"));
    expect(checked.length).toBeLessThanOrEqual(seconds * 2 + 2);
    // Nobody waits for longer than the line is, or is sent away for longer.
    for (const outcome of refused as PromiseRejectedResult[]) {
      expect(outcome.reason.details.retryAfterMs).toBeLessThanOrEqual(11_000);
    }
    const owner = {
      visitor: { ...nobody, address: freshAddress() },
      input: { email, password },
    };
    await expect(signIn(owner)).resolves.toBeDefined();
  });

  it(`from ${relentless} addresses that never stop let the owner in at a browser of theirs that is new`, {
    timeout: 60_000,
  }, async () => {
    const { email, password } = await mintAccount();
    await preset(`sign-in:email:${hashForKey(email)}`, free);
    const addresses = Array.from({ length: relentless }, freshAddress);
    let isOver = false;
    const guessers = addresses.map(async (address) => {
      while (!isOver) await guess(email, address).catch(() => pause(20));
    });
    await expect
      .poll(() => countOf(`sign-in:email:${hashForKey(email)}`))
      .toBeGreaterThan(free + relentless);
    const owner = {
      visitor: { ...nobody, address: freshAddress() },
      input: { email, password },
    };
    await expect(signIn(owner)).resolves.toBeDefined();
    isOver = true;
    await Promise.all(guessers);
  });

  it("at other e-mails do not keep a known browser waiting behind them", {
    timeout: 150_000,
  }, async () => {
    const { email, password, userId } = await mintAccount();
    const devices = await deviceCookie(userId);
    let settled = 0;
    const flood = Array.from({ length: strangers }, () =>
      guess(`${randomUUID()}@example.com`)
        .catch(() => {})
        .finally(() => (settled += 1)),
    );
    await expect.poll(() => settled).toBeGreaterThan(0);
    await beginSignIn({ visitor: nobody, input: { email, password, devices } });
    expect(settled).toBeLessThan(strangers);
    await Promise.all(flood);
  });
});

describe("an address that many share", () => {
  it("goes on at two a second after a hundred wrong guesses, and the right password still gets in", async () => {
    const address = freshAddress();
    await preset(`sign-in:address:${address}`, free);
    const colleague = await mintAccount();
    const startedAt = performance.now();
    await guess(`${randomUUID()}@example.com`, address).catch(() => {});
    await guess(`${randomUUID()}@example.com`, address).catch(() => {});
    await expect(
      signIn({ visitor: { ...nobody, address }, input: colleague }),
    ).resolves.toBeDefined();
    expect(performance.now() - startedAt).toBeGreaterThan(900);
  });
});

describe("a browser that signed in before", () => {
  it("guesses ten times at its own account, then slower, and is never refused", async () => {
    const { email, password, userId } = await mintAccount();
    const devices = await deviceCookie(userId);
    const visitor = { ...nobody, address: freshAddress() };
    for (let count = 0; count < 11; count += 1) {
      const guessed = beginSignIn({ visitor, input: { email, devices, password: wrong } });
      await expect(guessed).rejects.toMatchObject({ code: "unauthorized" });
    }
    await expect(
      beginSignIn({ visitor, input: { email, devices, password } }),
    ).resolves.toBeDefined();
  });

  it.each<[string, (person: Awaited<ReturnType<typeof mintSignedIn>>) => Promise<unknown>]>([
    [
      "a new password",
      ({ password, actor }) =>
        changePassword({
          actor,
          input: { current_password: password, new_password: "another long one" },
        }),
    ],
    [
      "a password reset",
      async ({ email }) => {
        await requestPasswordReset({ visitor: nobody, input: { email } });
        const ticket = ticketIn(await keptMail(email, "Set a new password"));
        await resetPassword({
          visitor: nobody,
          input: { ticket, new_password: "another long one" },
        });
      },
    ],
    ["signing out everywhere", ({ actor }) => endAllSessions({ actor })],
  ])("is a stranger again after %s", async (_what, revoke) => {
    const person = await mintSignedIn();
    const cookie = await deviceCookie(person.userId);
    const find = async () => {
      const [user] = await db().select().from(users).where(eq(users.id, person.userId));
      return user && deviceOf(cookie, user);
    };
    expect(await find()).toBeDefined();
    await revoke(person);
    expect(await find()).toBeUndefined();
  });

  it("is known to those who signed in with it, to nobody by a made-up cookie, and keeps five accounts", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => mintAccount()));
    let cookie = "";
    for (const { userId } of people) cookie = await deviceCookie(userId, cookie);
    const rows = await db()
      .select()
      .from(users)
      .where(
        inArray(
          users.id,
          people.map(({ userId }) => userId),
        ),
      );
    const known = rows.filter((user) => deviceOf(cookie, user));
    expect(known.map(({ id }) => id).sort()).toEqual(
      people
        .slice(1)
        .map(({ userId }) => userId)
        .sort(),
    );
    const [user] = known;
    if (!user) throw new Error("Nobody is known.");
    for (const made of [
      "",
      ".",
      "x",
      "....",
      user.id,
      `${cookie.slice(0, 40)}A`,
      "é".repeat(5000),
    ]) {
      expect(deviceOf(made, user)).toBeUndefined();
    }
  });
});

describe("asking for the password of who is signed in", () => {
  it("is not used up by guesses at the sign-in page", async () => {
    const { email, password, actor } = await mintSignedIn();
    await preset(`sign-in:pair:${hashForKey(email)}:unknown`, 10);
    await preset(`sign-in:email:${hashForKey(email)}`, 10_000);
    await expect(startTotp({ actor, input: { password } })).resolves.toBeUndefined();
  });

  it("gives a stolen session ten guesses, and takes none from the owner's", async () => {
    const { password, actor, again } = await mintSignedIn();
    const { sessionId } = await again();
    const thief = { ...actor, sessionId };
    for (let count = 0; count < 10; count += 1) {
      await expect(startTotp({ actor: thief, input: { password: wrong } })).rejects.toMatchObject({
        code: "invalid_request",
      });
    }
    await expect(startTotp({ actor: thief, input: { password } })).rejects.toMatchObject({
      code: "rate_limited",
    });
    const change = { current_password: password, new_password: "another long one" };
    await expect(changePassword({ actor, input: change })).resolves.toBeDefined();
  });
});

async function countOf(key: string): Promise<number> {
  const [row] = await db().select().from(attempts).where(eq(attempts.key, key));
  return row?.count ?? 0;
}
