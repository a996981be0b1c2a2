import { Hono } from "hono";
import { exportDeliveries } from "../deliveries/export-deliveries";
import { getDelivery } from "../deliveries/get-delivery";
import { getReplay } from "../deliveries/get-replay";
import { getStanding } from "../deliveries/get-standing";
import { listDeliveries } from "../deliveries/list-deliveries";
import { listEndpoints } from "../webhooks/list-endpoints";
import type { ApiEnv } from "./context";
import { cookieSession } from "./cookie-session";
import { fileResponse } from "./file-response";
import { methodNotAllowed } from "./method-not-allowed";
import { readQuery } from "./read-query";
import { readSeparator } from "./read-separator";

/** `/api/panel/webhook-endpoints`: what the webhook pages fetch, of live and test endpoints alike. */
export const panelWebhookRoutes = new Hono<ApiEnv>()
  .get("/", cookieSession, async (c) =>
    c.json({ data: await listEndpoints({ accountId: c.get("accountId") }) }),
  )
  .all("/", methodNotAllowed("GET"))
  .get("/:id", cookieSession, async (c) =>
    c.json(await getStanding({ accountId: c.get("accountId") }, c.req.param("id"))),
  )
  .all("/:id", methodNotAllowed("GET"))
  .get("/:id/deliveries", cookieSession, async (c) => {
    const owner = { accountId: c.get("accountId") };
    const { data, nextCursor } = await listDeliveries(
      owner,
      c.req.param("id"),
      readQuery(c.req.raw),
    );
    return c.json({ data, next_cursor: nextCursor });
  })
  .all("/:id/deliveries", methodNotAllowed("GET"))
  .get("/:id/deliveries.csv", cookieSession, (c) => {
    const owner = { accountId: c.get("accountId") };
    const separator = readSeparator(c.req.raw);
    return fileResponse({ ...owner, method: c.req.method }, "webhook-deliveries.csv", () =>
      exportDeliveries(owner, c.req.param("id"), separator),
    );
  })
  .all("/:id/deliveries.csv", methodNotAllowed("GET"))
  .get("/:id/deliveries/:eventId", cookieSession, async (c) => {
    const { id, eventId } = c.req.param();
    return c.json(await getDelivery({ accountId: c.get("accountId") }, id, eventId));
  })
  .all("/:id/deliveries/:eventId", methodNotAllowed("GET"))
  .get("/:id/replay/:replayId", cookieSession, async (c) => {
    const { id, replayId } = c.req.param();
    return c.json(await getReplay({ accountId: c.get("accountId") }, id, replayId));
  })
  .all("/:id/replay/:replayId", methodNotAllowed("GET"));
