import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { operatorOf } from "../core/actor";
import { grantCredits } from "../credits/grant-credits";
import { personOf } from "../sessions/person-of";
import { readSession } from "../sessions/read-session";
import { signUp } from "../sign-in/sign-up";
import { keptMail, ticketIn } from "../testing/kept-mail";
import { nobody } from "../testing/signed-in";
import { normalizeAddress } from "./_normalize-address";
import { confirmEmail } from "./confirm-email";
import { createAccount } from "./create-account";
import { isWelcomeWithheld } from "./is-welcome-withheld";
import { requestEmailChange } from "./request-email-change";

const password = "twelve or more";
const fresh = () => randomUUID().replaceAll("-", "");

/** A mailbox of nine letters and digits at Gmail, and ways to spell it. */
function gmailSpellings(): [string, ...string[]] {
  const name = `f${fresh().slice(0, 20)}`;
  return [
    `${name}@gmail.com`,
    `${name}+1@gmail.com`,
    `${name.slice(0, 3)}.${name.slice(3)}@gmail.com`,
    `${name.toUpperCase()}@GMAIL.COM`,
    `${name.slice(0, 1)}.${name.slice(1)}+x+y@googlemail.com`,
  ];
}

describe("welcome credits", () => {
  it("are granted once per mailbox; its other spellings open accounts with 0 credits that say why", async () => {
    const [first, ...others] = gmailSpellings();
    expect(await createAccount({ email: first, password })).toMatchObject({
      credits: 100,
      isWelcomeWithheld: false,
    });
    // In capitals it is the very same e-mail, and taken.
    for (const email of others.filter((each) => each.toLowerCase() !== first)) {
      const { accountId, ...created } = await createAccount({ email, password });
      expect(created).toMatchObject({ credits: 0, isWelcomeWithheld: true });
      expect(await isWelcomeWithheld({ actor: operatorOf(accountId) })).toBe(true);
      await grantCredits({ actor: operatorOf(accountId), input: { credits: 5, note: "Top-up" } });
      expect(await isWelcomeWithheld({ actor: operatorOf(accountId) })).toBe(false);
    }
  });

  it("go to one of ten that sign up with spellings of one mailbox at the same moment", async () => {
    const name = fresh();
    const created = await Promise.all(
      Array.from({ length: 10 }, (_, count) =>
        createAccount({ email: `${name}+${count}@example.com`, password }),
      ),
    );
    expect(created.map(({ credits }) => credits).sort((a, b) => b - a)).toEqual([
      100,
      ...Array.from({ length: 9 }, () => 0),
    ]);
  });

  it("are not used up by a sign-up that failed", async () => {
    const name = fresh();
    const email = `${name}@example.com`;
    await expect(createAccount({ email, password: "passwordpassword" })).rejects.toBeDefined();
    expect(await createAccount({ email, password })).toMatchObject({ credits: 100 });
  });

  it("are not granted again after the e-mail was changed, at the old address nor at the new one", async () => {
    const [from, to] = [fresh(), fresh()];
    const email = `${from}@example.com`;
    const { sessionId } = await signUp({ visitor: nobody, input: { email, password } });
    const session = await readSession(sessionId);
    if (!session) throw new Error("Nobody is signed in.");
    const new_email = `${to}@example.com`;
    await requestEmailChange({ actor: personOf(session, nobody), input: { new_email, password } });
    await confirmEmail({
      visitor: nobody,
      input: { ticket: ticketIn(await keptMail(new_email, "Confirm your new email")) },
    });
    for (const again of [email, `${to}+again@example.com`]) {
      expect(await createAccount({ email: again, password })).toMatchObject({ credits: 0 });
    }
  });

  it("leave it to the administrator to give any account what they choose", async () => {
    const name = fresh();
    const create = (tag: string, credits?: number) =>
      createAccount({ email: `${name}+${tag}@example.com`, password, credits });
    expect(await create("a", 7)).toMatchObject({ credits: 7, isWelcomeWithheld: false });
    expect(await create("b", 500)).toMatchObject({ credits: 500, isWelcomeWithheld: false });
    expect(await create("c", 0)).toMatchObject({ credits: 0, isWelcomeWithheld: false });
    expect(await create("d")).toMatchObject({ credits: 0, isWelcomeWithheld: true });
  });
});

describe("an address is the same mailbox", () => {
  it.each([
    ["farm+1@example.com", "farm@example.com"],
    ["FARM@Example.COM", "farm@example.com"],
    [" farm@example.com ", "farm@example.com"],
    ["farm@example.com.", "farm@example.com"],
    ["f.a.r.m+x@gmail.com", "farm@gmail.com"],
    ["farm@googlemail.com", "farm@gmail.com"],
    ["ｆａｒｍ@gmail.com", "farm@gmail.com"],
    ["farm@ＧＭＡＩＬ.com", "farm@gmail.com"],
    ["f.a-r_m@protonmail.com", "farm@proton.me"],
    ["farm@pm.me", "farm@proton.me"],
    ["farm@me.com", "farm@icloud.com"],
    ["farm@żółw.pl", "farm@xn--w-uga1v8h.pl"],
    ["farm@XN--W-UGA1V8H.pl", "farm@xn--w-uga1v8h.pl"],
    ["za\u017c\u00f3\u0142\u0107@example.com", "zaz\u0307o\u0301\u0142c\u0301@example.com"],
  ])("%s and %s", (one, other) => {
    expect(normalizeAddress(one)).toBe(normalizeAddress(other));
  });

  it.each([
    ["f.arm@example.com", "farm@example.com"],
    ["f.arm@outlook.com", "farm@outlook.com"],
    ["f-arm@gmail.com", "farm@gmail.com"],
    ["farm@mail.example.com", "farm@example.com"],
    ["+1@example.com", "+2@example.com"],
    ["farm@outlook.com", "farm@hotmail.com"],
  ])("and not: %s and %s", (one, other) => {
    expect(normalizeAddress(one)).not.toBe(normalizeAddress(other));
  });
});
