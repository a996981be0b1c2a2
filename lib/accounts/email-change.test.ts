import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "@/drizzle/schema/accounts";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { readSession } from "../sessions/read-session";
import { signIn } from "../sign-in/sign-in";
import { keptMail, ticketIn } from "../testing/kept-mail";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { readTicket } from "../tickets/read-ticket";
import { changePassword } from "./change-password";
import { confirmEmail } from "./confirm-email";
import { requestEmailChange } from "./request-email-change";
import { requestPasswordReset } from "./request-password-reset";

async function asked() {
  const person = await mintSignedIn();
  const newEmail = `${randomUUID()}@example.org`;
  const input = { new_email: newEmail.toUpperCase(), password: person.password };
  expect(await requestEmailChange({ actor: person.actor, input })).toBe(newEmail);
  const ticket = ticketIn(await keptMail(newEmail, "Confirm your new email"));
  return { ...person, newEmail, ticket };
}

describe("a new e-mail", () => {
  it("counts once the new address agrees, is told to the old one, and keeps the sessions", async () => {
    const { email, newEmail, password, ticket, session } = await asked();
    await expect(
      signIn({ visitor: nobody, input: { email: newEmail, password } }),
    ).rejects.toMatchObject({
      code: "unauthorized",
    });
    expect(await readTicket("email", ticket)).toEqual({ email, newEmail });
    expect(await confirmEmail({ visitor: nobody, input: { ticket } })).toBe(newEmail);
    expect((await keptMail(email, "Your email was changed")).paragraphs[0]).toContain(newEmail);
    expect(await readSession(session.sessionId)).toMatchObject({ email: newEmail });
    await expect(
      signIn({ visitor: nobody, input: { email: newEmail, password } }),
    ).resolves.toBeDefined();
    await expect(signIn({ visitor: nobody, input: { email, password } })).rejects.toMatchObject({
      code: "unauthorized",
    });
    await expect(confirmEmail({ visitor: nobody, input: { ticket } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("needs the password", async () => {
    const { actor } = await mintSignedIn();
    const input = { new_email: `${randomUUID()}@example.org`, password: "not this one" };
    await expect(requestEmailChange({ actor, input })).rejects.toMatchObject({
      details: { fields: { password: ["This is not your current password."] } },
    });
  });

  it("cannot be somebody else's, neither when it is asked for nor when it is confirmed", async () => {
    const { email: taken } = await mintSignedIn();
    const { actor, password, email } = await mintSignedIn();
    for (const wanted of [taken, email]) {
      const input = requestEmailChange({ actor, input: { new_email: wanted, password } });
      await expect(input).rejects.toMatchObject({ details: { fields: { new_email: [/email/] } } });
    }
    const first = await asked();
    const second = await mintSignedIn();
    await requestEmailChange({
      actor: second.actor,
      input: { new_email: first.newEmail, password: second.password },
    });
    const other = ticketIn(await keptMail(first.newEmail, "Confirm your new email"));
    expect(other).not.toBe(first.ticket);
    await confirmEmail({ visitor: nobody, input: { ticket: first.ticket } });
    await expect(confirmEmail({ visitor: nobody, input: { ticket: other } })).rejects.toMatchObject(
      {
        code: "conflict",
      },
    );
  });

  it("goes to one of two people who confirm it at the same instant, and the other hears why not", async () => {
    const first = await asked();
    const second = await mintSignedIn();
    const input = { new_email: first.newEmail, password: second.password };
    await requestEmailChange({ actor: second.actor, input });
    const other = ticketIn(await keptMail(first.newEmail, "Confirm your new email"));
    const confirmations = await db().transaction(async (tx) => {
      // Both have looked whether the address is free before either may take it.
      const ids = [first.userId, second.userId];
      await tx.select().from(users).where(anyOf(users.id, ids)).for("update");
      const both = [first.ticket, other].map((ticket) =>
        confirmEmail({ visitor: nobody, input: { ticket } }),
      );
      const settled = Promise.allSettled(both);
      const [{ pid } = { pid: 0 }] = await tx.execute<{ pid: number }>(
        sql`select pg_backend_pid() as pid`,
      );
      const waiting = sql`select from pg_stat_activity where ${pid}::int = any(pg_blocking_pids(pid))`;
      await expect.poll(async () => (await db().execute(waiting)).length).toBe(2);
      return { settled };
    });
    const outcomes = await confirmations.settled;
    const refusals = outcomes.filter(({ status }) => status === "rejected");
    expect(refusals).toMatchObject([{ reason: { code: "conflict" } }]);
  });

  it("makes a reset link worthless that went to the old address", async () => {
    const { email, ticket } = await asked();
    await requestPasswordReset({ visitor: nobody, input: { email } });
    const reset = ticketIn(await keptMail(email, "Set a new password"));
    await confirmEmail({ visitor: nobody, input: { ticket } });
    expect(await readTicket("reset", reset)).toBeNull();
  });

  it("is not taken any more once the password was changed: whoever knew the old one may have asked", async () => {
    const { ticket, actor, password } = await asked();
    const input = { current_password: password, new_password: "a much longer secret" };
    await changePassword({ actor, input });
    await expect(confirmEmail({ visitor: nobody, input: { ticket } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("takes no ticket of another kind", async () => {
    const { email } = await mintSignedIn();
    await requestPasswordReset({ visitor: nobody, input: { email } });
    const reset = ticketIn(await keptMail(email, "Set a new password"));
    await expect(confirmEmail({ visitor: nobody, input: { ticket: reset } })).rejects.toMatchObject(
      {
        code: "not_found",
      },
    );
  });
});
