import { Hono } from "hono";
import { ListDeliveriesInput } from "../deliveries/contract";
import { exportDeliveries } from "../deliveries/export-deliveries";
import { getDelivery } from "../deliveries/get-delivery";
import { getReplay } from "../deliveries/get-replay";
import { listDeliveries } from "../deliveries/list-deliveries";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { createEndpoint } from "../webhooks/create-endpoint";
import { deleteEndpoint } from "../webhooks/delete-endpoint";
import { getEndpoint } from "../webhooks/get-endpoint";
import { listEndpoints } from "../webhooks/list-endpoints";
import { rotateSecret } from "../webhooks/rotate-secret";
import { sendTestEvent } from "../webhooks/send-test-event";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { bearer } from "./bearer";
import type { ApiEnv } from "./context";
import { parametersOf } from "./demand-known-query";
import { fileResponse } from "./file-response";
import { methodNotAllowed } from "./method-not-allowed";
import { readJsonObject, readOptionalObject } from "./read-json";
import { readQuery } from "./read-query";

const manage = bearer("manage");

/** `/api/webhook-endpoints`: a customer's endpoints. A test token sees those of test messages, a live one the others. */
export const webhookEndpointRoutes = new Hono<ApiEnv>()
  .get("/", manage, async (c) => c.json({ data: await listEndpoints(ownerOf(c.get("token"))) }))
  .post("/", manage, async (c) => {
    const body = await readJsonObject(c.req.raw);
    return c.json(await createEndpoint(ownerOf(c.get("token")), body), 201);
  })
  .all("/", methodNotAllowed("GET", "POST"))
  .get("/:id", manage, async (c) =>
    c.json(await getEndpoint(ownerOf(c.get("token")), c.req.param("id"))),
  )
  .patch("/:id", manage, async (c) => {
    const body = await readJsonObject(c.req.raw);
    return c.json(await updateEndpoint(ownerOf(c.get("token")), c.req.param("id"), body));
  })
  .delete("/:id", manage, async (c) => {
    await deleteEndpoint(ownerOf(c.get("token")), c.req.param("id"));
    return c.body(null, 204);
  })
  .all("/:id", methodNotAllowed("GET", "PATCH", "DELETE"))
  .post("/:id/rotate", manage, async (c) =>
    c.json(await rotateSecret(ownerOf(c.get("token")), c.req.param("id"))),
  )
  .all("/:id/rotate", methodNotAllowed("POST"))
  .post("/:id/test", manage, async (c) => {
    const body = await readOptionalObject(c.req.raw);
    return c.json(await sendTestEvent(ownerOf(c.get("token")), c.req.param("id"), body));
  })
  .all("/:id/test", methodNotAllowed("POST"))
  .get("/:id/deliveries", bearer("manage", parametersOf(ListDeliveriesInput)), async (c) => {
    const { id } = c.req.param();
    const { data, nextCursor } = await listDeliveries(
      ownerOf(c.get("token")),
      id,
      readQuery(c.req.raw),
    );
    return c.json({ data, next_cursor: nextCursor });
  })
  .all("/:id/deliveries", methodNotAllowed("GET"))
  .get("/:id/deliveries.csv", manage, (c) => {
    const owner = ownerOf(c.get("token"));
    return fileResponse({ ...owner, method: c.req.method }, "webhook-deliveries.csv", () =>
      exportDeliveries(owner, c.req.param("id")),
    );
  })
  .all("/:id/deliveries.csv", methodNotAllowed("GET"))
  .get("/:id/deliveries/:eventId", manage, async (c) => {
    const { id, eventId } = c.req.param();
    return c.json(await getDelivery(ownerOf(c.get("token")), id, eventId));
  })
  .all("/:id/deliveries/:eventId", methodNotAllowed("GET"))
  .post("/:id/replay", manage, async (c) => {
    const body = await readJsonObject(c.req.raw);
    return c.json(await replayDeliveries(ownerOf(c.get("token")), c.req.param("id"), body));
  })
  .all("/:id/replay", methodNotAllowed("POST"))
  .get("/:id/replay/:replayId", manage, async (c) => {
    const { id, replayId } = c.req.param();
    return c.json(await getReplay(ownerOf(c.get("token")), id, replayId));
  })
  .all("/:id/replay/:replayId", methodNotAllowed("GET"));

function ownerOf({ accountId, mode }: AuthenticatedToken) {
  return { accountId, test: mode === "test" };
}
