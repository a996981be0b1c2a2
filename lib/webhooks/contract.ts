import { z } from "zod";
import { echoedFields } from "../core/echoed-contract";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { coreSentences } from "../core/sentences";
import { worded } from "../core/worded";
import {
  accountEvents,
  alarmEvent,
  balanceEvent,
  campaignEvent,
  factsOf,
  receivedEvent,
  statusOf,
  verificationEvents,
  type WebhookEvent,
  webhookEvents,
} from "./event-contract";
import { webhookSentences } from "./sentences";

const EventName = z.enum(
  webhookEvents,
  worded(webhookSentences.wrongEvent({ names: webhookEvents.join(", ") })),
);

const at = (description: string) => z.iso.datetime().meta({ description });

const common = {
  message_id: z.string().meta({ description: "ID of the message." }),
  to: z.string().meta({ description: "Recipient in E.164 without the plus." }),
};

const rest = {
  operator: z
    .string()
    .nullable()
    .meta({ description: "The recipient's operator. Null if unknown." }),
  segments: z.int().min(1).meta({ description: "Segments the message was sent in." }),
  id: z
    .string()
    .meta({ description: "ID of the event, the same in every attempt. Use it to deduplicate." }),
  timestamp: at("When it was recorded: sort by it."),
  from: z.string().meta({ description: "Sender." }),
};

const ours = {
  reason: z.string().nullable().meta({ description: "Machine-readable reason." }),
  ...echoedFields,
  idempotency_key: z.string().nullable().meta({ description: "Key of the request that sent it." }),
  test: z.boolean().meta({ description: "Whether a test token sent it." }),
  operator_source: z.enum(["carrier", "range"]).nullable().meta({
    description:
      "Who named the operator: the `carrier`, or the number's `range`, its first holder.",
  }),
};

/** What a reply asks for by its words. */
const KeywordName = z.enum(["opt_out", "opt_in", "help"]).nullable().meta({
  description:
    "What its words ask for: `opt_out` (STOP), `opt_in` (START), `help` (HELP). Null for any other text.",
});

/** The members of a message from a phone that its event and the API share. */
export const inboundFields = {
  from: z.string().meta({
    description: "The phone that sent it, in E.164 without the plus.",
    examples: ["48732129000"],
  }),
  to: z.string().meta({
    description:
      "What it was sent to: your number or sender name. Empty if the carrier does not report it.",
    examples: ["48500100200"],
  }),
  body: z.string().meta({ description: "Its text.", examples: ["Thanks!"] }),
  keyword: KeywordName,
  in_reply_to: z.string().nullable().meta({
    description: "ID of your message that it replies to. Null if the carrier does not report it.",
  }),
};

/** The body of `sms.received`. */
const ReceivedEvent = z.object({
  event: z.literal(receivedEvent),
  message_id: z.string().meta({ description: "ID of the message, as in `GET /api/inbound`." }),
  to: inboundFields.to,
  received_at: at(factsOf(receivedEvent).time),
  id: rest.id,
  timestamp: rest.timestamp,
  from: inboundFields.from,
  body: inboundFields.body,
  keyword: inboundFields.keyword,
  in_reply_to: inboundFields.in_reply_to,
  test: z.boolean().meta({ description: "Whether the simulator sent it in test mode." }),
});

/** The body of `carrier.alarm`. */
const AlarmEvent = z.object({
  event: z.literal(alarmEvent),
  carrier: z.string().nullable().meta({
    description: "Name of the carrier in `carriers.json`. Null if it concerns no single carrier.",
  }),
  alarm: z.string().meta({
    description:
      "What is wrong: `carrier_unauthorized`, `carrier_out_of_credits`, `carrier_throttled`, `carrier_down`, `no_route`, `queue_delayed`, `failure_rate_high`, `carrier_balance_low`, `disk_low`, `backup_late`, or `worker_down`. More may be added.",
  }),
  since: at(factsOf(alarmEvent).time),
  id: rest.id,
  timestamp: rest.timestamp,
  status: z.enum(["open", "resolved"]).meta({
    description: "`open` when it begins, `resolved` when it is over.",
  }),
  summary: z.string().meta({ description: "The same in a sentence, in English." }),
});

const count = z.int().min(0);

/** The body of `campaign.finished`. */
const CampaignEvent = z.object({
  event: z.literal(campaignEvent),
  campaign_id: z.string().meta({ description: "ID of the campaign." }),
  name: z.string().meta({ description: "Its name." }),
  status: z
    .enum(["finished", "cancelled"])
    .meta({ description: "Whether it ran to its end or was cancelled." }),
  ended_at: at(factsOf(campaignEvent).time),
  people: count.meta({ description: "People the campaign was started for." }),
  statuses: z.record(z.string(), count).meta({ description: "Messages by status." }),
  opted_out: count.meta({ description: "People who opted out after the start." }),
  not_sent: count.meta({ description: "People that a cancelled campaign did not reach." }),
  credits: z
    .object({ charged: count, refunded: count, reserved: count })
    .meta({ description: "Credits reserved at the start, charged, and refunded." }),
  id: rest.id,
  timestamp: rest.timestamp,
  test: z.boolean().meta({ description: "Whether a test token made it." }),
});

/** The body of `verification.approved` or `verification.expired`. */
function verificationEvent(event: (typeof verificationEvents)[number]) {
  return z.object({
    event: z.literal(event),
    verification_id: z.string().meta({ description: "ID of the verification." }),
    [`${statusOf(event)}_at`]: at(factsOf(event).time),
    id: rest.id,
    timestamp: rest.timestamp,
    status: z.literal(statusOf(event)),
    client_ref: echoedFields.client_ref,
    test: z.boolean().meta({ description: "Whether a test token started it." }),
  });
}

