import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { CarrierHealthReport } from "../carrier";
import { carrierText } from "../http/carrier-text";
import type { TwilioAccount } from "./_twilio-account";

const Balance = z.object({ balance: carrierText, currency: carrierText });
const Problem = z.object({ code: z.number() });

/** Asks Twilio for the account's balance, which a subaccount does not have. Rejects if the account can't be read. */
export async function readBalance(account: TwilioAccount): Promise<CarrierHealthReport> {
  const { status, text } = await account.request({ method: "GET", resource: "Balance.json" });
  const json = jsonIn(text);
  // It knows the account, but there is nothing to read: no such resource.
  if (status === 404 && Problem.safeParse(json).success) return { balance: null };
  if (status !== 200) throw new Error(`Twilio does not say its balance: HTTP ${status}`);
  const { balance, currency } = Balance.safeParse(json).data ?? {};
  return { balance: balance && currency ? { amount: balance, unit: currency } : null };
}
