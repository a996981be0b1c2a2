import { z } from "zod";

const at = (description: string) => z.iso.datetime().meta({ description });

const common = {
  message_id: z.string().meta({ description: "Id of the message." }),
  to: z.string().meta({ description: "Recipient in E.164 without the plus." }),
  operator: z
    .string()
    .nullable()
    .meta({ description: "The recipient's operator; null when nobody knows." }),
  segments: z.int().min(1).meta({ description: "Segments the message was sent in." }),
  id: z.string().meta({ description: "Id of the event, the same in every attempt: dedupe by it." }),
  timestamp: at("When it happened: sort by it."),
  from: z.string().meta({ description: "Sender." }),
  client_ref: z.string().nullable().meta({ description: "Your own reference." }),
  idempotency_key: z.string().nullable().meta({ description: "Key of the request that sent it." }),
  test: z.boolean().meta({ description: "Whether a test token sent it." }),
};

/** The carrier confirmed that the message arrived. */
export const DeliveredEvent = z.object({
  event: z.literal("sms.delivered"),
  ...common,
  delivered_at: at("When it was delivered."),
  status: z.literal("delivered"),
  reason: z.null(),
});

/** The carrier refused the message, or could not send it. */
export const FailedEvent = z.object({
  event: z.literal("sms.failed"),
  ...common,
  failed_at: at("When it failed."),
  status: z.literal("failed"),
  reason: z.string().nullable().meta({ description: "Why, in one stable word." }),
});

/** The message was not delivered within its validity. */
export const ExpiredEvent = z.object({
  event: z.literal("sms.expired"),
  ...common,
  expired_at: at("When its validity ended."),
  status: z.literal("expired"),
  reason: z.string().nullable().meta({ description: "Why, in one stable word." }),
});

/** The number is inactive or cannot be reached. */
export const BouncedEvent = z.object({
  event: z.literal("sms.bounced"),
  ...common,
  bounced_at: at("When it bounced."),
  status: z.literal("bounced"),
  reason: z.string().nullable().meta({ description: "Why, in one stable word." }),
});