/** The body of `balance.low`. */
const BalanceEvent = z.object({
  event: z.literal(balanceEvent),
  balance: count.meta({ description: "Credits left." }),
  threshold: count.nullable().meta({
    description: "Credits below which the account is notified. Null if it set none.",
  }),
  threshold_days: count.nullable().meta({
    description: "Days of use below which it is notified. Null if it set none.",
  }),
  since: at(factsOf(balanceEvent).time),
  id: rest.id,
  timestamp: rest.timestamp,
  topup_url: z.url().meta({ description: "Where to top up." }),
  test: z.boolean().meta({ description: "Whether it is a test event." }),
});

/** The body of an event, its members in the order they are sent. */
export function eventSchema(event: WebhookEvent): z.ZodObject {
  if (event === receivedEvent) return ReceivedEvent;
  if (event === alarmEvent) return AlarmEvent;
  if (event === campaignEvent) return CampaignEvent;
  if (event === balanceEvent) return BalanceEvent;
  const ofVerification = verificationEvents.find((each) => each === event);
  if (ofVerification) return verificationEvent(ofVerification);
  const status = statusOf(event);
  const { time, reason } = factsOf(event);
  return z.object({
    event: z.literal(event),
    ...common,
    [`${status}_at`]: at(time),
    ...rest,
    status: z.literal(status),
    ...ours,
    ...(reason === null ? { reason: z.null() } : {}),
  });
}

const noUrl = webhookSentences.noUrl;
const Url = limitedText(2048, {
  error: noUrl,
  tooLong: webhookSentences.longUrl({ max: 2048 }),
})
  .trim()
  .min(1, worded(noUrl))
  .meta({
    description: "The URL for events: a public HTTPS URL.",
    examples: ["https://example.com/hooks/sms"],
  });

const Events = limitedList(EventName, {
  min: 1,
  max: 50,
  error: webhookSentences.noEventList,
  tooFew: webhookSentences.noEvent,
  tooMany: webhookSentences.repeatedEvent,
})
  .transform((events) => webhookEvents.filter((event) => events.includes(event)))
  .meta({
    description: "The events it subscribes to.",
    examples: [["sms.delivered", "sms.failed"]],
  });

const Description = limitedText(120, { error: webhookSentences.descriptionNotText })
  .trim()
  .regex(/^\P{C}*$/u, worded(coreSentences.unprintable))
  .transform((text) => text || null)
  .meta({ description: "What the endpoint is for.", examples: ["Order system"] });

/** `POST /api/webhook-endpoints`. */
export const CreateEndpointInput = z.object({
  url: Url,
  events: Events.default([...accountEvents]),
  description: Description.nullish(),
});

/** `PATCH /api/webhook-endpoints/{id}`: what is left out stays. */
export const UpdateEndpointInput = z.object({
  url: Url.optional(),
  events: Events.optional(),
  description: Description.nullable().optional(),
  enabled: z.boolean(worded(webhookSentences.wrongEnabled)).optional().meta({
    description: "Whether events are sent. Enabling the endpoint does not replay missed events.",
  }),
});

/** `POST /api/webhook-endpoints/{id}/test`. */
export const TestEventInput = z.object({
  event: EventName.default("sms.delivered").meta({ description: "The kind of event." }),
});

/** An endpoint as the API and the panel show it. */
export const EndpointView = z.object({
  id: z
    .string()
    .meta({ description: "ID of the endpoint.", examples: ["whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
  url: z.string().meta({ description: "URL that events are sent to." }),
  description: z.string().nullable().meta({ description: "What it is for." }),
  events: z.array(z.enum(webhookEvents)).meta({ description: "The events it subscribes to." }),
  test: z
    .boolean()
    .meta({ description: "Whether it receives events of test messages or of live messages." }),
  enabled: z.boolean().meta({ description: "Whether events are sent." }),
  disabled_reason: z.enum(["manual", "gone", "failing"]).nullable().meta({
    description:
      "Why it is disabled: manually, because it returned 410, or after five days of failures only.",
  }),
  disabled_at: z.iso.datetime().nullable().meta({ description: "When it was disabled." }),
  failing_since: z.iso
    .datetime()
    .nullable()
    .meta({ description: "First failure since the last success." }),
  previous_secret_until: z.iso.datetime().nullable().meta({
    description: "When the previous secret stops signing.",
  }),
  created_at: at("When it was created."),
});

export type EndpointView = z.infer<typeof EndpointView>;

/** The answer to creating an endpoint and to rotating its secret. */
export const EndpointWithSecret = EndpointView.extend({
  secret: z
    .string()
    .meta({ description: "Key of the signatures: `whsec_` and base64 of 32 bytes." }),
});

export type EndpointWithSecret = z.infer<typeof EndpointWithSecret>;

/** One exchange with an endpoint, as it went over the wire. */
export const Exchange = z.object({
  at: at("When it was sent."),
  duration_ms: z.int().meta({ description: "Milliseconds until the response was read." }),
  request: z
    .object({
      url: z.string().meta({ description: "URL the event was sent to." }),
      headers: z.record(z.string(), z.string()).meta({ description: "Its headers." }),
      body: z.string().meta({ description: "Its body, byte for byte." }),
    })
    .meta({ description: "The request that was sent." }),
  status: z.int().nullable().meta({ description: "HTTP status; null if there was no response." }),
  error: z.string().nullable().meta({ description: "Machine-readable error." }),
  answer: z.string().nullable().meta({ description: "The first 4 KB of the response, as text." }),
});

export type Exchange = z.infer<typeof Exchange>;
