import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { worded } from "../core/worded";
import type { EndpointView } from "../webhooks/contract";
import { webhookEvents } from "../webhooks/event-contract";
import { deliverySentences } from "./sentences";

/** What became of one event for one endpoint. */
export const deliveryStatuses = ["pending", "delivered", "failed"] as const;

export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** What is known of the webhooks of one message, all its endpoints together. */
export const webhookStates = ["none", "waiting", "done", "failed"] as const;

export type WebhookState = (typeof webhookStates)[number];

const at = (description: string) => z.iso.datetime().meta({ description });

/** Which deliveries of an endpoint, and how many of them. */
export const ListDeliveriesInput = z.object({
  status: z
    .enum(
      deliveryStatuses,
      worded(deliverySentences.wrongStatus({ names: deliveryStatuses.join(", ") })),
    )
    .optional()
    .meta({ description: "Only deliveries with this status.", examples: ["failed"] }),
  ...pageFields(),
});

/** One event for one endpoint: what `GET …/{id}/deliveries` lists. */
export const DeliveryView = z.object({
  event_id: z
    .string()
    .meta({ description: "ID of the event, and the `webhook-id` of every attempt." }),
  endpoint_id: z.string().meta({ description: "ID of the endpoint." }),
  message_id: z.string().nullable().meta({
    description:
      "ID of the message: `msg_…`, or `inb_…` for `sms.received`. Null for `balance.low`, `campaign.finished`, `carrier.alarm`, and events of verifications.",
  }),
  event: z.enum(webhookEvents).meta({ description: "What happened." }),
  status: z.enum(deliveryStatuses).meta({
    description: "`pending` until it is delivered or has failed.",
  }),
  reason: z.enum(["exhausted", "endpoint_disabled", "endpoint_deleted"]).nullable().meta({
    description:
      "Why the delivery failed. It can still be replayed. Null if what it was about had been deleted, so that nothing was left to send.",
  }),
  attempts: z.int().meta({ description: "Attempts so far, including replays." }),
  last_status: z.int().nullable().meta({ description: "HTTP status of the last attempt." }),
  last_error: z
    .string()
    .nullable()
    .meta({ description: "Machine-readable reason for the last failure." }),
  next_attempt_at: z.iso.datetime().nullable().meta({
    description:
      "Time of the next attempt. Null after the last one and while the delivery is held back.",
  }),
  wait_reason: z.enum(["endpoint_failing"]).nullable().meta({
    description:
      "Why a due delivery is held back: `endpoint_failing` while Depesza sends the failing endpoint one event at a time. A delivery that is held back uses no attempts.",
  }),
  created_at: at("When the event was recorded for this endpoint."),
  ended_at: z.iso.datetime().nullable().meta({ description: "When it was delivered or failed." }),
});

export type DeliveryView = z.infer<typeof DeliveryView>;

/** A page of an endpoint's deliveries. */
export const DeliveryPage = z.object({
  data: z.array(DeliveryView),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: "`cursor` of the next page; null when this is the last." }),
});

export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** An endpoint with how it has been doing, as its page shows it. */
export interface EndpointHealth {
  endpoint: EndpointView;
  /** The states of its newest deliveries, oldest first. */
  recent: DeliveryStatus[];
  /** Deliveries that wait for a try. */
  waiting: number;
}

/** A delivery in the history of its message, with where it goes. */
export interface MessageDelivery extends DeliveryView {
  url: string;
  description: string | null;
  /** Its endpoint is no more: nothing to replay to. */
  is_endpoint_deleted: boolean;
  /** It goes to the address that the message itself names: there is no endpoint to look at, and nothing to replay. */
  is_callback: boolean;
}

/** One try, as it went over the wire. */
export const AttemptView = z.object({
  at: at("When it was sent."),
  duration_ms: z.int().meta({ description: "Milliseconds until the response was read." }),
  url: z.string().meta({ description: "URL the event was sent to." }),
  request_headers: z
    .record(z.string(), z.string())
    .meta({ description: "Its headers, including the signature." }),
  status: z.int().nullable().meta({ description: "HTTP status; null if there was no response." }),
  error: z.string().nullable().meta({ description: "Machine-readable error." }),
  answer: z.string().nullable().meta({ description: "The first 4 KB of the response, as text." }),
  next_attempt_at: z.iso
    .datetime()
    .nullable()
    .meta({ description: "When the next attempt was due; null after the last one." }),
});

export type AttemptView = z.infer<typeof AttemptView>;

/** A delivery with every try, oldest first, and the body they all carried. */
export const DeliveryDetail = DeliveryView.extend({
  url: z.string().meta({ description: "Current URL of the endpoint." }),
  body: z
    .string()
    .nullable()
    .meta({ description: "The body; null before the first attempt of an event about a message." }),
  tries: z.array(AttemptView).meta({ description: "Every attempt, oldest first." }),
});

export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

const notATime = deliverySentences.notATime;
const Since = limitedText(64, { error: notATime, tooLong: notATime })
  .pipe(z.iso.datetime({ offset: true, ...worded(notATime) }))
  .transform((value) => new Date(value));

/** `POST /api/webhook-endpoints/{id}/replay`: one of the three, and whether only to count. */
export const ReplayInput = z
  .object({
    event_id: limitedText(64).optional().meta({ description: "This one event." }),
    failed_since: Since.optional().meta({
      description: "Failed deliveries of events since this time.",
      format: "date-time",
    }),
    missing_since: Since.optional().meta({
      description:
        "Events since this time that were never attempted because the endpoint was disabled or not yet created.",
      format: "date-time",
    }),
    dry_run: z.boolean(worded(deliverySentences.wrongDryRun)).default(false).meta({
      description: "Count without replaying.",
    }),
  })
  .refine(
    ({ event_id, failed_since, missing_since }) =>
      [event_id, failed_since, missing_since].filter((each) => each !== undefined).length === 1,
    {
      ...worded(deliverySentences.notOne),
      path: ["event_id"],
    },
  );

/** What a replay sets going, or would. */
export const Replay = z.object({
  replay_id: z.string().nullable().meta({
    description: "ID for reading the progress; null for a dry run, and if no event matches.",
  }),
  count: z.int().meta({ description: "Deliveries that are replayed." }),
  dry_run: z.boolean().meta({ description: "Whether this was a dry run." }),
});

export type Replay = z.infer<typeof Replay>;

/** How far a replay has come. */
export const ReplayProgress = z.object({
  replay_id: z.string().meta({ description: "ID of the replay." }),
  total: z.int().meta({ description: "Deliveries in this replay." }),
  pending: z.int().meta({ description: "Neither delivered nor failed yet." }),
  delivered: z.int().meta({ description: "Delivered: the endpoint returned 2xx." }),
  failed: z.int().meta({ description: "Failed." }),
});

export type ReplayProgress = z.infer<typeof ReplayProgress>;
