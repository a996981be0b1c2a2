import type { Context } from "hono";
import { exportAccount } from "../account-data/export-account";
import { ListContactsQuery } from "../contacts/contract";
import { exportContacts } from "../contacts/export-contacts";
import type { Actor } from "../core/actor";
import { parseInput } from "../core/parse-input";
import { CostQuery } from "../costs/contract";
import { exportCosts } from "../costs/export-costs";
import { readMonths } from "../costs/read-months";
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
import type { PanelPath } from "../operations/panel-contract";
import { exportOptOuts } from "../opt-outs/export-opt-outs";
import { valueMovements } from "../payments/value-movements";
import { listTokens } from "../tokens/list-tokens";
import type { ApiEnv } from "./context";
import { fileResponse } from "./file-response";
import { liveHead, liveResponse } from "./live-response";
import { panelActivityHandlers } from "./panel-activity-routes";
import { panelCampaignHandlers } from "./panel-campaign-routes";
import { panelStatementHandlers } from "./panel-statement-routes";
import { panelWebhookHandlers } from "./panel-webhook-routes";
import { readQuery } from "./read-query";
import { readSeparator } from "./read-separator";
import { type PanelHandlers, servePanel } from "./serve-panel";

/** What the pages of the log fetch. */
const logHandlers: PanelHandlers<Extract<PanelPath, `/api/panel/messages${string}`>> = {
  "/api/panel/messages": ({ actor, c }) => listLog({ actor, input: logQuery(c.req.raw) }),
  "/api/panel/messages.csv": ({ actor, c }) =>
    exportResponse(c, actor, { as: "csv", separator: readSeparator(c.req.raw) }),
  "/api/panel/messages.ndjson": ({ actor, c }) => exportResponse(c, actor, { as: "ndjson" }),
  "/api/panel/messages/count": ({ actor, c }) => countLog({ actor, input: logQuery(c.req.raw) }),
  "/api/panel/messages/{message_id}": ({ actor, params }) =>
    traceMessage({ actor, input: { messageId: params.message_id } }),
  "/api/panel/messages/{message_id}/deliveries": async ({ actor, params }) => ({
    data: await listMessageDeliveries({ actor, input: { messageId: params.message_id } }),
  }),
};

/** `/api/panel`: what the panel's own pages fetch, by session cookie. Not part of the public API. */
export const panelRoutes = servePanel({
  ...logHandlers,
  ...panelWebhookHandlers,
  ...panelCampaignHandlers,
  ...panelActivityHandlers,
  ...panelStatementHandlers,
  "/api/panel/tokens": async ({ actor }) => ({ data: await listTokens({ actor }) }),
  async "/api/panel/start"({ actor }) {
    const [onboarding, { data }] = await Promise.all([
      getOnboarding({ actor }),
      listMessages({ actor, input: { limit: 1 } }),
    ]);
    return { onboarding, message: data[0] ?? null };
  },
  "/api/panel/export": ({ actor, accountId, c }) =>
    fileResponse({ accountId, method: c.req.method }, `depesza-export-${today()}.ndjson`, () =>
      exportAccount({ actor }),
    ),
  "/api/panel/movements.csv"({ actor, accountId, c }) {
    const query = parseInput(MovementQuery, c.req.query());
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, "credits.csv", () =>
      exportMovements({
        actor,
        input: { query, separator },
        worthOf: (movements) => valueMovements({ actor, input: { movements } }),
      }),
    );
  },
  "/api/panel/costs.csv"({ actor, accountId, c }) {
    const { by, ...asked } = parseInput(CostQuery, c.req.query());
    const months = readMonths(asked);
    const separator = readSeparator(c.req.raw);
    const { from, to } = months;
    return fileResponse({ accountId, method: c.req.method }, `costs-${by}-${from}-${to}.csv`, () =>
      exportCosts({ actor, input: { by, months, separator } }),
    );
  },
  "/api/panel/opt-outs.csv"({ actor, accountId, c }) {
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, `opt-outs-${today()}.csv`, () =>
      exportOptOuts({ actor, input: { separator } }),
    );
  },
  "/api/panel/contacts.csv"({ actor, accountId, c }) {
    const { q, group_id } = parseInput(ListContactsQuery, c.req.query());
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, `contacts-${today()}.csv`, () =>
      exportContacts({ actor, input: { q, group_id, separator } }),
    );
  },
  "/api/panel/stream"({ actor, c }) {
    if (c.req.method === "HEAD") return liveHead({ actor });
    return liveResponse({ actor, signal: c.req.raw.signal });
  },
});

function logQuery(request: Request): LogQuery {
  return parseInput(LogQuery, readQuery(request));
}

/** The whole log that a query asks for, as a file. */
function exportResponse(c: Context<ApiEnv>, actor: Actor, format: LogFormat): Promise<Response> {
  const query = logQuery(c.req.raw);
  const reader = { accountId: actor.accountId, method: c.req.method };
  return fileResponse(reader, `messages-${today()}.${format.as}`, () =>
    exportMessages({ actor, input: { query, format } }),
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
