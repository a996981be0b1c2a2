import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { paymentEvents, payments } from "@/drizzle/schema/payments";
import { api } from "../api/app";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import { grantCredits } from "../credits/grant-credits";
import { listMovements } from "../credits/list-movements";
import { mintAccount } from "../testing/mint-account";
import { mintSignedIn } from "../testing/signed-in";
import type { Receiver } from "../testing/start-receiver";
import { startStripe } from "../testing/start-stripe";
import { useOwnDatabase } from "../testing/use-own-database";
import { getBought } from "./get-bought";
import { getCosts } from "./get-costs";
import { getPayment, type Payment } from "./get-payment";
import { startCheckout } from "./start-checkout";
import { valueMovements } from "./value-movements";

let stripe: Awaited<ReturnType<typeof startStripe>>;
let provider: Receiver;
let dropDatabase: () => Promise<void>;
let account: Awaited<ReturnType<typeof mintSignedIn>>;
let eventCount = 0;

beforeAll(async () => {
  stripe = await startStripe();
  provider = stripe.provider;
  dropDatabase = await useOwnDatabase(stripe.settings);
});
afterAll(async () => {
  await provider.close();
  await dropDatabase();
});
beforeEach(async () => {
  account = await mintSignedIn({ credits: 0 });
});

async function buy(amount: string): Promise<Payment> {
  const { accountId, actor } = account;
  await startCheckout({
    actor: { ...actor, language: "pl" },
    input: { amount: "own", own_amount: amount },
  });
  const [payment] = await db()
    .select()
    .from(payments)
    .where(eq(payments.accountId, accountId))
    .orderBy(sql`id desc`)
    .limit(1);
  if (!payment) throw new Error("There is no payment.");
  return payment;
}

interface Said {
  id?: string;
  type?: string;
  session?: Record<string, unknown>;
}

function eventOf(payment: Payment, { id, type, session }: Said = {}): string {
  eventCount += 1;
  return JSON.stringify({
    id: id ?? `evt_${eventCount}`,
    object: "event",
    type: type ?? "checkout.session.completed",
    data: {
      object: {
        id: payment.sessionId,
        object: "checkout.session",
        client_reference_id: publicId("pay", payment.id),
        payment_status: "paid",
        amount_total: payment.grossCents,
        currency: payment.currency.toLowerCase(),
        ...session,
      },
    },
  });
}

const signed = (payload: string, timestamp?: number) => stripe.sign(payload, timestamp);

