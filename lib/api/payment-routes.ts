import { internalCalls } from "../operations/internal-calls";
import { readEvent } from "../payments/read-event";
import { recordEvent } from "../payments/record-event";
import type { Route } from "./mount";
import { readText } from "./read-json";

/** What Stripe reports of checkouts, signed. 2xx only after commit; otherwise Stripe retries. */
export const paymentRoutes: Route[] = [
  {
    call: internalCalls.receiveStripeEvent,
    async respond(c) {
      const body = await readText(c.req.raw);
      const event = await readEvent(body, c.req.header("stripe-signature"));
      return c.json({ received: await recordEvent(event) });
    },
  },
];
