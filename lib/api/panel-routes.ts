import { type Context, Hono } from "hono";
import { exportAccount } from "../account-data/export-account";
import { parseInput } from "../core/parse-input";
import { MovementQuery } from "../credits/contract";
import { exportMovements } from "../credits/export-movements";
import { listMessageDeliveries } from "../deliveries/list-message-deliveries";
import { countLog } from "../message-log/count-log";
import { exportMessages, type LogFormat } from "../message-log/export-messages";
import { listLog } from "../message-log/list-log";
import { listMessages } from "../message-log/list-messages";
import { LogQuery } from "../message-log/log-contract";
import { traceMessage } from "../message-log/trace-message";
import { getOnboarding } from "../onboarding/get-onboarding";
import { valueMovements } from "../payments/value-movements";
import { getSend } from "../sends/get-send";
import { listTokens } from "../tokens/list-tokens";
import type { ApiEnv } from "./context";
import { cookieSession } from "./cookie-session";
import { fileResponse } from "./file-response";
import { liveHead, liveResponse } from "./live-response";
import { methodNotAllowed } from "./method-not-allowed";
import { panelWebhookRoutes } from "./panel-webhook-routes";
import { readQuery } from "./read-query";
import { readSeparator } from "./read-separator";

/** `/api/panel`: what the panel's own pages fetch, by session cookie. Not part of the public API. */
export const panelRoutes = new Hono<ApiEnv>()
  .get("/messages", cookieSession, async (c) =>
    c.json(await listLog(c.get("accountId"), logQuery(c.req.raw))),
  )
  .all("/messages", methodNotAllowed("GET"))
  .get("/messages.csv", cookieSession, (c) =>
    exportResponse(c, { as: "csv", separator: readSeparator(c.req.raw) }),
  )
  .all("/messages.csv", methodNotAllowed("GET"))
  .get("/messages.ndjson", cookieSession, (c) => exportResponse(c, { as: "ndjson" }))
  .all("/messages.ndjson", methodNotAllowed("GET"))
  .get("/messages/count", cookieSession, async (c) =>
    c.json(await countLog(c.get("accountId"), logQuery(c.req.raw))),
  )
  .all("/messages/count", methodNotAllowed("GET"))
  .get("/messages/:messageId", cookieSession, async (c) =>
    c.json(await traceMessage(c.get("accountId"), c.req.param("messageId"))),
  )
  .all("/messages/:messageId", methodNotAllowed("GET"))
  .get("/messages/:messageId/deliveries", cookieSession, async (c) =>
    c.json({ data: await listMessageDeliveries(c.get("accountId"), c.req.param("messageId")) }),
  )
  .all("/messages/:messageId/deliveries", methodNotAllowed("GET"))
  .get("/tokens", cookieSession, async (c) =>
    c.json({ data: await listTokens({ accountId: c.get("accountId") }) }),
  )
  .all("/tokens", methodNotAllowed("GET"))
  .get("/sends/:sendId", cookieSession, async (c) =>
    c.json(await getSend(c.get("accountId"), c.req.param("sendId"))),
  )
  .all("/sends/:sendId", methodNotAllowed("GET"))
  .get("/start", cookieSession, async (c) => {
    const accountId = c.get("accountId");
    const [onboarding, { data }] = await Promise.all([
      getOnboarding(accountId),
      listMessages({ accountId }, { limit: 1 }),
    ]);
    return c.json({ onboarding, message: data[0] ?? null });
  })
  .all("/start", methodNotAllowed("GET"))
  .route("/webhook-endpoints", panelWebhookRoutes)
  .get("/export", cookieSession, (c) =>
    fileResponse(readerOf(c), `depesza-export-${today()}.ndjson`, () =>
      exportAccount(c.get("session")),
    ),
  )
  .all("/export", methodNotAllowed("GET"))
  .get("/movements.csv", cookieSession, (c) => {
    const accountId = c.get("accountId");
    const query = parseInput(MovementQuery, c.req.query());
    const separator = readSeparator(c.req.raw);
    return fileResponse(readerOf(c), "credits.csv", () =>
      exportMovements(accountId, query, {
        separator,
        worthOf: (movements) => valueMovements(accountId, movements),
      }),
    );
  })
  .all("/movements.csv", methodNotAllowed("GET"))
  .get("/stream", cookieSession, (c) => {
    const { accountId, sessionId } = c.get("session");
    if (c.req.method === "HEAD") return liveHead({ accountId });
    return liveResponse({ accountId, sessionId, signal: c.req.raw.signal });
  })
  .all("/stream", methodNotAllowed("GET"));

function logQuery(request: Request): LogQuery {
  return parseInput(LogQuery, readQuery(request));
}

/** The whole log that an address asks for, as a file. */
function exportResponse(c: Context<ApiEnv>, format: LogFormat): Promise<Response> {
  const query = logQuery(c.req.raw);
  return fileResponse(readerOf(c), `messages-${today()}.${format.as}`, () =>
    exportMessages(c.get("accountId"), query, format),
  );
}

function readerOf(c: Context<ApiEnv>) {
  return { accountId: c.get("accountId"), method: c.req.method };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
