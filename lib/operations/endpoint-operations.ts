import { z } from "zod";
import {
  CreateEndpointInput,
  EndpointView,
  EndpointWithSecret,
  Exchange,
  TestEventInput,
  UpdateEndpointInput,
} from "../webhooks/contract";
import { EndpointParams } from "./endpoint-params";
import type { Operation } from "./operation";
import { deliveredEvent, exampleEndpoint, exampleHeaders, exampleSecret } from "./webhook-examples";

const maxBytes = 65_536;
const path = "/api/webhook-endpoints";
const onePath = `${path}/{endpoint_id}`;

const listWebhookEndpoints = {
  id: "listWebhookEndpoints",
  method: "get",
  path,
  tag: "Webhooks",
  summary: "List webhook endpoints",
  description:
    "Every endpoint of the account, oldest first, never with its secret. A test token sees the endpoints of test messages, a live token the others. This holds for all requests about endpoints.",
  scope: "manage",
  answers: {
    200: {
      description: "The endpoints.",
      schema: z.object({ data: z.array(EndpointView) }),
      examples: [
        { name: "endpoints", summary: "One endpoint", value: { data: [exampleEndpoint] } },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const createWebhookEndpoint = {
  id: "createWebhookEndpoint",
  method: "post",
  path,
  tag: "Webhooks",
  summary: "Add a webhook endpoint",
  description:
    "Adds a URL that receives the events that occur after this request. The response contains the signing secret. An account can have up to ten endpoints.",
  scope: "manage",
  body: {
    schema: CreateEndpointInput,
    maxBytes,
    examples: [
      {
        name: "all",
        summary: "All message events",
        value: { url: exampleEndpoint.url, description: exampleEndpoint.description },
      },
      {
        name: "some",
        summary: "Only failures",
        value: { url: exampleEndpoint.url, events: ["sms.failed", "sms.expired", "sms.bounced"] },
      },
      {
        name: "listen",
        summary: "A listener for development",
        value: { url: "http://localhost:3001/hook", listen: true },
      },
    ],
  },
  answers: {
    201: {
      description: "The endpoint with its secret.",
      schema: EndpointWithSecret,
      examples: [
        {
          name: "all",
          summary: "All message events",
          value: { ...exampleEndpoint, secret: exampleSecret },
        },
      ],
    },
  },
  errors: ["conflict"],
} satisfies Operation;

const getWebhookEndpoint = {
  id: "getWebhookEndpoint",
  method: "get",
  path: onePath,
  tag: "Webhooks",
  summary: "Get a webhook endpoint",
  description:
    "Returns the URL, the subscribed events, and the delivery health. Never returns the secret.",
  scope: "manage",
  params: EndpointParams,
  answers: {
    200: {
      description: "The endpoint.",
      schema: EndpointView,
      examples: [
        { name: "well", summary: "Ready", value: exampleEndpoint },
        {
          name: "failing",
          summary: "Disabled after five days of failures",
          value: {
            ...exampleEndpoint,
            enabled: false,
            disabled_reason: "failing",
            disabled_at: "2026-05-20T15:02:11.048Z",
            failing_since: "2026-05-15T14:41:09.733Z",
          },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const updateWebhookEndpoint = {
  id: "updateWebhookEndpoint",
  method: "patch",
  path: onePath,
  tag: "Webhooks",
  summary: "Change, enable, or disable a webhook endpoint",
  description:
    "Omitted fields don't change. Disabling an endpoint ends its pending deliveries. Enabling it starts with the next event. You can replay missed events.",
  scope: "manage",
  params: EndpointParams,
  body: {
    schema: UpdateEndpointInput,
    maxBytes,
    examples: [
      { name: "off", summary: "Disable it", value: { enabled: false } },
      {
        name: "moved",
        summary: "Another URL, for two events",
        value: {
          url: "https://example.com/hooks/v2/sms",
          events: ["sms.delivered", "sms.failed"],
        },
      },
    ],
  },
  answers: {
    200: {
      description: "The updated endpoint.",
      schema: EndpointView,
      examples: [
        {
          name: "off",
          summary: "Disabled manually",
          value: {
            ...exampleEndpoint,
            enabled: false,
            disabled_reason: "manual",
            disabled_at: "2026-05-15T15:02:11.048Z",
          },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const deleteWebhookEndpoint = {
  id: "deleteWebhookEndpoint",
  method: "delete",
  path: onePath,
  tag: "Webhooks",
  summary: "Delete a webhook endpoint",
  description:
    "Permanently deletes the endpoint, its secret, its pending deliveries, and its log. Download the log as CSV first.",
  scope: "manage",
  params: EndpointParams,
  answers: { 204: { description: "Deleted." } },
  errors: ["not_found"],
} satisfies Operation;

const rotateWebhookSecret = {
  id: "rotateWebhookSecret",
  method: "post",
  path: `${onePath}/rotate`,
  tag: "Webhooks",
  summary: "Rotate the secret of a webhook endpoint",
  description:
    "For 24 hours, every request carries two signatures, from the new and the previous secret, so that no event is rejected while you change it. No body.",
  scope: "manage",
  params: EndpointParams,
  answers: {
    200: {
      description: "The endpoint with its new secret.",
      schema: EndpointWithSecret,
      examples: [
        {
          name: "rotated",
          summary: "Two secrets until tomorrow",
          value: {
            ...exampleEndpoint,
            previous_secret_until: "2026-05-16T15:02:11.048Z",
            secret: exampleSecret,
          },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const sendTestEvent = {
  id: "sendTestEvent",
  method: "post",
  path: `${onePath}/test`,
  tag: "Webhooks",
  summary: "Send a test event",
  description:
    "Sends an event with sample data, signed and with `test` true, and returns the request and the response. It is sent once and is not logged. The body is optional.",
  scope: "manage",
  params: EndpointParams,
  body: {
    schema: TestEventInput,
    maxBytes,
    isOptional: true,
    examples: [
      { name: "delivered", summary: "A delivered message", value: { event: "sms.delivered" } },
    ],
  },
  answers: {
    200: {
      description: "The request and the endpoint's response.",
      schema: Exchange,
      examples: [
        {
          name: "taken",
          summary: "The endpoint accepted it",
          value: {
            at: "2026-05-15T14:23:49.014Z",
            duration_ms: 148,
            request: {
              url: exampleEndpoint.url,
              headers: exampleHeaders,
              body: JSON.stringify({ ...deliveredEvent, test: true }),
            },
            status: 200,
            error: null,
            answer: "ok",
          },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

/** `/api/webhook-endpoints`: where events go. */
export const endpointOperations = {
  listWebhookEndpoints,
  createWebhookEndpoint,
  getWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateWebhookSecret,
  sendTestEvent,
};
