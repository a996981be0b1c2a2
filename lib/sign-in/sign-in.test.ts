import { randomUUID } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { attempts, sessions } from "@/drizzle/schema/accounts";
import { addressGroup } from "../attempts/address-group";
import { hashForKey } from "../attempts/attempts";
import { db } from "../core/db";
import { env } from "../core/env";
import { readSession } from "../sessions/read-session";
import { sweepSessions } from "../sessions/sweep-sessions";
import { mintAccount } from "../testing/mint-account";
import { nobody } from "../testing/signed-in";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

// The real hashing, watched, so that a test can see whether it happened.
vi.mock("@node-rs/argon2", { spy: true });

const wrong = "a wrong password";
let lastAddress = 0;
/** An address that no other test counts under. */
function freshAddress(): string {
  lastAddress += 1;
  return `10.${process.pid % 250}.${lastAddress >> 8}.${lastAddress & 255}`;
}

describe("signing in", () => {
  it("starts a session for the right password, whatever the e-mail's case", async () => {
    const { email, password, userId, accountId } = await mintAccount();
    const signedIn = await signIn({
      visitor: { ...nobody, address: "192.0.2.1", userAgent: "browser" },
      input: { email: ` ${email.toUpperCase()}`, password },
    });
    expect(signedIn).toMatchObject({ userId, accountId });
    expect(await readSession(signedIn.sessionId)).toMatchObject({ ...signedIn, email });
  });

  it("takes a password typed in another Unicode form", async () => {
    const email = `${randomUUID()}@example.com`;
    await signUp({
      visitor: nobody,
      input: { email, password: "za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105" },
    });
    const password = "za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105".normalize("NFD");
    await expect(signIn({ visitor: nobody, input: { email, password } })).resolves.toBeDefined();
  });

  it("gives an unknown e-mail and a wrong password the same answer for the same work", async () => {
    const { email } = await mintAccount();
    const refused = { code: "unauthorized", message: "Wrong email or password." };
    for (const asked of [
      email,
      `${randomUUID()}@example.com`,
      "no e-mail at all",
      "nul\0@example.com",
    ]) {
      vi.mocked(verify).mockClear();
      const guess = signIn({ visitor: nobody, input: { email: asked, password: wrong } });
      await expect(guess).rejects.toMatchObject(refused);
      expect(verify).toHaveBeenCalledTimes(1);
      expect(vi.mocked(verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
  });

  it("lets ten guesses at an e-mail from an address pass, also when forty come at once, and then not even the right one", async () => {
    const { email, password } = await mintAccount();
    const address = freshAddress();
    for (const asked of [email, `${randomUUID()}@example.com`]) {
      const guesses = Array.from({ length: 40 }, () =>
        signIn({ visitor: { ...nobody, address }, input: { email: asked, password: wrong } }),
      );
      expect(await countCodes(guesses)).toEqual({ unauthorized: 10, rate_limited: 30 });
    }
    const right = signIn({ visitor: { ...nobody, address }, input: { email, password } });
    await expect(right).rejects.toMatchObject({
      code: "rate_limited",
      message: expect.stringMatching(/^Too many attempts\. Try again in \d+ seconds\.$/),
      details: { retryAfterMs: expect.toSatisfy((ms: number) => ms > 800_000 && ms <= 900_000) },
    });
  });

  it("does not count what was no failure: twelve right passwords in a row all pass", async () => {
    const { email, password } = await mintAccount();
    const address = freshAddress();
    for (let count = 0; count < 12; count += 1) {
      await expect(
        signIn({ visitor: { ...nobody, address }, input: { email, password } }),
      ).resolves.toBeDefined();
    }
  });

  it("starts to count anew when the window has passed", async () => {
    const { email, password } = await mintAccount();
    const address = freshAddress();
    const guesses = Array.from({ length: 10 }, () =>
      signIn({ visitor: { ...nobody, address }, input: { email, password: wrong } }),
    );
    await Promise.allSettled(guesses);
    const key = `sign-in:pair:${hashForKey(email)}:${address}`;
    await expect(
      signIn({ visitor: { ...nobody, address }, input: { email, password } }),
    ).rejects.toMatchObject({
      code: "rate_limited",
    });
    await db()
      .update(attempts)
      .set({ windowStartedAt: new Date(Date.now() - 16 * 60_000) })
      .where(eq(attempts.key, key));
    await expect(
      signIn({ visitor: { ...nobody, address }, input: { email, password } }),
    ).resolves.toBeDefined();
  });
});

describe("signing up", () => {
  it("opens the account and signs in", async () => {
    const email = `${randomUUID()}@example.com`;
    const { sessionId, accountId } = await signUp({
      visitor: nobody,
      input: { email, password: "twelve or more" },
    });
    expect(await readSession(sessionId)).toMatchObject({ email, accountId });
  });

  it("opens only so many accounts from one address in an hour", async () => {
    const address = "2001:db8:1:2::1";
    const most = env().SIGN_UPS_PER_HOUR;
    await db()
      .insert(attempts)
      .values({
        key: "sign-up:address:2001:db8:1:2::/64",
        windowStartedAt: new Date(),
        count: most - 1,
      });
    const open = (from: string) =>
      signUp({
        visitor: { ...nobody, address: from },
        input: { email: `${randomUUID()}@example.com`, password: "twelve or more" },
      });
    await expect(open(address)).resolves.toBeDefined();
    await expect(open("2001:db8:1:2:ffff::9")).rejects.toMatchObject({ code: "rate_limited" });
    await expect(open("2001:db8:1:3::1")).resolves.toBeDefined();
  });
});

describe("sweeping", () => {
  it("removes what has run out and keeps what lives", async () => {
    const { email, password } = await mintAccount();
    const { sessionId: old } = await signIn({ visitor: nobody, input: { email, password } });
    const { sessionId: living } = await signIn({ visitor: nobody, input: { email, password } });
    await db()
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(sessions.id, old));
    await sweepSessions();
    const left = await db().select({ id: sessions.id }).from(sessions);
    expect(left).toContainEqual({ id: living });
    expect(left).not.toContainEqual({ id: old });
  });
});

describe("the group an address is counted in", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0DB8:0:0:1:2:3:4", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["nonsense", undefined],
    [null, undefined],
  ])("of %j is %j", (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

async function countCodes(guesses: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const outcome of await Promise.allSettled(guesses)) {
    const code = outcome.status === "rejected" ? String(outcome.reason.code) : "signed in";
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
