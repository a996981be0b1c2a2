import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { CarrierHealthReport } from "../carrier";
import { carrierText } from "../http/carrier-text";
import type { VonageAccount } from "./_attempt-vonage";

const Balance = z.object({ value: carrierText });

/** Asks Vonage for the account's balance, which is in euros. Rejects if the account can't be read. */
export async function readBalance({
  client,
  apiKey,
  apiSecret,
}: VonageAccount): Promise<CarrierHealthReport> {
  // Not in the query, where proxies would log the secret.
  const credentials = Buffer.from(`${apiKey}:${apiSecret}`).toString("base64");
  const { status, text } = await client({
    method: "GET",
    path: "/account/get-balance",
    headers: { authorization: `Basic ${credentials}`, accept: "application/json" },
  });
  if (status !== 200) throw new Error(`Vonage does not say its balance: HTTP ${status}`);
  const amount = Balance.safeParse(jsonIn(text)).data?.value;
  return { balance: amount === undefined ? null : { amount, unit: "EUR" } };
}
