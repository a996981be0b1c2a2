import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { accounts, sessions } from "@/drizzle/schema/accounts";
import { endAllSessions } from "../accounts/end-all-sessions";
import { type Actor, operatorOf, type UserActor } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { newId, publicId } from "../core/ids";
import { roles } from "../core/permissions";
import { listMovements } from "../credits/list-movements";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { markRead } from "../inbound/mark-read";
import { getMessage } from "../messages/get-message";
import { removePerson } from "../people/remove-person";
import { sendMessage } from "../sending/send-message";
import { serveHttp } from "../server/serve-http";
import { personOf } from "../sessions/person-of";
import { readSession } from "../sessions/read-session";
import { callerOf } from "../testing/call-api";
import { mintAccount } from "../testing/mint-account";
import { mintPerson } from "../testing/mint-person";
import { nobody } from "../testing/signed-in";
import { createToken } from "../tokens/create-token";
import { adjustAccountCredits } from "./adjust-account-credits";
import { getAccountReport } from "./get-account-report";
import { liftSuspension } from "./lift-suspension";
import { searchAccounts } from "./search-accounts";
import { setLimits } from "./set-limits";
import { suspendAccount } from "./suspend-account";
import { viewAccount } from "./view-account";

// No worker: what is queued leaves when a test says so.
const server = await serveHttp({ port: 0, host: "127.0.0.1", role: "api" });
const call = callerOf(() => ({ url: `http://127.0.0.1:${server.port}` }));

afterAll(async () => {
  await server.close();
  await closeDatabase();
});

const guide = { from: "MyBrand", to: "48732129000", body: "Your code is 482910" };

/** An administrator who is signed in. */
async function mintAdmin(): Promise<UserActor> {
  const { accountId } = await mintAccount();
  await db().update(accounts).set({ admin: true }).where(eq(accounts.id, accountId));
  return again(await mintPerson(accountId, "owner"));
}

/** Who a session is by now. */
async function again({ sessionId }: UserActor): Promise<UserActor> {
  const session = await readSession(sessionId);
  if (!session) throw new Error("The session is alive.");
  return personOf(session, nobody);
}

const wire = (accountId: string) => publicId("acc", accountId);

describe("supervising accounts", () => {
  test("nobody but an administrator may search, read, or decide", async () => {
    const { accountId } = await mintAccount();
    const account_id = wire(accountId);
    for (const role of roles) {
      const actor = await mintPerson(accountId, role);
      const asked = [
        searchAccounts({ actor, input: {} }),
        getAccountReport({ actor, input: { accountId: account_id } }),
        suspendAccount({ actor, input: { account_id, reason: "spam" } }),
        liftSuspension({ actor, input: { account_id } }),
        adjustAccountCredits({ actor, input: {} }),
        setLimits({ actor, input: {} }),
        viewAccount({ actor, input: { account_id } }),
      ];
      for (const each of await Promise.allSettled(asked)) {
        expect(each).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
      }
    }
  });

  test("an account is found by email, domain, name, ID, and the last four of a token", async () => {
    const actor = await mintAdmin();
    const { accountId, email, token } = await mintAccount();
    const name = `Żółw ${newId()}`;
    await db().update(accounts).set({ name }).where(eq(accounts.id, accountId));
    const finds = async (q: string) =>
      (await searchAccounts({ actor, input: { q } })).accounts.map(({ id }) => id);
    for (const q of [email, email.slice(0, 20).toUpperCase(), name, wire(accountId)]) {
      expect(await finds(q), q).toEqual([accountId]);
    }
    expect(await finds(token.slice(-4))).toContain(accountId);
    expect(await finds("@example.com")).toContain(accountId);
    expect(await finds(`${newId()}%`)).toEqual([]);
  });

  test("the pages of a list name every account once, the newest first", async () => {
    const actor = await mintAdmin();
    for (let count = 0; count < 30; count += 1) await mintAccount();
    const first = await searchAccounts({ actor, input: {} });
    const before = publicId("acc", String(first.next));
    const second = await searchAccounts({ actor, input: { before } });
    const ids = [...first.accounts, ...second.accounts].map(({ id }) => id);
    expect(first.accounts).toHaveLength(25);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  }, 60_000);

  test("a report has people, tokens, and movements, and never a text or a secret", async () => {
    const actor = await mintAdmin();
    const { accountId, email, token } = await mintAccount();
    await sendMessage({ actor: operatorOf(accountId, "live"), input: guide });
    const report = await getAccountReport({ actor, input: { accountId: wire(accountId) } });
    expect(report.people).toMatchObject([{ email }]);
    expect(report.tokens).toHaveLength(1);
    expect(report.messages.day).toMatchObject({ queued: 1 });
    const told = JSON.stringify(report);
    expect(told).not.toContain(guide.body);
    expect(told).not.toContain(token);
  });
});