async function post(payload: string, signature = signed(payload)) {
  const answer = await api.request("/api/payments/stripe", {
    method: "POST",
    headers: { "stripe-signature": signature },
    body: payload,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const statusOf = async ({ id }: Payment) =>
  (
    await getPayment({
      actor: operatorOf(account.accountId),
      input: { paymentId: publicId("pay", id) },
    })
  ).status;

describe("opening a checkout", () => {
  test("asks Stripe for the sum of the price list, once, and leads to its page", async () => {
    const { accountId, actor } = account;
    const url = await startCheckout({ actor, input: { amount: "5000" } });
    expect(url).toMatch(/^https:\/\/checkout\.stripe\.com\//);
    const asked = provider.requests.at(-1);
    expect(asked).toMatchObject({ method: "POST", path: "/v1/checkout/sessions" });
    expect(asked?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
    const form = new URLSearchParams(asked?.body);
    expect(form.get("line_items[0][price_data][currency]")).toBe("pln");
    // 5,000 at 0.105 is 525.00, and 23 % of it 120.75.
    expect(form.get("line_items[0][price_data][unit_amount]")).toBe("64575");
    expect(form.get("success_url")).toBe(
      `https://sms.example.com/credits/payments/${form.get("client_reference_id")}`,
    );
    expect(await getBalance({ actor: operatorOf(accountId) })).toBe(0);
  });

  test.each(["", "99", "1000001", "many", "1000.5", "-1000"])(
    "refuses %j credits beside the field, and asks nobody",
    async (amount) => {
      const before = provider.requests.length;
      await expect(buy(amount)).rejects.toMatchObject({
        code: "invalid_request",
        details: { fields: { own_amount: [expect.stringContaining("from 100 to 1000000")] } },
      });
      expect(provider.requests.length).toBe(before);
    },
  );

  test("says that nothing was charged when Stripe refuses", async () => {
    const usual = provider.answer;
    provider.answer = () => ({ status: 402, body: '{"error":{"message":"no"}}' });
    await expect(buy("1000")).rejects.toMatchObject({ code: "unavailable" });
    provider.answer = usual;
  });
});

describe("an event of Stripe", () => {
  test("that a checkout was paid credits what was bought, as one movement", async () => {
    const payment = await buy("1000");
    expect(await post(eventOf(payment))).toEqual({ status: 200, body: { received: true } });
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(1000);
    const { movements } = await listMovements({
      actor: operatorOf(account.accountId),
      input: { query: {}, limit: 10 },
    });
    expect(movements).toMatchObject([{ kind: "topup", amount: 1000, balance: 1000 }]);
    expect(await statusOf(payment)).toBe("paid");
    expect(await getBought({ actor: operatorOf(account.accountId) })).toBe(1000);
  });

  test("credits once, however often and at whatever moment it comes", async () => {
    const payment = await buy("1000");
    const same = eventOf(payment);
    const others = [
      eventOf(payment),
      eventOf(payment, { type: "checkout.session.async_payment_succeeded" }),
    ];
    const answers = await Promise.all(
      [same, same, same, ...others, same].map((each) => post(each)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(1000);
    const events = await db()
      .select()
      .from(paymentEvents)
      .where(eq(paymentEvents.paymentId, payment.id));
    expect(events).toHaveLength(3);
  });

  test("that comes late does not take back what is paid", async () => {
    const payment = await buy("1000");
    await post(eventOf(payment));
    await post(eventOf(payment, { type: "checkout.session.expired" }));
    expect(await statusOf(payment)).toBe("paid");
  });

  test("promises nothing while the bank is still at it", async () => {
    const payment = await buy("1000");
    await post(eventOf(payment, { session: { payment_status: "unpaid" } }));
    expect([
      await statusOf(payment),
      await getBalance({ actor: operatorOf(account.accountId) }),
    ]).toEqual(["processing", 0]);
    await post(eventOf(payment, { type: "checkout.session.async_payment_succeeded" }));
    expect([
      await statusOf(payment),
      await getBalance({ actor: operatorOf(account.accountId) }),
    ]).toEqual(["paid", 1000]);
  });

  test("that a bank declined stands, though the end of its checkout is told later", async () => {
    const payment = await buy("1000");
    await post(eventOf(payment, { type: "checkout.session.async_payment_failed" }));
    await post(eventOf(payment, { session: { payment_status: "unpaid" } }));
    expect(await statusOf(payment)).toBe("failed");
  });

  test.each([
    ["checkout.session.expired", "expired"],
    ["checkout.session.async_payment_failed", "failed"],
  ])("%s leaves the payment %s and credits nothing", async (type, status) => {
    const payment = await buy("1000");
    await post(eventOf(payment, { type }));
    expect([
      await statusOf(payment),
      await getBalance({ actor: operatorOf(account.accountId) }),
    ]).toEqual([status, 0]);
  });

  test.each([
    ["another sum", { amount_total: 1 }],
    ["another currency", { currency: "huf" }],
  ])("with %s is refused whole, so that it comes again", async (_what, session) => {
    const payment = await buy("1000");
    expect((await post(eventOf(payment, { session }))).status).toBe(409);
    expect([
      await statusOf(payment),
      await getBalance({ actor: operatorOf(account.accountId) }),
    ]).toEqual(["open", 0]);
    await post(eventOf(payment));
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(1000);
  });

  test("of another checkout cannot pay for this one", async () => {
    const payment = await buy("1000");
    await post(eventOf(payment, { session: { id: "cs_test_other" } }));
    expect(await statusOf(payment)).toBe("open");
  });

  test("about something that was not sold here is none of our business", async () => {
    const payment = await buy("1000");
    const foreign = eventOf(payment, { session: { client_reference_id: "order-7" } });
    expect(await post(foreign)).toEqual({ status: 200, body: { received: false } });
    const other = eventOf(payment, { type: "customer.created" });
    expect(await post(other)).toEqual({ status: 200, body: { received: false } });
  });

  test.each<[string, (payload: string) => string]>([
    ["no signature", () => ""],
    ["the signature of another body", () => signed("{}")],
    ["an old signature", (payload) => signed(payload, Math.floor(Date.now() / 1000) - 600)],
  ])("with %s is refused and changes nothing", async (_what, signatureOf) => {
    const payment = await buy("1000");
    const payload = eventOf(payment);
    expect((await post(payload, signatureOf(payload))).status).toBe(401);
    expect(await getBalance({ actor: operatorOf(account.accountId) })).toBe(0);
  });
});

test("somebody else's payment is no payment", async () => {
  const payment = await buy("1000");
  const stranger = operatorOf((await mintAccount()).accountId);
  const input = { paymentId: publicId("pay", payment.id) };
  const found = getPayment({ actor: stranger, input });
  await expect(found).rejects.toMatchObject({ code: "not_found" });
});

test("what an account bought and what it costs are read with the scope `read`", async () => {
  const payment = await buy("1000");
  const input = { paymentId: publicId("pay", payment.id) };
  const actor = { ...operatorOf(account.accountId), scopes: ["send", "manage"] as const };
  for (const attempt of [
    () => getPayment({ actor, input }),
    () => getBought({ actor }),
    () => getCosts({ actor }),
    () => valueMovements({ actor, input: { movements: [] } }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("the month's purchases lower the price of the next, other months' do not", async () => {
  const first = await buy("10000");
  await post(eventOf(first));
  expect((await buy("1000")).rateMicros).toBe(92_000);
  await db()
    .update(payments)
    .set({ paidAt: sql`date_trunc('month', now()) - interval '1 second'` })
    .where(eq(payments.id, first.id));
  expect((await buy("1000")).rateMicros).toBe(120_000);
});

test("a purchase in the ledger is worth what was paid for it, whatever the rate of its month", async () => {
  const { accountId } = account;
  const payment = await buy("10000");
  expect((await post(eventOf(payment))).status).toBe(200);
  await grantCredits({ actor: operatorOf(accountId), input: { credits: 10, note: "Thanks" } });
  const { movements } = await listMovements({
    actor: operatorOf(accountId),
    input: { query: {}, limit: 10 },
  });
  const values = await valueMovements({ actor: operatorOf(accountId), input: { movements } });
  expect(movements.map(({ id, kind }) => [kind, values.get(id)])).toEqual([
    // 10 at 0.12, the rate before any message, and 10,000 at 0.105.
    ["grant", { micros: 1_200_000, currency: "PLN" }],
    ["topup", { micros: 1_050_000_000, currency: "PLN" }],
  ]);
});
