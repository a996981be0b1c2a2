import { Hono } from "hono";
import { readEvent } from "../payments/read-event";
import { recordEvent } from "../payments/record-event";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";
import { readText } from "./read-json";

/** `/api/payments/stripe`: what Stripe tells of checkouts, signed. 2xx only after commit; else it comes again. */
export const paymentRoutes = new Hono<ApiEnv>()
  .post("/stripe", async (c) => {
    const body = await readText(c.req.raw);
    const event = await readEvent(body, c.req.header("stripe-signature"));
    return c.json({ received: await recordEvent(event) });
  })
  .all("/stripe", methodNotAllowed("POST"));
