import type { Stripe } from "stripe";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { stripe } from "./_stripe";
import { paymentSentences } from "./sentences";

/**
 * An event that Stripe posted, once its signature has been checked over the very bytes. Throws not_found
 * where nothing is sold, and unauthorized for a wrong, missing or old signature.
 */
export async function readEvent(
  body: string,
  signature: string | undefined,
): Promise<Stripe.Event> {
  const { webhooks } = await stripe();
  const { STRIPE_WEBHOOK_SECRET = "" } = env();
  const event = webhooks.constructEventAsync(body, signature ?? "", STRIPE_WEBHOOK_SECRET);
  return event.catch((cause: unknown) => {
    throw new AppError("unauthorized", paymentSentences.wrongSignature, { cause });
  });
}
