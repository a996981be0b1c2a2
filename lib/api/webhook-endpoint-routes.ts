import { exportDeliveries } from "../deliveries/export-deliveries";
import { getDelivery } from "../deliveries/get-delivery";
import { getReplay } from "../deliveries/get-replay";
import { listDeliveries } from "../deliveries/list-deliveries";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import { deliveryOperations } from "../operations/delivery-operations";
import { endpointOperations } from "../operations/endpoint-operations";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
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
  listWebhookEndpoints: async ({ token }) => ({ data: await listEndpoints(ownerOf(token)) }),
  createWebhookEndpoint: async ({ token, body }) => createEndpoint(ownerOf(token), await body()),
  getWebhookEndpoint: ({ token, params }) => getEndpoint(ownerOf(token), params.endpoint_id),
  updateWebhookEndpoint: async ({ token, params, body }) =>
    updateEndpoint(ownerOf(token), params.endpoint_id, await body()),
  async deleteWebhookEndpoint({ token, params }) {
    await deleteEndpoint(ownerOf(token), params.endpoint_id);
    return undefined;
  },
  rotateWebhookSecret: ({ token, params }) => rotateSecret(ownerOf(token), params.endpoint_id),
  sendTestEvent: async ({ token, params, body }) =>
    sendTestEvent(ownerOf(token), params.endpoint_id, await body()),
});

/** What was sent to an endpoint, and sending it again. */
export const deliveryRoutes = serve(deliveryOperations, {
  async listDeliveries({ token, params, query }) {
    const page = await listDeliveries(ownerOf(token), params.endpoint_id, query);
    return { data: page.data, next_cursor: page.nextCursor };
  },
  exportDeliveries({ token, params, c }) {
    const owner = ownerOf(token);
    return fileResponse({ ...owner, method: c.req.method }, "webhook-deliveries.csv", () =>
      exportDeliveries(owner, params.endpoint_id),
    );
  },
  getDelivery: ({ token, params }) =>
    getDelivery(ownerOf(token), params.endpoint_id, params.event_id),
  replayDeliveries: async ({ token, params, body }) =>
    replayDeliveries(ownerOf(token), params.endpoint_id, await body()),
  getReplay: ({ token, params }) => getReplay(ownerOf(token), params.endpoint_id, params.replay_id),
});

function ownerOf({ accountId, mode }: AuthenticatedToken) {
  return { accountId, test: mode === "test" };
}
