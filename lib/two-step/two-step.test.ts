import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { recoveryCodes, sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { readSession } from "../sessions/read-session";
import { sealSession, unsealSession } from "../sessions/session-cookie";
import { beginSignIn } from "../sign-in/begin-sign-in";
import { finishSignIn } from "../sign-in/finish-sign-in";
import { signIn } from "../sign-in/sign-in";
import { appCode } from "../testing/app-code";
import { keptMail } from "../testing/kept-mail";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { matchingStep, openTotpSecret, sealTotpSecret } from "./_totp";
import { disableTotp } from "./disable-totp";
import { disableTotpAsAdmin } from "./disable-totp-as-admin";
import { enableTotp } from "./enable-totp";
import { getTotp } from "./get-totp";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { startTotp } from "./start-totp";

async function started() {
  const person = await mintSignedIn();
  await startTotp({ actor: person.actor, input: { password: person.password } });
  const state = await getTotp({ actor: person.actor });
  if (state.kind !== "pending") throw new Error("it should be pending");
  return { ...person, ...state };
}

/** The code that turns it on is of the step before, so that the current one is still unused. */
async function enabled() {
  const person = await started();
  const { codes } = await enableTotp({
    actor: person.actor,
    input: { code: appCode(person.secret, -1) },
  });
  const begin = async () => {
    const begun = await beginSignIn({ visitor: nobody, input: person });
    if (begun.kind !== "second_step") throw new Error("it should ask for a code");
    return begun.ticket;
  };
  const finish = async (code: string, ticket?: string) =>
    finishSignIn({ visitor: nobody, input: { ticket: ticket ?? (await begin()), form: { code } } });
  return { ...person, codes, begin, finish };
}

describe("the codes of an authenticator app", () => {
  // RFC 6238, appendix B, the SHA-1 rows: the secret "12345678901234567890" and the last six of eight digits.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  it.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
  ])("at second %d are those of the RFC: %s", (seconds, code) => {
    vi.spyOn(Date, "now").mockReturnValue(seconds * 1000);
    expect(matchingStep(secret, code)).toBe(Math.floor(seconds / 30));
    vi.restoreAllMocks();
  });

  it("are taken of this half minute and its neighbours, no further", () => {
    for (const steps of [-1, 0, 1])
      expect(matchingStep(secret, appCode(secret, steps))).not.toBeNull();
    for (const steps of [-3, 3]) expect(matchingStep(secret, appCode(secret, steps))).toBeNull();
  });

  it("come from a secret that the database holds encrypted only", async () => {
    const { secret, userId } = await started();
    const [user] = await db().select().from(users).where(eq(users.id, userId));
    expect(JSON.stringify(user)).not.toContain(secret);
    expect(openTotpSecret(user?.totpSecret ?? "")).toBe(secret);
    const sealed = sealTotpSecret(secret);
    expect(openTotpSecret(`${sealed.slice(0, -4)}AAAA`)).toBeUndefined();
  });
});

