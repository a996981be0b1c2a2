import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { createAccount } from "../accounts/create-account";
import { listActivity } from "../activity/list-activity";
import { closeDatabase } from "../core/db";
import { may, permissions, roles } from "../core/permissions";
import { readSession } from "../sessions/read-session";
import { keptMail, ticketIn } from "../testing/kept-mail";
import { mintPerson } from "../testing/mint-person";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { invitePerson } from "./invite-person";
import { listInvitations } from "./list-invitations";
import { listPeople } from "./list-people";
import { readInvitation } from "./read-invitation";
import { removePerson } from "./remove-person";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

afterAll(closeDatabase);

const password = () => `long enough ${randomUUID()}`;
const newEmail = () => `${randomUUID()}@example.com`;

describe("the table of permissions", () => {
  test("gives owners everything, and developers whatever a token may do", () => {
    for (const [permission, { scope }] of Object.entries(permissions)) {
      const name = permission as keyof typeof permissions;
      expect(may("owner", name), name).toBe(true);
      if (scope !== null) expect(may("developer", name), name).toBe(true);
    }
  });
});

describe("roles", () => {
  test("another role holds at the next look at the session", async () => {
    const { actor } = await mintSignedIn();
    const person = await mintPerson(actor.accountId, "viewer");
    await changeRole({ actor, input: { user_id: person.userId, role: "billing" } });
    expect((await readSession(person.sessionId))?.role).toBe("billing");
  });

  test("whoever is removed has no session any more, and the account keeps its tokens", async () => {
    const { actor } = await mintSignedIn();
    const person = await mintPerson(actor.accountId, "developer");
    await removePerson({ actor, input: { user_id: person.userId } });
    expect(await readSession(person.sessionId)).toBeNull();
    expect((await listPeople({ actor })).map(({ userId }) => userId)).toEqual([actor.userId]);
  });

  test("the only owner stays one", async () => {
    const { actor } = await mintSignedIn();
    const input = { user_id: actor.userId, role: "viewer" };
    await expect(changeRole({ actor, input })).rejects.toMatchObject({ code: "conflict" });
    await expect(removePerson({ actor, input: { user_id: actor.userId } })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("of two owners who take each other's role at once, one is left", async () => {
    const { actor } = await mintSignedIn();
    const other = await mintPerson(actor.accountId, "owner");
    const both = await Promise.allSettled([
      changeRole({ actor, input: { user_id: other.userId, role: "viewer" } }),
      changeRole({ actor: other, input: { user_id: actor.userId, role: "viewer" } }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const now = await Promise.all([readSession(actor.sessionId), readSession(other.sessionId)]);
    expect(now.filter((session) => session?.role === "owner")).toHaveLength(1);
  });

  test.each(roles.filter((role) => role !== "owner"))(
    "a %s can't change who is in it",
    async (role) => {
      const { actor } = await mintSignedIn();
      const person = await mintPerson(actor.accountId, role);
      const calls = [
        invitePerson({ actor: person, input: { email: newEmail(), role: "viewer" } }),
        changeRole({ actor: person, input: { user_id: person.userId, role: "owner" } }),
        removePerson({ actor: person, input: { user_id: actor.userId } }),
        listPeople({ actor: person }),
        listInvitations({ actor: person }),
      ];
      for (const call of calls) {
        await expect(call).rejects.toMatchObject({
          code: "forbidden",
          message: expect.stringContaining("needs the role Owner"),
        });
      }
    },
  );

  test("nobody changes a person of another account", async () => {
    const [{ actor }, other] = await Promise.all([mintSignedIn(), mintSignedIn()]);
    const { userId } = other.actor;
    await expect(
      changeRole({ actor, input: { user_id: userId, role: "viewer" } }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(removePerson({ actor, input: { user_id: userId } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

/** The secret of the newest link that somebody's invitation mailed there. */
async function secretTo(email: string, inviter: string): Promise<string> {
  return ticketIn(await keptMail(email, `${inviter} invites you to Depesza`));
}

describe("an invitation", () => {
  test("lets its address join once, with its role, and without welcome credits later", async () => {
    const { actor } = await mintSignedIn();
    const email = newEmail();
    await invitePerson({ actor, input: { email, role: "sender" } });
    const ticket = await secretTo(email, actor.email);
    const input = { ticket, name: "Ada", password: password() };
    const { sessionId } = await acceptInvitation({ visitor: nobody, input });
    expect(await readSession(sessionId)).toMatchObject({
      accountId: actor.accountId,
      email,
      role: "sender",
    });
    await expect(acceptInvitation({ visitor: nobody, input })).rejects.toMatchObject({
      code: "not_found",
    });
    const joined = (await listPeople({ actor })).find((person) => person.email === email);
    await removePerson({ actor, input: { user_id: joined?.userId } });
    const own = await createAccount({ email, password: password() });
    expect(own.credits).toBe(0);
  });

  test("is worth nothing once it is revoked, or sent again by a newer link", async () => {
    const { actor } = await mintSignedIn();
    const email = newEmail();
    await invitePerson({ actor, input: { email, role: "viewer" } });
    const first = await secretTo(email, actor.email);
    const [open] = await listInvitations({ actor });
    await resendInvitation({ actor, input: { invitation_id: open?.invitationId } });
    expect(await readInvitation(first)).toBeNull();
    const second = await secretTo(email, actor.email);
    expect(await readInvitation(second)).toMatchObject({
      email,
      role: "viewer",
      hasAccount: false,
    });
    await revokeInvitation({ actor, input: { invitation_id: open?.invitationId } });
    expect(await readInvitation(second)).toBeNull();
  });

  test("goes with the owner who sent it, removed or made something else; those of others stay", async () => {
    const { actor } = await mintSignedIn();
    const [removed, demoted] = await Promise.all([
      mintPerson(actor.accountId, "owner"),
      mintPerson(actor.accountId, "owner"),
    ]);
    const email = newEmail();
    await invitePerson({ actor, input: { email, role: "viewer" } });
    for (const sender of [removed, demoted]) {
      await invitePerson({ actor: sender, input: { email: newEmail(), role: "owner" } });
    }
    // Sent again by another, it is still whose it was.
    const theirs = (await listInvitations({ actor })).filter(({ role }) => role === "owner");
    for (const { invitationId } of theirs) {
      await resendInvitation({ actor, input: { invitation_id: invitationId } });
    }
    await removePerson({ actor, input: { user_id: removed.userId } });
    expect(await listInvitations({ actor })).toHaveLength(2);
    await changeRole({ actor, input: { user_id: demoted.userId, role: "viewer" } });
    expect(await listInvitations({ actor })).toMatchObject([{ email }]);
    const { data } = await listActivity({
      actor,
      input: { action: "person.invitation_revoked", limit: 5 },
    });
    expect(data.map(({ target }) => target?.name).sort()).toEqual(
      theirs.map((each) => each.email).sort(),
    );
  });

  test("to an address with an account tells that to its mailbox alone", async () => {
    const [{ actor }, other] = await Promise.all([mintSignedIn(), mintSignedIn()]);
    await expect(
      invitePerson({ actor, input: { email: other.email, role: "viewer" } }),
    ).resolves.toBe(other.email);
    const ticket = await secretTo(other.email, actor.email);
    expect(await readInvitation(ticket)).toMatchObject({ hasAccount: true });
    const input = { ticket, name: "Ada", password: password() };
    await expect(acceptInvitation({ visitor: nobody, input })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("leaves 20 times an hour, and no more", async () => {
    const { actor } = await mintSignedIn();
    for (let sent = 0; sent < 20; sent += 1) {
      await invitePerson({ actor, input: { email: newEmail(), role: "viewer" } });
    }
    await expect(
      invitePerson({ actor, input: { email: newEmail(), role: "viewer" } }),
    ).rejects.toMatchObject({ code: "rate_limited" });
  });
});
