import { Hono } from "hono";
import { receiveCallback } from "../receipts/receive-callback";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";
import { readText } from "./read-json";

/**
 * `/api/webhooks/{carrier}/{secret}`: a carrier's delivery events. Each carrier knows what proves them and how to
 * read them. 2xx only after the commit.
 */
export const webhookRoutes = new Hono<ApiEnv>()
  .post("/:carrier/:secret", async (c) => {
    const { placed, parked } = await receiveCallback(c.req.param("carrier"), {
      secret: c.req.param("secret"),
      address: c.env.clientAddress,
      header: (name) => c.req.header(name),
      body: await readText(c.req.raw),
    });
    return c.json({ received: placed, kept: parked });
  })
  .all("/:carrier/:secret", methodNotAllowed("POST"));
