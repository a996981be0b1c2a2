import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts } from "@/drizzle/schema/accounts";
import { payments } from "@/drizzle/schema/payments";
import { api } from "../api/app";
import { runAudit } from "../audit/run-audit";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { grantCredits } from "../credits/grant-credits";
import { listMovements } from "../credits/list-movements";
import { sumLedger } from "../credits/sum-ledger";
import { listKeptMails } from "../mail/list-kept-mails";
import { retryMails } from "../mail/retry-mails";
import { cancelMessage } from "../messages/cancel-message";
import { sendMessage } from "../sending/send-message";
import { mintSignedIn } from "../testing/signed-in";
import { startStripe } from "../testing/start-stripe";
import { useOwnDatabase } from "../testing/use-own-database";
import { getBought } from "./get-bought";
import type { Payment } from "./get-payment";
import { startCheckout } from "./start-checkout";

const administrator = "admin@sms.example.com";

let stripe: Awaited<ReturnType<typeof startStripe>>;
let dropDatabase: () => Promise<void>;
let account: Awaited<ReturnType<typeof mintSignedIn>>;
let count = 0;

beforeAll(async () => {
  stripe = await startStripe();
  dropDatabase = await useOwnDatabase({ ...stripe.settings, ADMIN_EMAIL: administrator });
});
afterAll(async () => {
  await stripe.provider.close();
  await dropDatabase();
});
beforeEach(async () => {
  account = await mintSignedIn({ credits: 0 });
});
afterEach(async () => {
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

/** Opens a checkout of 1,000 credits: 147.60 with VAT. */
async function open(): Promise<Payment> {
  const { accountId, actor } = account;
  await startCheckout({ actor, input: { amount: "own", own_amount: "1000" } });
  const ofAccount = eq(payments.accountId, accountId);
  const [payment] = await db()
    .select()
    .from(payments)
    .where(ofAccount)
    .orderBy(sql`id desc`)
    .limit(1);
  if (!payment) throw new Error("There is no payment.");
  return payment;
}

async function post(type: string, object: object, id?: string) {
  count += 1;
  const payload = JSON.stringify({
    id: id ?? `evt_${count}`,
    object: "event",
    type,
    data: { object },
  });
  const response = await api.request("/api/payments/stripe", {
    method: "POST",
    headers: { "stripe-signature": stripe.sign(payload) },
    body: payload,
  });
  return { status: response.status, body: await response.json() };
}

const intentOf = ({ id }: Payment) => `pi_${publicId("pay", id)}`;

const paid = (payment: Payment, id?: string) =>
  post(
    "checkout.session.completed",
    {
      id: payment.sessionId,
      client_reference_id: publicId("pay", payment.id),
      payment_status: "paid",
      amount_total: payment.grossCents,
      currency: "pln",
      payment_intent: intentOf(payment),
    },
    id,
  );

const charge = (payment: Payment, amount_refunded: number, id?: string) =>
  post("charge.refunded", { id: "ch_1", payment_intent: intentOf(payment), amount_refunded }, id);

const refund = (payment: Payment, fields: object, type = "refund.created") =>
  post(type, {
    id: `re_${payment.id}`,
    payment_intent: intentOf(payment),
    status: "succeeded",
    ...fields,
  });

async function buy(): Promise<Payment> {
  const payment = await open();
  await paid(payment);
  return payment;
}

async function spend(credits: number): Promise<void> {
  const actor = operatorOf(account.accountId);
  const wire = { from: "YourBrand", to: "48732129000", body: "ą".repeat(670) };
  for (let spent = 0; spent < credits; spent += 10) await sendMessage({ actor, input: wire });
}

/** What the account has, and what it owes. */
async function standing() {
  const { balance, owed, byKind } = await sumLedger(account.accountId);
  return { balance, owed, reversed: byKind.reversal };
}

describe("a refund at Stripe", () => {
  test("takes the credits of the payment back, as a ledger transaction", async () => {
    const payment = await buy();
    expect(await charge(payment, 14_760)).toEqual({ status: 200, body: { received: true } });
    expect(await standing()).toEqual({ balance: 0, owed: 0, reversed: -1000 });
    const { movements } = await listMovements(account.accountId, { kind: "reversal" }, 10);
    expect(movements).toMatchObject([{ amount: -1000, balance: 0, note: "Payment refunded" }]);
    expect(await getBought({ actor: operatorOf(account.accountId) })).toBe(0);
  });

  test("of a part takes back that part, rounded, and all of it once all is refunded", async () => {
    const payment = await buy();
    await charge(payment, 4920);
    expect(await standing()).toEqual({ balance: 667, owed: 0, reversed: -333 });
    await charge(payment, 14_760);
    expect(await standing()).toEqual({ balance: 0, owed: 0, reversed: -1000 });
  });

  test("is taken back once, however often, in whatever order and by whichever events it is reported", async () => {
    const payment = await buy();
    await Promise.all([
      charge(payment, 14_760, "evt_total"),
      charge(payment, 7380),
      charge(payment, 14_760, "evt_total"),
      refund(payment, { id: "re_a", amount: 7380 }),
      refund(payment, { id: "re_b", amount: 7380, status: "pending" }),
      refund(payment, { id: "re_b", amount: 7380 }, "refund.updated"),
      refund(payment, { id: "re_b", amount: 7380 }, "charge.refund.updated"),
    ]);
    await charge(payment, 7380);
    expect(await standing()).toEqual({ balance: 0, owed: 0, reversed: -1000 });
  });

  test("that is reported before its payment leaves nothing to spend", async () => {
    const payment = await open();
    await refund(payment, { amount: 14_760 });
    expect(await standing()).toEqual({ balance: 0, owed: 0, reversed: 0 });
    await paid(payment);
    expect(await standing()).toEqual({ balance: 0, owed: 0, reversed: -1000 });
  });

  test("never takes the balance below 0: the rest is owed, and the next top-up pays it", async () => {
    const payment = await buy();
    await spend(700);
    await charge(payment, 14_760);
    expect(await standing()).toEqual({ balance: 0, owed: 700, reversed: -300 });
    const next = await buy();
    expect(await standing()).toEqual({ balance: 300, owed: 0, reversed: -1000 });
    await paid(next, "evt_again");
    expect(await getBalance(account.accountId)).toBe(300);
    const { movements } = await listMovements(account.accountId, {}, 2);
    expect(movements).toMatchObject([
      { kind: "reversal", amount: -700, note: "Owed for a refunded payment" },
      { kind: "topup", amount: 1000 },
    ]);
  });

  test("is paid from cancelled messages, too, but not from what the administrator grants", async () => {
    const payment = await buy();
    const { accountId } = account;
    const actor = operatorOf(accountId);
    const scheduled_at = new Date(Date.now() + 86_400_000).toISOString();
    const wire = { from: "YourBrand", to: "48732129000", body: "ą".repeat(670), scheduled_at };
    const { accepted } = await sendMessage({ actor, input: wire });
    await charge(payment, 14_760);
    expect(await standing()).toMatchObject({ balance: 0, owed: 10 });
    await grantCredits({ accountId, credits: 5, note: "Goodwill" });
    expect(await standing()).toMatchObject({ balance: 5, owed: 10 });
    await cancelMessage({
      actor: operatorOf(accountId),
      input: { messageId: String(accepted.message_id) },
    });
    expect(await standing()).toMatchObject({ balance: 5, owed: 0 });
  });

  test("that failed gives the credits back, and stays failed when older news comes late", async () => {
    const payment = await buy();
    await refund(payment, { amount: 14_760, status: "pending" });
    await charge(payment, 14_760);
    await refund(payment, { amount: 14_760, status: "failed" }, "refund.failed");
    await refund(payment, { amount: 14_760, status: "pending" }, "refund.updated");
    expect(await standing()).toEqual({ balance: 1000, owed: 0, reversed: 0 });
  });

  test("of something that was not sold here changes nothing", async () => {
    await buy();
    const foreign = { id: "re_x", payment_intent: "pi_other", amount: 14_760, status: "succeeded" };
    expect(await post("refund.created", foreign)).toEqual({
      status: 200,
      body: { received: false },
    });
    expect(
      await post("charge.refunded", { payment_intent: null, amount_refunded: 5 }),
    ).toMatchObject({
      body: { received: false },
    });
    expect(await standing()).toMatchObject({ balance: 1000 });
  });

  test("is sent again by Stripe if Stripe cannot say what it is for", async () => {
    const payment = await open();
    const usual = stripe.provider.answer;
    stripe.provider.answer = () => ({ status: 400, body: '{"error":{"message":"no"}}' });
    const { status } = await charge(payment, 14_760);
    stripe.provider.answer = usual;
    expect(status).toBe(503);
    expect((await charge(payment, 14_760)).status).toBe(200);
  });

  test("with a wrong signature is rejected", async () => {
    const payment = await buy();
    const object = { payment_intent: intentOf(payment), amount_refunded: 14_760 };
    const payload = JSON.stringify({ id: "evt_x", type: "charge.refunded", data: { object } });
    const response = await api.request("/api/payments/stripe", {
      method: "POST",
      headers: { "stripe-signature": stripe.sign("{}") },
      body: payload,
    });
    expect(response.status).toBe(401);
    expect(await getBalance(account.accountId)).toBe(1000);
  });

  test("finds the account as it is, also one that is suspended", async () => {
    const payment = await buy();
    await db()
      .update(accounts)
      .set({ status: "suspended" })
      .where(eq(accounts.id, account.accountId));
    await charge(payment, 14_760);
    expect(await standing()).toMatchObject({ balance: 0, reversed: -1000 });
  });
});

describe("a dispute at Stripe", () => {
  const dispute = (payment: Payment, type: string, fields: object = {}) =>
    post(`charge.dispute.${type}`, {
      id: `dp_${payment.id}`,
      payment_intent: intentOf(payment),
      amount: 14_760,
      currency: "pln",
      reason: "fraudulent",
      status: "needs_response",
      ...fields,
    });
  const mailsAbout = async (payment: Payment) => {
    while ((await retryMails()) > 0);
    const kept = await listKeptMails(1000);
    return kept.filter(
      ({ to, paragraphs }) =>
        to === administrator && paragraphs.join(" ").includes(publicId("pay", payment.id)),
    );
  };

  test("is emailed to the administrator once when it opens and once when it closes", async () => {
    const payment = await buy();
    const repeated = ["created", "created", "funds_withdrawn", "updated", "created"];
    await Promise.all(repeated.map((type) => dispute(payment, type)));
    const [opened, ...others] = await mailsAbout(payment);
    expect(others).toEqual([]);
    expect(opened?.subject).toBe("A payment was disputed");
    expect(opened?.paragraphs.join(" ")).toMatch(/PLN.147\.60.*fraudulent/);
    await dispute(payment, "closed", { status: "lost" });
    await dispute(payment, "closed", { status: "lost" });
    await dispute(payment, "updated");
    const subjects = (await mailsAbout(payment)).map(({ subject }) => subject).toSorted();
    expect(subjects).toEqual(["A payment dispute was closed", "A payment was disputed"]);
    expect(await getBalance(account.accountId)).toBe(1000);
  });

  test("that closed before its opening is reported is emailed once", async () => {
    const payment = await buy();
    await dispute(payment, "closed", { status: "won" });
    await dispute(payment, "created");
    expect(await mailsAbout(payment)).toHaveLength(1);
  });
});
