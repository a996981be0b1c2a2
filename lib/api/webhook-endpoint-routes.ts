import { exportDeliveries } from "../deliveries/export-deliveries";
import { getDelivery } from "../deliveries/get-delivery";
import { getReplay } from "../deliveries/get-replay";
import { listDeliveries } from "../deliveries/list-deliveries";
import { pullEvents } from "../deliveries/pull-events";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import { deliveryOperations } from "../operations/delivery-operations";
import { endpointOperations } from "../operations/endpoint-operations";
import { createEndpoint } from "../webhooks/create-endpoint";
import { deleteEndpoint } from "../webhooks/delete-endpoint";
import { getEndpoint } from "../webhooks/get-endpoint";
import { listEndpoints } from "../webhooks/list-endpoints";
import { rotateSecret } from "../webhooks/rotate-secret";
import { sendTestEvent } from "../webhooks/send-test-event";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { fileResponse } from "./file-response";
import { serve } from "./serve";

/** `/api/webhook-endpoints`: a customer's endpoints. A test token sees those of test messages, a live one the others. */
export const endpointRoutes = serve(endpointOperations, {
  listWebhookEndpoints: async ({ token: actor }) => ({ data: await listEndpoints({ actor }) }),
  createWebhookEndpoint: async ({ token: actor, body }) =>
    createEndpoint({ actor, input: await body() }),
  getWebhookEndpoint: ({ token: actor, params }) =>
    getEndpoint({ actor, input: { endpointId: params.endpoint_id } }),
  updateWebhookEndpoint: async ({ token: actor, params, body }) =>
    updateEndpoint({ actor, input: { endpointId: params.endpoint_id, wanted: await body() } }),
  async deleteWebhookEndpoint({ token: actor, params }) {
    await deleteEndpoint({ actor, input: { endpointId: params.endpoint_id } });
    return undefined;
  },
  rotateWebhookSecret: ({ token: actor, params }) =>
    rotateSecret({ actor, input: { endpointId: params.endpoint_id } }),
  sendTestEvent: async ({ token: actor, params, body }) =>
    sendTestEvent({ actor, input: { endpointId: params.endpoint_id, wanted: await body() } }),
});

/** What was sent to an endpoint, and sending it again; and what a listener gets. */
export const deliveryRoutes = serve(deliveryOperations, {
  async listDeliveries({ token: actor, params, query }) {
    const input = { endpointId: params.endpoint_id, query };
    const { data, nextCursor } = await listDeliveries({ actor, input });
    return { data, next_cursor: nextCursor };
  },
  exportDeliveries({ token: actor, params, c }) {
    const reader = { accountId: actor.accountId, method: c.req.method };
    return fileResponse(reader, "webhook-deliveries.csv", () =>
      exportDeliveries({ actor, input: { endpointId: params.endpoint_id } }),
    );
  },
  getDelivery: ({ token: actor, params }) =>
    getDelivery({ actor, input: { endpointId: params.endpoint_id, eventId: params.event_id } }),
  replayDeliveries: async ({ token: actor, params, body }) =>
    replayDeliveries({ actor, input: { endpointId: params.endpoint_id, wanted: await body() } }),
  pullEvents: ({ token: actor, params }) =>
    pullEvents({ actor, input: { endpointId: params.endpoint_id } }),
  getReplay: ({ token: actor, params }) =>
    getReplay({ actor, input: { endpointId: params.endpoint_id, replayId: params.replay_id } }),
});
