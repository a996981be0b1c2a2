import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { accounts, invitations, sessions, tickets, users } from "@/drizzle/schema/accounts";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import { apiRequests } from "@/drizzle/schema/requests";
import { tokens } from "@/drizzle/schema/tokens";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Receipt } from "../carriers/carrier";
import { operatorOf } from "../core/actor";
import { useOwnDatabase } from "../testing/use-own-database";

// Erasing looks at every account there is, so that the tests have a database of their own.
const drop = await useOwnDatabase({ WEBHOOK_ALLOW_SUBNETS: "127.0.0.0/8" });
afterAll(drop);

const { beginSignIn } = await import("../sign-in/begin-sign-in");
const { reopenAccount } = await import("../accounts/reopen-account");
const { createAccount } = await import("../accounts/create-account");
const { readSession } = await import("../sessions/read-session");
const { setBuyer } = await import("../invoices/set-buyer");
const { runAudit } = await import("../audit/run-audit");
const { db } = await import("../core/db");
const { getBalance } = await import("../credits/get-balance");
const { listKeptMails } = await import("../mail/list-kept-mails");
const { cancelWaitingMessages } = await import("../messages/cancel-waiting-messages");
const { dispatchMessages } = await import("../dispatch/dispatch-messages");
const { addUpAccount } = await import("../costs/add-up-account");
const { listMessages } = await import("../message-log/list-messages");
const { recordReceipts } = await import("../receipts/record-receipts");
const { sendMessage } = await import("../sending/send-message");
const { countAgain } = await import("../testing/count-again");
const { keptMail } = await import("../testing/kept-mail");
const { mintPerson } = await import("../testing/mint-person");
const { mintSignedIn, nobody } = await import("../testing/signed-in");
const { invitePerson } = await import("../people/invite-person");
const { authenticateToken } = await import("../tokens/authenticate-token");
const { createEndpoint } = await import("../webhooks/create-endpoint");
const { listEndpoints } = await import("../webhooks/list-endpoints");
const { updateEndpoint } = await import("../webhooks/update-endpoint");
const { closeAccount } = await import("./close-account");
const { eraseClosedAccounts } = await import("./erase-closed-accounts");

type Person = Awaited<ReturnType<typeof mintSignedIn>>;

const marker = "Łukasz wants his pizza";

function schedule(person: Person, more: object = {}) {
  const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
  return send(person, { scheduled_at, ...more });
}

/** A message that was delivered, with a try to tell the endpoint about it. */
async function deliver(person: Person & { endpointId: string }, more: object): Promise<void> {
  const { accountId } = person;
  await send(person, more);
  await dispatchMessages({ carrier: "simulator", test: false });
  const [row] = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.status, "sent")));
  const rest = { reason: null, carrierCode: null, operator: null, receivedAt: new Date() };
  const receipt = { ref: row?.carrierRef ?? "", status: "delivered", at: new Date(), ...rest };
  await recordReceipts("simulator", [{ ...receipt, raw: { to: row?.to } } as Receipt]);
  const [delivery] = await db()
    .update(webhookDeliveries)
    .set({ body: JSON.stringify(row) })
    .where(eq(webhookDeliveries.accountId, accountId))
    .returning();
  if (!delivery) throw new Error("there should be a delivery");
  const { endpointId, eventId } = delivery;
  const tried = { at: new Date(), durationMs: 1, url: "http://127.0.0.1:9/hook" };
  const attempt = { accountId, endpointId, eventId, id: randomUUID(), ...tried };
  await db()
    .insert(webhookAttempts)
    .values({ ...attempt, requestHeaders: {}, answer: row?.body });
}

function send({ accountId }: Pick<Person, "accountId">, more: object = {}) {
  const input = { from: "YourBrand", to: "48732129000", body: marker, client_ref: "order 7" };
  return sendMessage({ actor: operatorOf(accountId), input: { ...input, ...more } });
}

async function hooked() {
  const person = await mintSignedIn();
  const owner = operatorOf(person.accountId, "live");
  const url = "http://127.0.0.1:9/hook";
  const { id } = await createEndpoint({ actor: owner, input: { url, events: ["sms.delivered"] } });
  return { ...person, owner, endpointId: id };
}

async function closed() {
  const person = await hooked();
  await schedule(person);
  await closeAccount({ actor: person.actor, input: { password: person.password } });
  return person;
}

async function statusOf({ accountId }: Person) {
  const [account] = await db().select().from(accounts).where(eq(accounts.id, accountId));
  return account?.status;
}

async function letTimePass({ accountId }: Person): Promise<void> {
  await db().update(accounts).set({ eraseAfter: sql`now()` }).where(eq(accounts.id, accountId));
}

