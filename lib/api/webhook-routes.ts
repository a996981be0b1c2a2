import type { Context } from "hono";
import { internalCalls } from "../operations/internal-calls";
import { receiveCallback } from "../receipts/receive-callback";
import type { ApiEnv } from "./context";
import type { Route } from "./mount";
import { readText } from "./read-json";

/** What a carrier puts into the address of its callbacks is short. */
const maxPathParts = 6;

/**
 * `/api/webhooks/{carrier}/{secret}/…`: what a carrier reports. Each carrier knows what proves it and how to read it.
 * 2xx only after the commit.
 */
export const webhookRoutes: Route[] = [
  { call: internalCalls.receiveCarrierEvents, respond },
  { call: internalCalls.receiveCarrierEventsBehind, respond },
  { call: internalCalls.receiveCarrierQuery, respond },
  { call: internalCalls.receiveCarrierQueryBehind, respond },
];

async function respond(c: Context<ApiEnv>): Promise<Response> {
  const { carrier = "", secret = "", rest = "" } = c.req.param() as Record<string, string>;
  const isGet = c.req.method === "GET";
  const { placed, parked, response } = await receiveCallback(carrier, {
    method: isGet ? "GET" : "POST",
    secret,
    path: rest.split("/", maxPathParts).filter((part) => part !== ""),
    query: new URL(c.req.url).search.slice(1),
    address: c.env.clientAddress,
    header: (name) => c.req.header(name),
    body: isGet ? "" : await readText(c.req.raw),
  });
  if (!response) return c.json({ received: placed, kept: parked });
  return c.body(response.body, 200, { "content-type": response.contentType });
}
