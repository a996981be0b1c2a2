import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import { db } from "../core/db";
import { createAccount } from "./create-account";
import { findAccountByEmail } from "./find-account-by-email";
import { listAccounts } from "./list-accounts";

const password = "twelve or more";
const freshEmail = () => `${randomUUID()}@example.com`;

describe("opening an account", () => {
  it("gives the welcome credits as a ledger movement that sums to zero", async () => {
    const { accountId, credits } = await createAccount({ email: freshEmail(), password });
    expect(credits).toBe(100);
    const movements = await db()
      .select()
      .from(ledgerTransactions)
      .where(eq(ledgerTransactions.accountId, accountId));
    expect(movements).toMatchObject([{ kind: "grant", note: "Welcome credits" }]);
    const entries = await db()
      .select({ ledger: ledgerEntries.ledger, amount: ledgerEntries.amount })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.accountId, accountId));
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual({ ledger: "customer", amount: 100 });
    expect(entries).toContainEqual({ ledger: "granted", amount: -100 });
  });

  it("can start with other credits, or none and then no movement", async () => {
    expect(await createAccount({ email: freshEmail(), password, credits: 7 })).toMatchObject({
      credits: 7,
    });
    const { accountId } = await createAccount({ email: freshEmail(), password, credits: 0 });
    const movements = await db()
      .select()
      .from(ledgerTransactions)
      .where(eq(ledgerTransactions.accountId, accountId));
    expect(movements).toEqual([]);
  });

  it("keeps the e-mail trimmed and in lower case, and the password as argon2id with OWASP's parameters", async () => {
    const email = freshEmail();
    const { userId } = await createAccount({ email: `  ${email.toUpperCase()} `, password });
    const [user] = await db().select().from(users).where(eq(users.id, userId));
    expect(user?.email).toBe(email);
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("says that an e-mail is taken, whatever its case, and opens nothing then", async () => {
    const email = freshEmail();
    await createAccount({ email, password });
    const before = (await listAccounts()).length;
    const again = createAccount({ email: email.toUpperCase(), password });
    await expect(again).rejects.toMatchObject({
      code: "invalid_request",
      details: {
        fields: { email: ["There is already an account with this email. Sign in instead."] },
      },
    });
    expect((await listAccounts()).length).toBe(before);
  });

  it("opens one account when the same e-mail signs up ten times at once", async () => {
    const email = freshEmail();
    const tries = Array.from({ length: 10 }, () => createAccount({ email, password }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["short", "Use at least 12 characters."],
    ["x".repeat(257), "Use at most 256 characters."],
    ["Password1234", "This is one of the most used passwords. Choose another one."],
    ["ada.lovelace@example.com", "Choose a password that is not your email."],
  ])("refuses the password %j", async (guessable, sentence) => {
    const opening = createAccount({ email: "ada.lovelace@example.com", password: guessable });
    await expect(opening).rejects.toMatchObject({ details: { fields: { password: [sentence] } } });
  });

  it.each(["", "ada", "ada@", "@example.com", "a b@example.com", "ada@example.com\0"])(
    "refuses the e-mail %j",
    async (email) => {
      const opening = createAccount({ email, password });
      await expect(opening).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { email: ["Enter an email address such as ada@example.com."] } },
      });
    },
  );

  it("is found by e-mail afterwards; an unknown one is not found", async () => {
    const email = freshEmail();
    const { accountId } = await createAccount({ email, password });
    expect(await findAccountByEmail(` ${email.toUpperCase()}`)).toMatchObject({
      accountId,
      email,
      credits: 100,
    });
    await expect(findAccountByEmail("nobody@example.com")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
