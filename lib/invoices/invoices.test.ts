import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invoices } from "@/drizzle/schema/invoices";
import { payments } from "@/drizzle/schema/payments";
import { listActivity } from "../activity/list-activity";
import { api } from "../api/app";
import { runAudit } from "../audit/run-audit";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { getBalance } from "../credits/get-balance";
import type { Language } from "../language/language";
import { startCheckout } from "../payments/start-checkout";
import { mintPerson } from "../testing/mint-person";
import { readPdf } from "../testing/read-pdf";
import { mintSignedIn } from "../testing/signed-in";
import { startStripe } from "../testing/start-stripe";
import { useOwnDatabase } from "../testing/use-own-database";
import { exportInvoice } from "./export-invoice";
import { getBuyer } from "./get-buyer";
import { type InvoiceView, listInvoices } from "./list-invoices";
import { setBuyer } from "./set-buyer";

const year = new Date().getUTCFullYear();
const buyer = {
  name: "Gęś i Żółw sp. z o.o.",
  address: "ul. Źródlana 5\n00-001 Łódź",
  tax_id: "PL5260250274",
};
const seller = {
  SELLER_NAME: "Depesza Operator SA",
  SELLER_ADDRESS: "ul. Prosta 1, 00-838 Warszawa",
  SELLER_TAX_ID: "PL1234563218",
};

let stripe: Awaited<ReturnType<typeof startStripe>>;
let dropDatabase: () => Promise<void>;
let account: Awaited<ReturnType<typeof mintSignedIn>>;
let count = 0;

