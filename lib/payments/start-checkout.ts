import type { Stripe } from "stripe";
import { payments } from "@/drizzle/schema/payments";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { quoteTopUp } from "../pricing/quote-top-up";
import { isPayment } from "./_find-payment";
import { stripe } from "./_stripe";
import { TopUpInput } from "./contract";
import { getBought } from "./get-bought";
import { priceListInForce } from "./price-list-in-force";
import { paymentSentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** A `TopUpInput` that nobody has checked. */
  input: unknown;
}

type NewPayment = typeof payments.$inferInsert;

/**
 * Opens a purchase of credits and returns the address of the hosted checkout. The price is fixed here.
 * Throws invalid_request, not_found where nothing is sold, unavailable when Stripe does not answer, and forbidden without
 * `manage_billing`.
 */
export async function startCheckout({ actor, input }: Wanted): Promise<string> {
  demandPermission(actor, "manage_billing");
  const client = await stripe();
  const { credits } = parseInput(TopUpInput, input);
  const { accountId } = actor;
  const list = priceListInForce();
  const { tier, bill } = quoteTopUp({ credits, bought: await getBought({ actor }) }, list);
  const payment: NewPayment = {
    id: newId(),
    accountId,
    credits,
    rateMicros: tier.rateMicros,
    currency: list.currency,
    ...bill,
  };
  await db().insert(payments).values(payment);
  const session = await openSession(client, payment, actor);
  await db()
    .update(payments)
    .set({ sessionId: session.id })
    .where(isPayment({ accountId, paymentId: payment.id }));
  if (!session.url) throw notAnswered("a session without an address");
  return session.url;
}

async function openSession(client: Stripe, payment: NewPayment, actor: UserActor) {
  const reference = publicId("pay", payment.id);
  const words = productWords(payment, actor.language);
  const session = client.checkout.sessions.create(
    {
      mode: "payment",
      client_reference_id: reference,
      customer_email: actor.email,
      locale: actor.language,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: payment.currency.toLowerCase(),
            unit_amount: payment.grossCents,
            product_data: words,
          },
        },
      ],
      success_url: `${appUrl()}/credits/payments/${reference}`,
      cancel_url: `${appUrl()}/credits#top-up`,
    },
    { idempotencyKey: payment.id },
  );
  return session.catch((cause: unknown) => {
    throw notAnswered(cause);
  });
}

function productWords({ credits, netCents, vatCents }: NewPayment, language: "en" | "pl") {
  const money = (cents: number) => (cents / 100).toFixed(2);
  return language === "pl"
    ? {
        name: `Depesza: kredyty, ${credits}`,
        description: `Netto ${money(netCents)}, VAT ${money(vatCents)}. Jeden kredyt to jeden segment.`,
      }
    : {
        name: `Depesza: ${credits} credits`,
        description: `Net ${money(netCents)}, VAT ${money(vatCents)}. One credit is one segment.`,
      };
}

function notAnswered(cause: unknown): AppError {
  return new AppError("unavailable", paymentSentences.noPaymentPage, { cause });
}
