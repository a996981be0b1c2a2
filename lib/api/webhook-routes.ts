import { internalCalls } from "../operations/internal-calls";
import { receiveCallback } from "../receipts/receive-callback";
import type { Route } from "./mount";
import { readText } from "./read-json";

/**
 * `/api/webhooks/{carrier}/{secret}`: a carrier's delivery events. Each carrier knows what proves them and how to
 * read them. 2xx only after the commit.
 */
export const webhookRoutes: Route[] = [
  {
    call: internalCalls.receiveCarrierEvents,
    respond: async (c) => {
      const { carrier = "", secret = "" } = c.req.param();
      const { placed, parked } = await receiveCallback(carrier, {
        secret,
        address: c.env.clientAddress,
        header: (name) => c.req.header(name),
        body: await readText(c.req.raw),
      });
      return c.json({ received: placed, kept: parked });
    },
  },
];
