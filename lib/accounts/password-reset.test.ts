import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, tickets } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { listKeptMails } from "../mail/list-kept-mails";
import { readSession } from "../sessions/read-session";
import { signIn } from "../sign-in/sign-in";
import { keptMail, ticketIn } from "../testing/kept-mail";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { readTicket } from "../tickets/read-ticket";
import { sweepTickets } from "../tickets/sweep-tickets";
import { changePassword } from "./change-password";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";

const newPassword = "another long one";
const title = "Set a new password";

async function asked() {
  const person = await mintSignedIn();
  await requestPasswordReset({
    visitor: nobody,
    input: { email: ` ${person.email.toUpperCase()}` },
  });
  const ticket = ticketIn(await keptMail(person.email, title));
  return { ...person, ticket };
}

describe("a forgotten password", () => {
  it("is replaced by the mailed link, which ends every session and is told by mail", async () => {
    const { email, password, ticket, session } = await asked();
    await resetPassword({ visitor: nobody, input: { ticket, new_password: newPassword } });
    expect(await readSession(session.sessionId)).toBeNull();
    await expect(signIn({ visitor: nobody, input: { email, password } })).rejects.toMatchObject({
      code: "unauthorized",
    });
    await expect(
      signIn({ visitor: nobody, input: { email, password: newPassword } }),
    ).resolves.toBeDefined();
    await keptMail(email, "Your password was changed");
  });

  it("is replaced once by a link, also when two browsers use it at the same moment", async () => {
    const { ticket } = await asked();
    const tries = Array.from({ length: 4 }, () =>
      resetPassword({ visitor: nobody, input: { ticket, new_password: newPassword } }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(
      resetPassword({ visitor: nobody, input: { ticket, new_password: newPassword } }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("needs a link that is younger than an hour, and whole", async () => {
    const { email, ticket, userId } = await asked();
    const replace = (given: string) =>
      resetPassword({ visitor: nobody, input: { ticket: given, new_password: newPassword } });
    await expect(replace(`${ticket}x`)).rejects.toMatchObject({ code: "not_found" });
    const [row] = await db().select().from(tickets).where(eq(tickets.userId, userId));
    const lifeMs = Number(row?.expiresAt) - Date.now();
    expect(lifeMs).toBeGreaterThan(59 * 60_000);
    expect(lifeMs).toBeLessThanOrEqual(60 * 60_000);
    await db().update(tickets).set({ expiresAt: sql`now()` }).where(eq(tickets.userId, userId));
    await expect(replace(ticket)).rejects.toMatchObject({ code: "not_found" });
    await sweepTickets();
    expect(await db().select().from(tickets).where(eq(tickets.userId, userId))).toEqual([]);
    await requestPasswordReset({ visitor: nobody, input: { email } });
    await expect
      .poll(() => db().select().from(tickets).where(eq(tickets.userId, userId)))
      .toHaveLength(1);
  });

  it("stays while a new one is refused: the link still works then", async () => {
    const { email, ticket } = await asked();
    const guessable = resetPassword({ visitor: nobody, input: { ticket, new_password: email } });
    await expect(guessable).rejects.toMatchObject({
      details: { fields: { new_password: ["Choose a password that is not your email."] } },
    });
    expect(await readTicket("reset", ticket)).toMatchObject({ email });
  });

  it("is kept from the database's readers: only a hash of the link is stored", async () => {
    const { ticket, userId } = await asked();
    const rows = await db().select().from(tickets).where(eq(tickets.userId, userId));
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  it("opens the door to who was locked out by somebody's guessing", async () => {
    const { email, ticket } = await asked();
    for (let guess = 0; guess < 10; guess += 1) {
      await signIn({ visitor: nobody, input: { email, password: "wrong guess" } }).catch(() => {});
    }
    await resetPassword({ visitor: nobody, input: { ticket, new_password: newPassword } });
    await expect(
      signIn({ visitor: nobody, input: { email, password: newPassword } }),
    ).resolves.toBeDefined();
  });
});

describe("asking for the link", () => {
  it("is answered alike for an e-mail nobody has, and mails nobody", async () => {
    const email = `${randomUUID()}@example.com`;
    for (const typed of [email, "no e-mail", "nul\0@example.com"]) {
      expect(
        await requestPasswordReset({ visitor: nobody, input: { email: typed } }),
      ).toBeUndefined();
    }
    const { email: known } = await mintSignedIn();
    await requestPasswordReset({ visitor: nobody, input: { email: known } });
    await keptMail(known, title);
    expect((await listKeptMails(1000)).filter(({ to }) => to === email)).toEqual([]);
  });

  it("leaves the links mailed before alive, whoever asks and however often; the first one used ends the rest", async () => {
    const { email, ticket } = await asked();
    for (let count = 1; count <= 5; count += 1) {
      await requestPasswordReset({
        visitor: { ...nobody, address: `192.0.2.${count}` },
        input: { email },
      });
    }
    const links = async () =>
      (await listKeptMails(1000)).filter(({ to, subject }) => to === email && subject === title);
    await expect.poll(async () => (await links()).length).toBe(3);
    const all = (await links()).map(ticketIn);
    for (const each of all) expect(await readTicket("reset", each)).toMatchObject({ email });
    await resetPassword({ visitor: nobody, input: { ticket, new_password: newPassword } });
    for (const each of all) expect(await readTicket("reset", each)).toBeNull();
  });

  it("mails three links in half an hour, each of which works until the next may be mailed", async () => {
    const { email, userId } = await mintSignedIn();
    const living = () => db().select().from(tickets).where(eq(tickets.userId, userId));
    const ask = (count: number) =>
      requestPasswordReset({
        visitor: { ...nobody, address: `198.51.100.${count}` },
        input: { email },
      });
    for (let count = 1; count <= 8; count += 1) expect(await ask(count)).toBeUndefined();
    await expect.poll(living).toHaveLength(3);
    const key = `reset:mails:${userId}`;
    const [counter] = await db().select().from(attempts).where(eq(attempts.key, key));
    const opensAgainAt = Number(counter?.windowStartedAt) + 30 * 60_000;
    for (const { expiresAt } of await living()) {
      expect(Number(expiresAt) - opensAgainAt).toBeGreaterThan(29 * 60_000);
    }
    await db()
      .update(attempts)
      .set({ windowStartedAt: new Date(Date.now() - 31 * 60_000) })
      .where(eq(attempts.key, key));
    await ask(9);
    await expect.poll(living).toHaveLength(4);
  });

  it("is refused after five in an hour from one address, whether somebody has the e-mail or not", async () => {
    const { email } = await mintSignedIn();
    for (const typed of [email, `${randomUUID()}@example.com`]) {
      for (let count = 0; count < 5; count += 1)
        await requestPasswordReset({ visitor: nobody, input: { email: typed } });
      await expect(
        requestPasswordReset({ visitor: nobody, input: { email: typed } }),
      ).rejects.toMatchObject({
        code: "rate_limited",
      });
    }
  });
});

it("changing the password tells by mail and makes a link that was asked for worthless", async () => {
  const { email, password, ticket, actor } = await asked();
  const input = { current_password: password, new_password: newPassword };
  expect(await changePassword({ actor, input })).toEqual({ isMailSent: true });
  await keptMail(email, "Your password was changed");
  await expect(
    resetPassword({ visitor: nobody, input: { ticket, new_password: "a third long one" } }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});