describe("closing an account", () => {
  it("stops tokens, sessions and endpoints at once and gives waiting credits back", async () => {
    const person = await hooked();
    const { accountId, session, token, email, owner, password, actor } = person;
    await schedule(person);
    expect(await getBalance({ actor: operatorOf(accountId) })).toBe(99);
    const { eraseAfter, isMailSent } = await closeAccount({ actor, input: { password } });
    expect(eraseAfter.getTime() - Date.now()).toBeGreaterThan(6.99 * 86_400_000);
    expect(isMailSent).toBe(true);
    expect(await readSession(session.sessionId)).toBeNull();
    const caller = await authenticateToken(`Bearer ${token}`, null);
    expect(caller.accountStatus).toBe("closing");
    await expect(send(person)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getBalance({ actor: operatorOf(accountId) })).toBe(100);
    const { data } = await listMessages({ actor: operatorOf(accountId), input: { limit: 10 } });
    expect(data.map(({ status }) => status)).toEqual(["cancelled"]);
    expect(await listEndpoints({ actor: owner })).toMatchObject([
      { enabled: false, disabled_reason: "manual" },
    ]);
    const { paragraphs } = await keptMail(email, "Your account is closed");
    const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
    expect(paragraphs[0]).toContain(`erased after ${day.format(eraseAfter)} at `);
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  it("signs everybody out, takes invitations back, tells owners alone, and is for owners alone", async () => {
    const { actor, accountId, email, password } = await mintSignedIn();
    const viewer = await mintPerson(accountId, "viewer");
    const invited = `${randomUUID()}@example.com`;
    await invitePerson({ actor, input: { email: invited, role: "sender" } });
    const refused = closeAccount({ actor: viewer, input: { password } });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    await closeAccount({ actor, input: { password } });
    expect(await readSession(viewer.sessionId)).toBeNull();
    const open = db().select().from(invitations).where(eq(invitations.accountId, accountId));
    expect(await open).toEqual([]);
    await keptMail(email, "Your account is closed");
    const told = (await listKeptMails(1000)).map(({ to }) => to);
    expect(told).not.toContain(viewer.email);
  });

  it("is taken back by an owner alone", async () => {
    const { actor, accountId, password } = await mintSignedIn();
    await closeAccount({ actor, input: { password } });
    const reopen = (role: "owner" | "developer") =>
      db().transaction((tx) => reopenAccount({ accountId, role }, tx));
    await expect(reopen("developer")).rejects.toMatchObject({ code: "unauthorized" });
    expect(await reopen("owner")).toBe(true);
  });

  it("needs the password", async () => {
    const { actor, session } = await mintSignedIn();
    await expect(
      closeAccount({ actor, input: { password: "not this one" } }),
    ).rejects.toMatchObject({
      details: { fields: { password: ["This is not your current password."] } },
    });
    expect(await readSession(session.sessionId)).not.toBeNull();
  });

  it("is taken back by signing in: tokens and endpoints work, but for those off before", async () => {
    const person = await hooked();
    const { actor, owner, endpointId, password, token } = person;
    const { id: offBefore } = await createEndpoint({
      actor: owner,
      input: {
        url: "http://127.0.0.1:9/other",
        events: ["sms.delivered"],
      },
    });
    await updateEndpoint({
      actor: owner,
      input: { endpointId: offBefore, wanted: { enabled: false } },
    });
    await closeAccount({ actor, input: { password } });
    const begun = await beginSignIn({ visitor: nobody, input: person });
    expect(begun).toMatchObject({ kind: "signed_in", isReopened: true });
    expect(await listEndpoints({ actor: owner })).toMatchObject([
      { id: endpointId, enabled: true },
      { id: offBefore, enabled: false },
    ]);
    expect(await authenticateToken(`Bearer ${token}`, null)).toMatchObject({
      accountStatus: "active",
    });
    await expect(send(person)).resolves.toBeDefined();
    await eraseClosedAccounts();
    expect(await statusOf(person)).toBe("active");
    expect(await beginSignIn({ visitor: nobody, input: person })).toMatchObject({
      isReopened: false,
    });
  });

  it("cancels nothing more once it was taken back, however late the cancelling comes", async () => {
    const person = await closed();
    await beginSignIn({ visitor: nobody, input: person });
    await schedule(person);
    expect(await cancelWaitingMessages(person.accountId)).toBe(0);
    const { data } = await listMessages({
      actor: operatorOf(person.accountId),
      input: { limit: 10 },
    });
    expect(data.map(({ status }) => status)).toEqual(["scheduled", "cancelled"]);
  });

  it("is no way out of a suspension", async () => {
    const person = await mintSignedIn();
    await db()
      .update(accounts)
      .set({ status: "suspended" })
      .where(eq(accounts.id, person.accountId));
    await closeAccount({ actor: person.actor, input: { password: person.password } });
    await beginSignIn({ visitor: nobody, input: person });
    expect(await statusOf(person)).toBe("suspended");
  });

  it("cannot be taken back when its time has come", async () => {
    const person = await closed();
    await letTimePass(person);
    await expect(beginSignIn({ visitor: nobody, input: person })).rejects.toMatchObject({
      code: "unauthorized",
    });
  });
});

describe("erasing", () => {
  it("leaves no person, token, endpoint, number or text, and a ledger that adds up", async () => {
    const person = await hooked();
    const { accountId, userId, email, password, actor } = person;
    const colleague = await mintPerson(accountId, "billing");
    const told = {
      to: "48601234567",
      body: "Only this account said so",
      client_ref: "pizza 9",
      from: "PizzaShop",
    };
    const metadata = { topping: "four cheeses" };
    await schedule(person, { ...told, metadata });
    await deliver(person, { ...told, metadata, idempotency_key: randomUUID() });
    await addUpAccount(accountId, 10_000);
    const buyer = { name: "Pizzeria Krakowiak", address: "Bracka 1", tax_id: "PL677" };
    await setBuyer({ actor, input: buyer });
    expect((await everythingSaid()).includes(told.to)).toBe(true);
    const refusal = { accountId, method: "POST", path: "/api/sms", status: 422, code: "forbidden" };
    await db()
      .insert(refusedRequests)
      .values({ ...refusal, id: randomUUID(), detail: `to: “${told.to}” is no number.` });
    const asked = { method: "GET", route: "/api/account", status: 200, durationMs: 3 };
    await db()
      .insert(apiRequests)
      .values({ ...asked, accountId, id: randomUUID(), tokenId: randomUUID(), at: new Date() });
    await closeAccount({ actor, input: { password } });
    const movements = () =>
      db().select().from(ledgerTransactions).where(eq(ledgerTransactions.accountId, accountId));
    const before = await movements();
    expect(before).toHaveLength(4);
    await letTimePass(person);
    await eraseClosedAccounts();
    expect(await statusOf(person)).toBe("erased");
    expect(await db().select().from(users).where(eq(users.id, userId))).toEqual([]);
    for (const table of [tokens, webhookEndpoints, idempotencyKeys, apiRequests]) {
      expect(await db().select().from(table).where(eq(table.accountId, accountId))).toEqual([]);
    }
    for (const table of [sessions, tickets]) {
      expect(await db().select().from(table).where(eq(table.userId, userId))).toEqual([]);
    }
    const left = await everythingSaid();
    for (const word of [
      email,
      colleague.email,
      buyer.name,
      metadata.topping,
      ...Object.values(told),
    ])
      expect(left.includes(word), word).toBe(false);
    expect(await movements()).toEqual(before);
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  it("remembers by a hash that the address had welcome credits: opening an account again brings none", async () => {
    const person = await mintSignedIn();
    const { email, password, actor } = person;
    await closeAccount({ actor, input: { password } });
    await letTimePass(person);
    await eraseClosedAccounts();
    expect((await everythingSaid()).includes(email)).toBe(false);
    const again = await createAccount({ email, password });
    expect(again).toMatchObject({ credits: 0, isWelcomeWithheld: true });
  });

  it("waits for messages that are still under way, and for the seven days", async () => {
    const person = await mintSignedIn();
    await send(person);
    await dispatchMessages({ carrier: "simulator", test: false });
    await closeAccount({ actor: person.actor, input: { password: person.password } });
    await eraseClosedAccounts();
    expect(await statusOf(person)).toBe("closing");
    await letTimePass(person);
    await eraseClosedAccounts();
    expect(await statusOf(person)).toBe("closing");
    await db()
      .update(messages)
      .set({ status: "delivered", endedAt: new Date() })
      .where(eq(messages.accountId, person.accountId));
    await countAgain(person.accountId);
    await eraseClosedAccounts();
    expect(await statusOf(person)).toBe("erased");
  });

  it("cancels what a crash left waiting when the account was closed", async () => {
    const person = await mintSignedIn();
    await schedule(person);
    await db()
      .update(accounts)
      .set({ status: "closing", closedAt: new Date(), eraseAfter: new Date(Date.now() + 60_000) })
      .where(eq(accounts.id, person.accountId));
    await eraseClosedAccounts();
    expect(await getBalance({ actor: operatorOf(person.accountId) })).toBe(100);
  });
});

/** Every row of every table as text. */
async function everythingSaid(): Promise<string> {
  const names = await db().execute<{ name: string }>(
    sql`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const texts: string[] = [];
  for (const { name } of names) {
    const rows = await db().execute(sql`select t::text as said from ${sql.raw(name)} t`);
    texts.push(JSON.stringify(rows));
  }
  return texts.join("\n");
}
