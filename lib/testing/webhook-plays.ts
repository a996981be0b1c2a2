import { expect } from "vitest";
import { type Ask, guide, type Plays, type Stage } from "./play";

async function idOfEndpoint({ make, receiver }: Stage): Promise<Ask> {
  const { id } = await make("createWebhookEndpoint", { body: { url: receiver.url } });
  return { params: { endpoint_id: String(id) } };
}

async function idOfDisabledEndpoint(stage: Stage): Promise<Ask> {
  const ask = await idOfEndpoint(stage);
  await stage.make("updateWebhookEndpoint", { ...ask, body: { enabled: false } });
  return ask;
}

async function idOfListener({ make, receiver }: Stage): Promise<Ask> {
  const body = { url: receiver.url, listen: true };
  const { id } = await make("createWebhookEndpoint", { body });
  return { params: { endpoint_id: String(id) } };
}

/** A delivery that its endpoint has taken. */
async function idOfDelivery(stage: Stage): Promise<Ask> {
  const { params } = await idOfEndpoint(stage);
  await stage.make("sendMessage", { body: guide });
  const list = { params, query: { status: "delivered" } };
  const delivered = async () => (await stage.make("listDeliveries", list))["data"];
  await expect.poll(delivered, { timeout: 15_000 }).toHaveLength(1);
  const [delivery] = (await delivered()) as { event_id: string }[];
  return { params: { ...params, event_id: delivery?.event_id ?? "" } };
}

async function idOfReplay(stage: Stage): Promise<Ask> {
  const { params } = await idOfDelivery(stage);
  const body = { event_id: params?.["event_id"] };
  const { replay_id } = await stage.make("replayDeliveries", { params, body });
  return { params: { ...params, replay_id: String(replay_id) } };
}

/** The plays of `/api/webhook-endpoints`, by operation id. */
export const webhookPlays: Record<string, Plays> = {
  createWebhookEndpoint: {
    refusals: {
      async conflict(stage) {
        for (let more = 10; more > 0; more -= 1) await idOfEndpoint(stage);
        return {};
      },
    },
  },
  getWebhookEndpoint: { prepare: idOfEndpoint },
  updateWebhookEndpoint: {
    prepare: idOfEndpoint,
    refusals: {
      invalid_request: () => ({ body: { enabled: "yes" } }),
      conflict: async (stage) => ({
        ...(await idOfListener(stage)),
        body: { url: stage.receiver.url },
      }),
    },
  },
  deleteWebhookEndpoint: { prepare: idOfEndpoint },
  rotateWebhookSecret: { prepare: idOfEndpoint },
  sendTestEvent: {
    prepare: idOfEndpoint,
    refusals: {
      invalid_request: () => ({ body: { event: "sms.read" } }),
      conflict: idOfListener,
    },
  },
  pullEvents: { prepare: idOfListener, refusals: { conflict: idOfEndpoint } },
  listDeliveries: {
    prepare: async (stage) => ({ ...(await idOfDelivery(stage)), query: {} }),
    refusals: { invalid_request: () => ({ query: { limit: "1001" } }) },
  },
  exportDeliveries: { prepare: idOfDelivery },
  getDelivery: { prepare: idOfDelivery },
  replayDeliveries: { prepare: idOfEndpoint, refusals: { conflict: idOfDisabledEndpoint } },
  getReplay: { prepare: idOfReplay },
};
