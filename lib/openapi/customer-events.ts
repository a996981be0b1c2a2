import { z } from "zod";
import type { ZodOpenApiPathItemObject } from "zod-openapi";
import { BouncedEvent, DeliveredEvent, ExpiredEvent, FailedEvent } from "../webhooks/contract";
import { deliveredMessage } from "./examples";

const SignatureHeaders = z.object({
  "webhook-id": z.string().meta({
    description: "Id of the event, the same in every attempt.",
    param: { example: "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R" },
  }),
  "webhook-timestamp": z.string().meta({
    description: "Unix seconds of this attempt. Refuse what is older than five minutes.",
    param: { example: "1778855029" },
  }),
  "webhook-signature": z.string().meta({
    description:
      "`v1,` and the base64 HMAC-SHA256 of `{id}.{timestamp}.{body}`; two, parted by a space, while a secret is being rotated.",
    param: { example: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" },
  }),
});

const eventAt = deliveredMessage.ended_at;
const { message_id, to, operator, segments, from } = deliveredMessage;
const common = {
  message_id,
  to,
  operator,
  segments,
  id: "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R",
  timestamp: eventAt,
  from,
  client_ref: "order 1042",
  idempotency_key: deliveredMessage.idempotency_key,
  test: false,
};

const events = [
  {
    schema: DeliveredEvent,
    summary: "A message was delivered",
    value: {
      event: "sms.delivered",
      ...common,
      delivered_at: eventAt,
      status: "delivered",
      reason: null,
    },
  },
  {
    schema: FailedEvent,
    summary: "A message failed",
    value: {
      event: "sms.failed",
      ...common,
      failed_at: eventAt,
      status: "failed",
      reason: "carrier_rejected",
    },
  },
  {
    schema: ExpiredEvent,
    summary: "A message was not delivered within its validity",
    value: {
      event: "sms.expired",
      ...common,
      expired_at: eventAt,
      status: "expired",
      reason: "not_delivered_in_time",
    },
  },
  {
    schema: BouncedEvent,
    summary: "A number is inactive or cannot be reached",
    value: {
      event: "sms.bounced",
      ...common,
      bounced_at: eventAt,
      status: "bounced",
      reason: "unknown_subscriber",
    },
  },
];

/** What a customer's endpoint receives: one POST per event, signed by Standard Webhooks 1.0.0. */
export function customerEvents(): Record<string, ZodOpenApiPathItemObject> {
  return Object.fromEntries(
    events.map(({ schema, summary, value }) => [
      value.event,
      {
        post: {
          operationId: `on${value.event.replace(/(?:^|\.)([a-z])/g, (_all, letter: string) => letter.toUpperCase())}`,
          tags: ["Events"],
          summary,
          description: delivery,
          security: [],
          requestParams: { header: SignatureHeaders },
          requestBody: {
            required: true,
            content: {
              "application/json": { schema, examples: { [value.status]: { summary, value } } },
            },
          },
          responses: {
            "2XX": { description: "Taken, within 15 seconds. Anything else is tried again." },
            "410": { description: "Wanted no more: the endpoint is switched off." },
          },
        },
      },
    ]),
  );
}

const delivery =
  "Sent at least once, in no promised order: ten tries over some 75 hours until one is answered 2xx within 15 seconds. Redirects count as failures, `Retry-After` is honoured.";
