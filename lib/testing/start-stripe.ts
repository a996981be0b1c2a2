import { Stripe } from "stripe";
import { type Receiver, startReceiver } from "./start-receiver";

interface StripeStand {
  /** What was requested of its API. */
  provider: Receiver;
  /** The settings that make an installation sell credits through it. */
  settings: Record<string, string>;
  /** The signature header of an event, made by Stripe's own package. */
  sign(payload: string, timestamp?: number): string;
}

const secret = "whsec_test";

/**
 * Stands in for Stripe's API on a real socket: opens checkouts, and says which checkout a payment intent belongs to.
 * The intent of a payment here is "pi_" and our public ID of the payment.
 */
export async function startStripe(): Promise<StripeStand> {
  const provider = await startReceiver(({ method, path, body }, place) => ({
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(
      method === "GET"
        ? { object: "list", data: sessionsAt(path) }
        : {
            id: `cs_test_${place}_${new URLSearchParams(body).get("client_reference_id")}`,
            object: "checkout.session",
            url: `https://checkout.stripe.com/c/pay/${place}`,
          },
    ),
  }));
  return {
    provider,
    settings: {
      STRIPE_SECRET_KEY: "sk_test_1",
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_API_URL: `http://127.0.0.1:${provider.port}`,
      APP_URL: "https://sms.example.com",
    },
    sign: (payload, timestamp) =>
      new Stripe("sk_test_1").webhooks.generateTestHeaderString({
        payload,
        secret,
        ...(timestamp && { timestamp }),
      }),
  };
}

function sessionsAt(path: string) {
  const intent = new URL(path, "http://127.0.0.1").searchParams.get("payment_intent") ?? "";
  if (!intent.startsWith("pi_pay_")) return [];
  return [{ object: "checkout.session", client_reference_id: intent.slice("pi_".length) }];
}