describe("turning two-step sign-in on", () => {
  it("ends the other sessions when that is ticked, and this one stays", async () => {
    const { actor, session, secret, again } = await started();
    const { sessionId: other } = await again();
    const input = { code: appCode(secret), end_other_sessions: "on" };
    expect(await enableTotp({ actor, input })).toMatchObject({ hasEndedOthers: true });
    expect(await readSession(other)).toBeNull();
    expect(await readSession(session.sessionId)).not.toBeNull();
  });

  it("keeps the other sessions when that is not ticked, or the code was wrong", async () => {
    const { actor, secret, again } = await started();
    const { sessionId: other } = await again();
    const ticked = { code: "000000", end_other_sessions: "on" };
    await expect(enableTotp({ actor, input: ticked })).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(await enableTotp({ actor, input: { code: appCode(secret) } })).toMatchObject({
      hasEndedOthers: false,
    });
    expect(await readSession(other)).not.toBeNull();
  });

  it("needs the password, then a code of the app; until then nothing changes", async () => {
    const { actor, email, password, secret, address } = await started();
    await expect(startTotp({ actor, input: { password: "not this" } })).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(address).toContain(`secret=${secret}`);
    expect(address).toContain("issuer=Depesza");
    await expect(enableTotp({ actor, input: { code: "000000" } })).rejects.toMatchObject({
      details: { fields: { code: ["This code is wrong or was used before."] } },
    });
    await expect(signIn({ visitor: nobody, input: { email, password } })).resolves.toBeDefined();
    const { codes } = await enableTotp({ actor, input: { code: appCode(secret) } });
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
    await keptMail(email, "Two-step sign-in is on");
    await expect(startTotp({ actor, input: { password } })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("shows the secret no more once it is on", async () => {
    const { actor, secret } = await enabled();
    const state = await getTotp({ actor });
    expect(state).toMatchObject({ kind: "on", codesLeft: 10 });
    expect(JSON.stringify(state)).not.toContain(secret);
  });
});

describe("signing in with two steps", () => {
  it("gives nothing for the password alone: no session, and a ticket that is none", async () => {
    const { begin, userId, session, ...person } = await enabled();
    await db().delete(sessions).where(eq(sessions.userId, userId));
    const ticket = await begin();
    expect(await db().select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
    expect(await readSession(ticket)).toBeNull();
    expect(await unsealSession(ticket)).toBeNull();
    expect(await readSession(await unsealSession(await sealSession(ticket)))).toBeNull();
    await expect(signIn({ visitor: nobody, input: person })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("takes the app's code, written with a space too, and never the same code again", async () => {
    const { finish, secret, userId } = await enabled();
    const code = appCode(secret);
    const { sessionId } = await finish(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(await readSession(sessionId)).toMatchObject({ userId });
    await expect(finish(code)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(finish(appCode(secret, -1))).rejects.toMatchObject({ code: "invalid_request" });
    await expect(finish(appCode(secret, 1))).resolves.toBeDefined();
  });

  it("takes one code once when two browsers send it at the same moment", async () => {
    const { finish, begin, secret } = await enabled();
    const found = [await begin(), await begin(), await begin()];
    const code = appCode(secret);
    const outcomes = await Promise.allSettled(found.map((ticket) => finish(code, ticket)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes each recovery code once, however it was copied", async () => {
    const { actor, finish, codes, userId } = await enabled();
    const [first = "", second = ""] = codes;
    await expect(finish(first.toLowerCase().replaceAll("-", " "))).resolves.toBeDefined();
    await expect(finish(first)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(finish(second)).resolves.toBeDefined();
    expect(await getTotp({ actor })).toMatchObject({ codesLeft: 8 });
    const rows = await db().select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    expect(JSON.stringify(rows)).not.toContain(first);
  });

  it("uses the ticket up", async () => {
    const { finish, begin, codes } = await enabled();
    const ticket = await begin();
    await finish(codes[0] ?? "", ticket);
    await expect(finish(codes[1] ?? "", ticket)).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("takes ten guesses, whatever the tickets, and then not even the right code", async () => {
    const { finish, secret } = await enabled();
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(finish("000000")).rejects.toMatchObject({ code: "invalid_request" });
    }
    await expect(finish(appCode(secret))).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("helps nobody with another person's ticket or code", async () => {
    const one = await enabled();
    const other = await enabled();
    const ticket = await one.begin();
    await expect(one.finish(appCode(other.secret), ticket)).rejects.toMatchObject({
      code: "invalid_request",
    });
    await expect(one.finish(other.codes[0] ?? "", ticket)).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

describe("turning it off and renewing the codes", () => {
  it("needs the password and a code, ends half-made sign-ins, and is told by mail", async () => {
    const { actor, begin, finish, codes, password, secret, email } = await enabled();
    const ticket = await begin();
    const code = appCode(secret);
    for (const input of [
      { password: "not this one", code },
      { password, code: "000000" },
    ]) {
      await expect(disableTotp({ actor, input })).rejects.toMatchObject({
        code: "invalid_request",
      });
    }
    await disableTotp({ actor, input: { password, code } });
    await keptMail(email, "Two-step sign-in is off");
    await expect(finish(codes[0] ?? "", ticket)).rejects.toMatchObject({ code: "unauthorized" });
    await expect(signIn({ visitor: nobody, input: { email, password } })).resolves.toBeDefined();
  });

  it("new recovery codes make the old ones worthless", async () => {
    const { actor, finish, codes, password } = await enabled();
    const fresh = await renewRecoveryCodes({ actor, input: { password } });
    expect(fresh).toHaveLength(10);
    await expect(finish(codes[0] ?? "")).rejects.toMatchObject({ code: "invalid_request" });
    await expect(finish(fresh[0] ?? "")).resolves.toBeDefined();
  });

  it("the administrator can turn it off for someone who lost everything", async () => {
    const { email, password } = await enabled();
    expect(await disableTotpAsAdmin(` ${email.toUpperCase()}`)).toEqual({
      wasOn: true,
      isMailSent: true,
    });
    await expect(signIn({ visitor: nobody, input: { email, password } })).resolves.toBeDefined();
    await keptMail(email, "Two-step sign-in is off");
    expect(await disableTotpAsAdmin(email)).toMatchObject({ wasOn: false });
    await expect(disableTotpAsAdmin("nobody@example.com")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