beforeAll(async () => {
  stripe = await startStripe();
  dropDatabase = await useOwnDatabase({ ...stripe.settings, ...seller });
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

type Payment = typeof payments.$inferSelect;

/** Opens a checkout of 1,000 credits: 120.00 net, 27.60 VAT, 147.60 in all. */
async function open(): Promise<Payment> {
  const { accountId, actor } = account;
  await startCheckout({ actor, input: { amount: "own", own_amount: "1000" } });
  const [payment] = await db()
    .select()
    .from(payments)
    .where(eq(payments.accountId, accountId))
    .orderBy(sql`id desc`)
    .limit(1);
  if (!payment) throw new Error("There is no payment.");
  return payment;
}

async function post(type: string, object: object): Promise<number> {
  count += 1;
  const payload = JSON.stringify({ id: `evt_${count}`, object: "event", type, data: { object } });
  const response = await api.request("/api/payments/stripe", {
    method: "POST",
    headers: { "stripe-signature": stripe.sign(payload) },
    body: payload,
  });
  return response.status;
}

const intentOf = ({ id }: Payment) => `pi_${publicId("pay", id)}`;

const paid = (payment: Payment, more: object = {}) =>
  post("checkout.session.completed", {
    id: payment.sessionId,
    client_reference_id: publicId("pay", payment.id),
    payment_status: "paid",
    payment_intent: intentOf(payment),
    amount_total: payment.grossCents,
    currency: payment.currency.toLowerCase(),
    ...more,
  });

const refunded = (payment: Payment, amount: number, more: object = {}) =>
  post("refund.created", {
    id: `re_${count}`,
    payment_intent: intentOf(payment),
    amount,
    status: "succeeded",
    ...more,
  });

async function list(): Promise<InvoiceView[]> {
  return (await listInvoices({ actor: account.actor, input: { limit: 50 } })).data;
}

async function textOf(invoiceId: string, language: Language = "en"): Promise<string> {
  const actor = { ...account.actor, language };
  const stream = await exportInvoice({ actor, input: { invoiceId } });
  return readPdf(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The numbers of all accounts in a series, in order, without what is before them. */
async function numbersOf(series: string): Promise<number[]> {
  const rows = await db().select({ number: invoices.number }).from(invoices);
  return rows
    .filter(({ number }) => number.startsWith(`${series}/${year}/`))
    .map(({ number }) => Number(number.split("/")[2]))
    .sort((one, other) => one - other);
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe("a purchase", () => {
  test("gets one invoice with seller, buyer, and the sums that were paid, in both languages", async () => {
    await setBuyer({ actor: account.actor, input: buyer });
    const payment = await open();
    expect(await paid(payment)).toBe(200);
    expect(await paid(payment)).toBe(200);
    const [invoice, ...others] = await list();
    expect(others).toEqual([]);
    expect(invoice).toMatchObject({
      kind: "invoice",
      number: expect.stringMatching(new RegExp(`^INV/${year}/\\d{6}$`)),
      payment_id: publicId("pay", payment.id),
      credits: 1000,
      ...{ net_cents: 12_000, vat_cents: 2760, gross_cents: 14_760 },
    });
    const { invoice_id: id = "", number = "" } = invoice ?? {};
    const english = await textOf(id);
    for (const words of ["Invoice", number, "Seller", seller.SELLER_NAME, "Tax ID: PL1234563218"]) {
      expect(english).toContain(words);
    }
    expect(english).toContain(
      "Gęś i Żółw sp. z o.o. ul. Źródlana 5 00-001 Łódź Tax ID: PL5260250274",
    );
    expect(english).toContain("SMS credits 1,000 PLN 0.12 PLN 120.00 PLN 27.60 PLN 147.60");
    const polish = await textOf(id, "pl");
    expect(polish).toContain("Faktura");
    expect(polish).toContain("Nabywca");
    expect(polish).toContain("VAT 23%");
    expect(polish).toContain("Kredyty SMS 1 000 0,12 zł 120,00 zł 27,60 zł 147,60 zł");
  });

  test("of somebody who entered no details gets a receipt, which does not call itself an invoice", async () => {
    await paid(await open());
    const [receipt] = await list();
    expect(receipt).toMatchObject({ kind: "receipt", buyer_name: null });
    const text = await textOf(receipt?.invoice_id ?? "");
    expect(text).toContain("Receipt");
    expect(text).toContain("It is not a VAT invoice.");
    expect(text.replace("It is not a VAT invoice.", "")).not.toMatch(/invoice/i);
  });

  test("that does not succeed gets none, and takes no number", async () => {
    const before = await numbersOf("REC");
    const payment = await open();
    expect(await paid(payment, { amount_total: 1 })).toBe(409);
    await post("checkout.session.expired", {
      id: payment.sessionId,
      client_reference_id: publicId("pay", payment.id),
      payment_status: "unpaid",
      amount_total: null,
      currency: null,
    });
    expect(await list()).toEqual([]);
    expect(await numbersOf("REC")).toEqual(before);
  });

  test("gets the next number, also when many are booked at once and some fail", async () => {
    const wanted = await Promise.all(upTo(8).map(() => open().catch(() => undefined)));
    const opened = await db()
      .select()
      .from(payments)
      .where(eq(payments.accountId, account.accountId));
    expect(wanted.length).toBe(opened.length);
    await Promise.all(
      opened.map((payment, at) => paid(payment, at % 3 === 0 ? { amount_total: 1 } : {})),
    );
    const numbers = await numbersOf("REC");
    expect(numbers).toEqual(upTo(numbers.length));
  });
});

describe("what was issued", () => {
  test("stays as it was when the buyer changes, and the database rejects changing or deleting it", async () => {
    await setBuyer({ actor: account.actor, input: buyer });
    await paid(await open());
    await setBuyer({ actor: account.actor, input: { ...buyer, name: "Another Ltd" } });
    const [invoice] = await list();
    expect(invoice?.buyer_name).toBe(buyer.name);
    for (const statement of [
      sql`update invoices set buyer_name = 'X' where account_id = ${account.accountId}`,
      sql`delete from invoices where account_id = ${account.accountId}`,
    ]) {
      await expect(db().execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining("append-only") },
      });
    }
    await paid(await open());
    expect((await list()).map(({ buyer_name }) => buyer_name)).toEqual(["Another Ltd", buyer.name]);
  });

  test("is read by the people of its account alone", async () => {
    await paid(await open());
    const [receipt] = await list();
    const { actor } = await mintSignedIn();
    await expect(
      exportInvoice({ actor, input: { invoiceId: receipt?.invoice_id ?? "" } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a refund", () => {
  test("is corrected by its part, then by the rest, and the documents add up to what is left", async () => {
    await setBuyer({ actor: account.actor, input: buyer });
    const payment = await open();
    await paid(payment);
    await refunded(payment, 5000);
    await refunded(payment, 9760);
    const [second, first, invoice] = await list();
    expect(first).toMatchObject({ kind: "correction", credits: -339, gross_cents: -5000 });
    expect(second).toMatchObject({ kind: "correction", gross_cents: -9760 });
    for (const name of ["credits", "net_cents", "vat_cents", "gross_cents"] as const) {
      expect([first, second, invoice].reduce((sum, each) => sum + (each?.[name] ?? 0), 0)).toBe(0);
    }
    const text = await textOf(first?.invoice_id ?? "");
    expect(text).toContain("Corrective invoice");
    expect(text).toContain(invoice?.number);
    expect(text).toContain("PLN 50.00");
    const numbers = await numbersOf("COR");
    expect(numbers).toEqual(upTo(numbers.length));
    expect(await getBalance({ actor: account.actor })).toBe(0);
  });

  test("that comes twice is corrected once, and one that fails is taken back", async () => {
    const payment = await open();
    await paid(payment);
    const refund = { id: "re_fails" };
    await refunded(payment, 14_760, refund);
    await refunded(payment, 14_760, refund);
    expect((await list()).map(({ gross_cents }) => gross_cents)).toEqual([-14_760, 14_760]);
    await refunded(payment, 14_760, { ...refund, status: "failed" });
    expect((await list()).map(({ gross_cents }) => gross_cents)).toEqual([14_760, -14_760, 14_760]);
    expect(await getBalance({ actor: account.actor })).toBe(1000);
  });

  test("known before the payment gets an invoice and its correction", async () => {
    const payment = await open();
    await refunded(payment, 14_760);
    expect(await list()).toEqual([]);
    await paid(payment);
    expect((await list()).map(({ kind }) => kind)).toEqual(["correction", "receipt"]);
  });
});

describe("billing details", () => {
  test("are set by owners and Billing, recorded, and emptied", async () => {
    const { accountId, actor } = account;
    const billing = await mintPerson(accountId, "billing");
    await setBuyer({ actor: billing, input: buyer });
    expect(await getBuyer({ actor })).toEqual({
      ...{ name: buyer.name, address: buyer.address, taxId: buyer.tax_id },
    });
    const { data } = await listActivity({
      actor,
      input: { action: "settings.changed", limit: 50 },
    });
    expect(data[0]).toMatchObject({ after: { buyer_name: buyer.name, tax_id: buyer.tax_id } });
    await expect(
      setBuyer({ actor: await mintPerson(accountId, "sender"), input: buyer }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const foreign = {
      name: "Ćwikła & Σία, ООО “Ёж”",
      address: "1\n2\n3\n4\n5\n6\n7\n8",
      tax_id: "№ 1",
    };
    await setBuyer({ actor, input: foreign });
    expect(await getBuyer({ actor })).toMatchObject({
      name: foreign.name,
      address: foreign.address,
    });
    await setBuyer({ actor, input: { name: " ", address: "", tax_id: "" } });
    expect(await getBuyer({ actor })).toBeNull();
  });

  test.each([
    [{ ...buyer, name: "" }, "name"],
    [{ ...buyer, address: " \n " }, "address"],
    [{ ...buyer, name: "x".repeat(201) }, "name"],
    [{ ...buyer, address: "x".repeat(301) }, "address"],
    [{ ...buyer, tax_id: "1".repeat(31) }, "tax_id"],
    [{ ...buyer, name: "a\u0000b" }, "name"],
    [{ ...buyer, address: "a\u202eb" }, "address"],
    [{ ...buyer, address: Array(9).fill("Street").join("\n") }, "address"],
    [{ ...buyer, name: "株式会社" }, "name"],
    [{ ...buyer, name: "Shop 🚀" }, "name"],
  ])("%o is rejected, and the field is named", async (input, field) => {
    await expect(setBuyer({ actor: account.actor, input })).rejects.toMatchObject({
      code: "invalid_request",
      details: { fields: { [field]: [expect.any(String)] } },
    });
  });
});
