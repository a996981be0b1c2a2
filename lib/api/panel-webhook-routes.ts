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
  "/api/panel/webhook-endpoints": async ({ actor }) => ({
    data: await listEndpoints({ actor }),
  }),
  "/api/panel/webhook-endpoints/{endpoint_id}": ({ actor, params }) =>
    getEndpointHealth({ actor, input: { endpointId: params.endpoint_id } }),
  async "/api/panel/webhook-endpoints/{endpoint_id}/deliveries"({ actor, params, c }) {
    const query = parseInput(ListDeliveriesInput, readQuery(c.req.raw));
    const input = { endpointId: params.endpoint_id, query };
    const { data, nextCursor } = await listDeliveries({ actor, input });
    return { data, next_cursor: nextCursor };
  },
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries.csv": ({ actor, params, c }) => {
    const input = { endpointId: params.endpoint_id, separator: readSeparator(c.req.raw) };
    const reader = { accountId: actor.accountId, method: c.req.method };
    return fileResponse(reader, "webhook-deliveries.csv", () => exportDeliveries({ actor, input }));
  },
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries/{event_id}": ({ actor, params }) =>
    getDelivery({ actor, input: { endpointId: params.endpoint_id, eventId: params.event_id } }),
  "/api/panel/webhook-endpoints/{endpoint_id}/replay/{replay_id}": ({ actor, params }) =>
    getReplay({ actor, input: { endpointId: params.endpoint_id, replayId: params.replay_id } }),
};
