import { Hono } from "hono";
import { z } from "zod";
import { parseInput } from "../core/parse-input";
import { MovementQuery } from "../credits/contract";
import { exportMovements } from "../credits/export-movements";
import { listMessageDeliveries } from "../deliveries/list-message-deliveries";
import { exportAccount } from "../departures/export-account";
import { getMessage } from "../messages/get-message";
import { listMessages } from "../messages/list-messages";
import type { ApiEnv } from "./context";
import { cookieSession } from "./cookie-session";
import { liveResponse } from "./live-response";
import { methodNotAllowed } from "./method-not-allowed";
import { panelWebhookRoutes } from "./panel-webhook-routes";
import { csvResponse } from "./webhook-endpoint-routes";

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().optional(),
});

/** `/api/panel`: what the panel's own pages fetch, by session cookie. Not part of the public API. */
export const panelRoutes = new Hono<ApiEnv>()
  .get("/messages", cookieSession, async (c) => {
    const { limit, before } = parseInput(Page, c.req.query());
    const { data, nextCursor } = await listMessages(c.get("accountId"), { limit, cursor: before });
    return c.json({ data, next_cursor: nextCursor });
  })
  .all("/messages", methodNotAllowed("GET"))
  .get("/messages/:messageId", cookieSession, async (c) =>
    c.json(await getMessage(c.get("accountId"), c.req.param("messageId"))),
  )
  .all("/messages/:messageId", methodNotAllowed("GET"))
  .get("/messages/:messageId/deliveries", cookieSession, async (c) =>
    c.json({ data: await listMessageDeliveries(c.get("accountId"), c.req.param("messageId")) }),
  )
  .all("/messages/:messageId/deliveries", methodNotAllowed("GET"))
  .route("/webhook-endpoints", panelWebhookRoutes)
  .get("/export", cookieSession, async (c) => ndjsonResponse(await exportAccount(c.get("session"))))
  .all("/export", methodNotAllowed("GET"))
  .get("/movements.csv", cookieSession, (c) => {
    const query = parseInput(MovementQuery, c.req.query());
    return csvResponse(exportMovements(c.get("accountId"), query), "credits.csv");
  })
  .all("/movements.csv", methodNotAllowed("GET"))
  .get("/stream", cookieSession, (c) =>
    liveResponse({
      accountId: c.get("accountId"),
      cookie: c.req.header("cookie") ?? null,
      signal: c.req.raw.signal,
    }),
  )
  .all("/stream", methodNotAllowed("GET"));

/** Everything an account has, as a file to keep. */
function ndjsonResponse(lines: ReadableStream<Uint8Array>): Response {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(lines, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="depesza-export-${day}.ndjson"`,
    },
  });
}
