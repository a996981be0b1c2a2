import { z } from "zod";
import type { ZodOpenApiPathItemObject } from "zod-openapi";
import { exampleHeaders, exampleOf } from "../operations/webhook-examples";
import { eventSchema } from "../webhooks/contract";
import { factsOf, statusOf, webhookEvents } from "../webhooks/event-contract";

const SignatureHeaders = z.object({
  "webhook-id": z.string().meta({
    description: "ID of the event, the same in every attempt.",
    param: { example: exampleHeaders["webhook-id"] },
  }),
  "webhook-timestamp": z.string().meta({
    description: "Unix seconds of this attempt. Reject requests older than five minutes.",
    param: { example: exampleHeaders["webhook-timestamp"] },
  }),
  "webhook-signature": z.string().meta({
    description:
      "`v1,` and the base64 HMAC-SHA256 of `{id}.{timestamp}.{body}`; two, separated by a space, for a day after the secret was rotated.",
    param: { example: exampleHeaders["webhook-signature"] },
  }),
});

/** What a customer's endpoint receives: one POST per event, signed by Standard Webhooks 1.0.0. */
export function customerEvents(): Record<string, ZodOpenApiPathItemObject> {
  return Object.fromEntries(
    webhookEvents.map((event) => [
      event,
      {
        post: {
          operationId: `on${event.replace(/(?:^|\.)([a-z])/g, (_all, letter: string) => letter.toUpperCase())}`,
          tags: ["Events"],
          summary: factsOf(event).summary,
          description: delivery,
          security: [],
          requestParams: { header: SignatureHeaders },
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: eventSchema(event),
                examples: {
                  [statusOf(event)]: { summary: factsOf(event).summary, value: exampleOf(event) },
                },
              },
            },
          },
          responses: {
            "2XX": {
              description:
                "Delivered, if returned within 15 seconds. Any other response is retried.",
            },
            "410": { description: "The endpoint is disabled." },
          },
        },
      },
    ]),
  );
}

const delivery =
  "Sent at least once, in no guaranteed order: up to ten attempts over about 75 hours, until one gets 2xx within 15 seconds. Redirects count as failures, `Retry-After` is honoured.";
