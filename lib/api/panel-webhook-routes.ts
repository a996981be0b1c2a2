import { parseInput } from "../core/parse-input";
import { ListDeliveriesInput } from "../deliveries/contract";
import { exportDeliveries } from "../deliveries/export-deliveries";
import { getDelivery } from "../deliveries/get-delivery";
import { getEndpointHealth } from "../deliveries/get-endpoint-health";
import { getReplay } from "../deliveries/get-replay";
import { listDeliveries } from "../deliveries/list-deliveries";
import type { PanelPath } from "../operations/panel-contract";
import { listEndpoints } from "../webhooks/list-endpoints";
import { fileResponse } from "./file-response";
import { readQuery } from "./read-query";
import { readSeparator } from "./read-separator";
import type { PanelHandlers } from "./serve-panel";

type WebhookPath = Extract<PanelPath, `/api/panel/webhook-endpoints${string}`>;

/** What the webhook pages fetch, of live and test endpoints alike. */
export const panelWebhookHandlers: PanelHandlers<WebhookPath> = {
  "/api/panel/webhook-endpoints": async ({ accountId }) => ({
    data: await listEndpoints({ accountId }),
  }),
  "/api/panel/webhook-endpoints/{endpoint_id}": ({ accountId, params }) =>
    getEndpointHealth({ accountId }, params.endpoint_id),
  async "/api/panel/webhook-endpoints/{endpoint_id}/deliveries"({ accountId, params, c }) {
    const query = parseInput(ListDeliveriesInput, readQuery(c.req.raw));
    const page = await listDeliveries({ accountId }, params.endpoint_id, query);
    return { data: page.data, next_cursor: page.nextCursor };
  },
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries.csv": ({ accountId, params, c }) => {
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, "webhook-deliveries.csv", () =>
      exportDeliveries({ accountId }, params.endpoint_id, separator),
    );
  },
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries/{event_id}": ({ accountId, params }) =>
    getDelivery({ accountId }, params.endpoint_id, params.event_id),
  "/api/panel/webhook-endpoints/{endpoint_id}/replay/{replay_id}": ({ accountId, params }) =>
    getReplay({ accountId }, params.endpoint_id, params.replay_id),
};