describe("suspending an account", () => {
  test("stops what is accepted and what is queued, says why, and lifting sends the rest", async () => {
    const actor = await mintAdmin();
    const { accountId, token } = await mintAccount();
    const account_id = wire(accountId);
    const owner = operatorOf(accountId, "live");
    const { accepted } = await sendMessage({ actor: owner, input: guide });
    await suspendAccount({ actor, input: { account_id, reason: "Phishing links" } });

    const refused = await call({ token }, ["POST", "/api/sms"], guide);
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).toContain("Phishing links");
    await expect(sendMessage({ actor: owner, input: guide })).rejects.toMatchObject({
      code: "forbidden",
    });
    const statusOf = async () =>
      (await getMessage({ actor: owner, input: { messageId: String(accepted.message_id) } }))
        .status;
    await dispatchMessages({ carrier: "simulator", test: false });
    expect(await statusOf()).toBe("queued");
    expect((await again(await mintPerson(accountId, "owner"))).accountId).toBe(accountId);

    await liftSuspension({ actor, input: { account_id } });
    await dispatchMessages({ carrier: "simulator", test: false });
    expect(await statusOf()).not.toBe("queued");
    expect((await call({ token }, ["POST", "/api/sms"], guide)).status).toBe(200);
  });

  test("takes a reason, happens once, and never to an account that administers", async () => {
    const actor = await mintAdmin();
    const { accountId } = await mintAccount();
    const account_id = wire(accountId);
    const suspend = (reason: string, id = account_id) =>
      suspendAccount({ actor, input: { account_id: id, reason } });
    await expect(suspend(" ")).rejects.toMatchObject({ code: "invalid_request" });
    await expect(suspend("x".repeat(501))).rejects.toMatchObject({ code: "invalid_request" });
    await suspend("spam");
    await expect(suspend("spam")).rejects.toMatchObject({ code: "conflict" });
    await expect(suspend("spam", wire(actor.accountId))).rejects.toMatchObject({
      code: "conflict",
    });
    await liftSuspension({ actor, input: { account_id } });
    await expect(liftSuspension({ actor, input: { account_id } })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("adjusting credits", () => {
  const adjust = (actor: Actor, input: Record<string, string>) =>
    adjustAccountCredits({ actor, input });

  test("the same form grants once, however often it is sent, with its note in the ledger", async () => {
    const actor = await mintAdmin();
    const { accountId } = await mintAccount({ credits: 100 });
    const form = {
      account_id: wire(accountId),
      adjustment_id: newId(),
      credits: "50",
      note: "Refund for the outage",
    };
    const made = await Promise.all([1, 2, 3].map(() => adjust(actor, form)));
    expect(made.map(({ balance }) => balance)).toEqual([150, 150, 150]);
    expect(made.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    const { movements } = await listMovements({
      actor: operatorOf(accountId),
      input: { query: {}, limit: 10 },
    });
    expect(movements.filter(({ note }) => note === form.note)).toHaveLength(1);
  });

  test("takes away at most what is there, and nothing without a note", async () => {
    const actor = await mintAdmin();
    const { accountId } = await mintAccount({ credits: 100 });
    const form = { account_id: wire(accountId), note: "Charged back" };
    const fresh = (credits: string, note = form.note) =>
      adjust(actor, { ...form, adjustment_id: newId(), credits, note });
    expect(await fresh("-100")).toMatchObject({ balance: 0 });
    for (const [credits, note] of [["-1"], ["0"], ["1.5"], ["much"], ["10", " "]] as const) {
      await expect(fresh(credits, note)).rejects.toMatchObject({ code: "invalid_request" });
    }
  });
});

test("limits of an account hold with its next requests, and are told to it", async () => {
  const actor = await mintAdmin();
  const { accountId, token } = await mintAccount({ credits: 1000 });
  const send = () => call({ token }, ["POST", "/api/sms"], guide);
  expect((await send()).status).toBe(200);
  const none = { requests_per_second: "", requests_per_minute: "", test_messages_per_minute: "" };
  await setLimits({
    actor,
    input: { account_id: wire(accountId), ...none, messages_per_minute: "2" },
  });
  const statuses = [];
  for (let count = 0; count < 6; count += 1) statuses.push((await send()).status);
  expect(statuses.slice(-3)).toEqual([429, 429, 429]);
  const told = await call({ token }, ["GET", "/api/account"]);
  expect(told.body).toMatchObject({ limits: { messages_per_minute: 2 } });
});

describe("viewing an account", () => {
  test("shows its messages and refuses every change, until it ends", async () => {
    const actor = await mintAdmin();
    const { accountId } = await mintAccount();
    await viewAccount({ actor, input: { account_id: wire(accountId) } });
    const looking = await again(actor);
    expect(looking).toMatchObject({
      accountId,
      role: "viewer",
      isAdmin: false,
      viewing: { by: actor.email },
    });
    const { sessionId } = actor;
    const refused = [
      sendMessage({ actor: looking, input: guide }),
      createToken({ actor: looking, input: { name: "x", mode: "live", scopes: ["send"] } }),
      removePerson({ actor: looking, input: { user_id: looking.userId } }),
      endAllSessions({ actor: looking }),
      suspendAccount({ actor: looking, input: {} }),
    ];
    for (const each of await Promise.allSettled(refused)) {
      expect(each).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
    }
    expect(await markRead({ actor: looking, input: { phone: "48732129000" } })).toBe(0);
    await db()
      .update(sessions)
      .set({ viewedUntil: new Date(Date.now() - 1) })
      .where(eq(sessions.id, sessionId));
    expect(await again(actor)).toMatchObject({ accountId: actor.accountId, isAdmin: true });
  });
});
