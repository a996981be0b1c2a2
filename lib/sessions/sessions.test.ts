import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { sessionUses } from "@/drizzle/schema/accounts";
import { changePassword } from "../accounts/change-password";
import { endAllSessions } from "../accounts/end-all-sessions";
import { db } from "../core/db";
import { signIn } from "../sign-in/sign-in";
import { ageSession } from "../testing/age-session";
import { mintAccount } from "../testing/mint-account";
import { nobody } from "../testing/signed-in";
import { endSession } from "./end-session";
import { personOf } from "./person-of";
import { readSession } from "./read-session";
import { sessionFromCookie } from "./read-session-cookie";
import { sealSession, sessionCookie } from "./session-cookie";

const dayMs = 24 * 60 * 60_000;

async function signedIn() {
  const account = await mintAccount();
  const again = () => signIn({ visitor: nobody, input: account });
  const { sessionId } = await again();
  const session = {
    sessionId,
    role: "owner" as const,
    isAdmin: false,
    userId: account.userId,
    accountId: account.accountId,
    email: account.email,
  };
  return { ...account, session, again };
}

describe("a session", () => {
  it("is read from its cookie among others", async () => {
    const { session } = await signedIn();
    const value = await sealSession(session.sessionId);
    const header = `theme=dark; ${sessionCookie().name}=${value}; other=1`;
    // The first account of an installation administers it, whichever test makes that one.
    const { isAdmin: _, ...named } = session;
    expect(await sessionFromCookie(header)).toMatchObject(named);
  });

  it("ends at once with sign-out, though the browser keeps the cookie", async () => {
    const { session } = await signedIn();
    const header = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
    await endSession(session.sessionId);
    expect(await sessionFromCookie(header)).toBeNull();
  });

  it("is nobody's without a cookie, with a forged one, and with the bare id in it", async () => {
    const { session } = await signedIn();
    const { name } = sessionCookie();
    const value = await sealSession(session.sessionId);
    const forged = value.slice(0, -4) + (value.endsWith("AAAA") ? "BBBB" : "AAAA");
    for (const header of [
      null,
      "",
      `x${name}=${value}`,
      `${name}=${forged}`,
      `${name}=${session.sessionId}`,
      `${name}=`,
    ]) {
      expect(await sessionFromCookie(header)).toBeNull();
    }
  });

  it("ends after 30 days, or after seven without use", async () => {
    const { session, again } = await signedIn();
    await ageSession(session.sessionId, { expiresAt: new Date(Date.now() - 1) });
    expect(await readSession(session.sessionId)).toBeNull();
    const { sessionId: idle } = await again();
    await ageSession(idle, { lastSeenAt: new Date(Date.now() - 7 * dayMs - 1000) });
    expect(await readSession(idle)).toBeNull();
  });

  it("notes its last use at most once a minute", async () => {
    const { session } = await signedIn();
    const seen = async () =>
      (await db().select().from(sessionUses).where(eq(sessionUses.sessionId, session.sessionId)))[0]
        ?.lastSeenAt;
    const first = await seen();
    await readSession(session.sessionId);
    expect(await seen()).toEqual(first);
    await ageSession(session.sessionId, { lastSeenAt: new Date(Date.now() - 61_000) });
    await readSession(session.sessionId);
    expect((await seen())?.getTime()).toBeGreaterThan(Date.now() - 10_000);
  });

  it("goes with all the others by signing out everywhere, and nobody else's does", async () => {
    const { session, again } = await signedIn();
    const { sessionId: second } = await again();
    const other = await signedIn();
    await endAllSessions({ actor: personOf(session, nobody) });
    expect(await readSession(session.sessionId)).toBeNull();
    expect(await readSession(second)).toBeNull();
    expect(await readSession(other.session.sessionId)).toEqual(other.session);
  });

  it.each([undefined, null, 1, "", "x", "00000000-0000-0000-0000-000000000000"])(
    "is not %j",
    async (id) => {
      expect(await readSession(id)).toBeNull();
    },
  );
});

describe("changing the password", () => {
  it("ends the other sessions, keeps this one, and the old password is worth nothing", async () => {
    const { session, again, email, password } = await signedIn();
    const { sessionId: second } = await again();
    const input = { current_password: password, new_password: "another long one" };
    await changePassword({ actor: personOf(session, nobody), input });
    expect(await readSession(second)).toBeNull();
    expect(await readSession(session.sessionId)).toEqual(session);
    await expect(signIn({ visitor: nobody, input: { email, password } })).rejects.toMatchObject({
      code: "unauthorized",
    });
    await expect(
      signIn({ visitor: nobody, input: { email, password: "another long one" } }),
    ).resolves.toBeDefined();
  });

  it("leaves no session to those who sign in with the old password while it is being changed", async () => {
    const { session, again, password } = await signedIn();
    const others = Array.from({ length: 8 }, () => again());
    const input = { current_password: password, new_password: "another long one" };
    const [changed, ...tries] = await Promise.allSettled([
      changePassword({ actor: personOf(session, nobody), input }),
      ...others,
    ]);
    expect(changed.status).toBe("fulfilled");
    for (const attempt of tries) {
      if (attempt.status === "fulfilled") {
        expect(await readSession(attempt.value.sessionId)).toBeNull();
      }
    }
    expect(await readSession(session.sessionId)).toEqual(session);
  });

  it("counts once for one old password: of two browsers that change it at once one is refused", async () => {
    const { session, password } = await signedIn();
    const inputs = ["another long one", "a third long one"].map((new_password) =>
      changePassword({
        actor: personOf(session, nobody),
        input: { current_password: password, new_password },
      }),
    );
    const outcomes = await Promise.allSettled(inputs);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { details: { fields: { current_password: ["This is not your current password."] } } },
    });
  });

  it("asks for the current password and counts guesses at it", async () => {
    const { session, again } = await signedIn();
    const { sessionId: second } = await again();
    const guess = () =>
      changePassword({
        actor: personOf(session, nobody),
        input: { current_password: "not this one", new_password: "another long one" },
      });
    for (let count = 0; count < 10; count += 1) {
      await expect(guess()).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { current_password: ["This is not your current password."] } },
      });
    }
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
    expect(await readSession(second)).not.toBeNull();
  });

  it("holds the new password to the same rules", async () => {
    const { session, password } = await signedIn();
    for (const [wanted, sentence] of [
      ["short", "Use at least 12 characters."],
      ["passwordpassword", "This is one of the most used passwords. Choose another one."],
      [session.email, "Choose a password that is not your email."],
    ]) {
      const change = changePassword({
        actor: personOf(session, nobody),
        input: { current_password: password, new_password: wanted },
      });
      await expect(change).rejects.toMatchObject({
        details: { fields: { new_password: [sentence] } },
      });
    }
  });
});

describe("the session cookie", () => {
  it("is Secure and says so in its name exactly when the public address is https", async () => {
    expect(sessionCookie()).toMatchObject({
      name: "next-auth.session-token",
      options: { secure: false, httpOnly: true },
    });
    vi.resetModules();
    vi.stubEnv("APP_URL", "https://sms.example.com/");
    const { sessionCookie: behindTls } = await import("./session-cookie");
    expect(behindTls()).toMatchObject({
      name: "__Secure-next-auth.session-token",
      options: { secure: true },
    });
    vi.unstubAllEnvs();
  });
});
