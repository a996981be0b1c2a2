import { env } from "../core/env";

/** Whether people can buy credits here by themselves. */
export function isCheckoutOn(): boolean {
  return env().STRIPE_SECRET_KEY !== undefined;
}
