import { z } from "zod";
import {
  DeliveryDetail,
  DeliveryPage,
  ListDeliveriesInput,
  PulledEvents,
  Replay,
  ReplayInput,
  ReplayProgress,
} from "../deliveries/contract";
import { EndpointParams } from "./endpoint-params";
import type { Operation } from "./operation";
import {
  deliveredEvent,
  exampleDelivery,
  exampleDeliveryDetail,
  exampleEventId,
  exampleReplayId,
} from "./webhook-examples";

const endpointPath = "/api/webhook-endpoints/{endpoint_id}";

const failedDelivery = {
  ...exampleDelivery,
  status: "failed",
  reason: "exhausted",
  attempts: 10,
  last_status: 503,
  last_error: "status",
  ended_at: "2026-05-18T18:11:32.907Z",
};

const csv = [
  "event_id,event,message_id,state,reason,attempts,created_at,attempt_at,duration_ms,http_status,error,next_attempt_at,answer",
  `${exampleEventId},sms.delivered,${exampleDelivery.message_id},delivered,,1,2026-05-15T14:23:48.530Z,2026-05-15T14:23:49.014Z,148,200,,,ok`,
];

const pullEvents = {
  id: "pullEvents",
  method: "post",
  path: `${endpointPath}/pull`,
  tag: "Webhooks",
  summary: "Request the events of a listener",
  description:
    "Returns up to 20 events that the listener has not returned yet, oldest first. Repeat the request every second. Each event is returned once and then counts as delivered. If a response is lost, replay its events. No body.",
  scope: "manage",
  params: EndpointParams,
  answers: {
    200: {
      description: "The events; an empty list if there are none.",
      schema: PulledEvents,
      examples: [
        {
          name: "one",
          summary: "One event",
          value: {
            data: [
              {
                id: exampleEventId,
                event: "sms.delivered",
                body: JSON.stringify(deliveredEvent),
              },
            ],
          },
        },
        { name: "none", summary: "No event", value: { data: [] } },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const listDeliveries = {
  id: "listDeliveries",
  method: "get",
  path: `${endpointPath}/deliveries`,
  tag: "Webhooks",
  summary: "List an endpoint's deliveries",
  description:
    "Lists the deliveries of the endpoint, newest event first. Each event has one delivery, no matter how many attempts it took. Follow `next_cursor` until it is null.",
  scope: "manage",
  params: EndpointParams,
  query: ListDeliveriesInput,
  answers: {
    200: {
      description: "A page of deliveries.",
      schema: DeliveryPage,
      examples: [
        {
          name: "failed",
          summary: "A failed delivery, with more pages",
          value: { data: [failedDelivery], next_cursor: exampleEventId },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const exportDeliveries = {
  id: "exportDeliveries",
  method: "get",
  path: `${endpointPath}/deliveries.csv`,
  tag: "Webhooks",
  summary: "Export an endpoint's deliveries",
  description:
    "The whole log as CSV (RFC 4180, UTF-8 with a byte order mark), newest event first, one row per attempt. Cells that a spreadsheet would take for a formula begin with an apostrophe.",
  scope: "manage",
  params: EndpointParams,
  answers: {
    200: {
      description: "The log.",
      mediaType: "text/csv",
      schema: z.string(),
      examples: [{ name: "log", summary: "One attempt", value: `${csv.join("\r\n")}\r\n` }],
      headers: ["Content-Disposition"],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const getDelivery = {
  id: "getDelivery",
  method: "get",
  path: `${endpointPath}/deliveries/{event_id}`,
  tag: "Webhooks",
  summary: "Get a delivery with every attempt",
  description:
    "One event for one endpoint: the body that every attempt carried, and each attempt with its headers, the response, and when the next one was due.",
  scope: "manage",
  params: EndpointParams.extend({
    event_id: z
      .string()
      .meta({ description: "ID of the event.", param: { example: exampleEventId } }),
  }),
  answers: {
    200: {
      description: "The delivery and its attempts.",
      schema: DeliveryDetail,
      examples: [{ name: "taken", summary: "Accepted immediately", value: exampleDeliveryDetail }],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const replayDeliveries = {
  id: "replayDeliveries",
  method: "post",
  path: `${endpointPath}/replay`,
  tag: "Webhooks",
  summary: "Replay events",
  description:
    "Replays one event, all events that failed since a time, or all events since a time that were never sent. The `webhook-id` header and the body don't change, so a receiver that deduplicates handles each event once. The retry schedule starts again. The response is immediate. Follow the replay by its ID.",
  scope: "manage",
  params: EndpointParams,
  body: {
    schema: ReplayInput,
    maxBytes: 65_536,
    examples: [
      {
        name: "failed",
        summary: "All failed deliveries since a time",
        value: { failed_since: "2026-05-15T00:00:00Z" },
      },
      {
        name: "count",
        summary: "Only count events that were never attempted",
        value: { missing_since: "2026-05-15T00:00:00Z", dry_run: true },
      },
    ],
  },
  answers: {
    200: {
      description: "What is replayed, or would be.",
      schema: Replay,
      examples: [
        {
          name: "failed",
          summary: "All failed deliveries since a time",
          value: { replay_id: exampleReplayId, count: 214, dry_run: false },
        },
        {
          name: "count",
          summary: "Only counted",
          value: { replay_id: null, count: 12, dry_run: true },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const getReplay = {
  id: "getReplay",
  method: "get",
  path: `${endpointPath}/replay/{replay_id}`,
  tag: "Webhooks",
  summary: "Follow a replay",
  description: "How many of its deliveries are pending, delivered, or failed.",
  scope: "manage",
  params: EndpointParams.extend({
    replay_id: z
      .string()
      .meta({ description: "ID of the replay.", param: { example: exampleReplayId } }),
  }),
  answers: {
    200: {
      description: "The progress of the replay.",
      schema: ReplayProgress,
      examples: [
        {
          name: "half",
          summary: "Halfway",
          value: {
            replay_id: exampleReplayId,
            total: 214,
            pending: 109,
            delivered: 104,
            failed: 1,
          },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/webhook-endpoints/{endpoint_id}/deliveries` and `/replay`: what was sent, and sending it again; and what a listener gets. */
export const deliveryOperations = {
  pullEvents,
  listDeliveries,
  exportDeliveries,
  getDelivery,
  replayDeliveries,
  getReplay,
};
