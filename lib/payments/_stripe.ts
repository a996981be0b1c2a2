import type { Stripe } from "stripe";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { oncePer } from "../core/once";
import { paymentSentences } from "./sentences";

const timeoutMs = 15_000;

/** Stripe's client. Throws not_found where nothing is sold. Loaded with its first use: it is large. */
export function stripe(): Promise<Stripe> {
  const { STRIPE_SECRET_KEY } = env();
  if (STRIPE_SECRET_KEY === undefined) {
    throw new AppError("not_found", paymentSentences.notSold);
  }
  return clientWith(STRIPE_SECRET_KEY);
}

const clientWith = oncePer(async (secretKey: string) => {
  const { default: Client } = await import("stripe");
  const { protocol, hostname, port } = new URL(env().STRIPE_API_URL);
  return new Client(secretKey, {
    protocol: protocol === "http:" ? "http" : "https",
    host: hostname,
    port: port || (protocol === "http:" ? 80 : 443),
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
  });
});
