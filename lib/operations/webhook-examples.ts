import { echoedOnWire, nothingEchoed } from "../core/echoed-contract";
import {
  accountEvents,
  alarmEvent,
  balanceEvent,
  campaignEvent,
  factsOf,
  receivedEvent,
  statusOf,
  type WebhookEvent,
} from "../webhooks/event-contract";
import { exampleCampaignId } from "./campaign-examples";
import { deliveredMessage, exampleVerificationId } from "./examples";

export const exampleEndpointId = "whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
export const exampleEventId = "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R";
export const exampleReplayId = "rpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA";

/** 32 bytes that say what they are. */
export const exampleSecret = "whsec_dGhpcyBpcyBhbiBleGFtcGxlIGFuZCBubyBzZWNyZXQ=";

/** An endpoint that does well. */
export const exampleEndpoint = {
  id: exampleEndpointId,
  url: "https://example.com/hooks/sms",
  description: "Order system",
  events: accountEvents,
  test: false,
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  failing_since: null,
  previous_secret_until: null,
  created_at: "2026-05-02T09:14:31.270Z",
};

const { message_id, to, operator, segments, from } = deliveredMessage;
const { idempotency_key, test, operator_source } = deliveredMessage;

/** The event of the guide's message, with its members in the order they are sent. */
export const deliveredEvent = exampleOf("sms.delivered");

/** A message from a phone, as `sms.received` tells it. */
function receivedExample() {
  return {
    event: receivedEvent,
    message_id: "inb_01HQX7Z9M4T1B7QF0C2V8K6D3R",
    to: "48500100200",
    received_at: deliveredMessage.ended_at,
    id: exampleEventId,
    timestamp: "2026-05-15T14:23:48.530Z",
    from: to,
    body: "Thanks!",
    keyword: null,
    in_reply_to: null,
    test,
  };
}

/** A carrier that rejects the credentials, as `carrier.alarm` tells it. */
function alarmExample() {
  return {
    event: alarmEvent,
    carrier: "orange",
    alarm: factsOf(alarmEvent).reason,
    since: deliveredMessage.ended_at,
    id: exampleEventId,
    timestamp: "2026-05-15T14:23:48.530Z",
    status: "open",
    summary:
      "Carrier orange rejects our credentials. Its messages are queued, or take another route where there is one.",
  };
}

/** A campaign that ran to its end, as `campaign.finished` tells it. */
function campaignExample() {
  return {
    event: campaignEvent,
    campaign_id: exampleCampaignId,
    name: "May sale",
    status: "finished",
    ended_at: deliveredMessage.ended_at,
    people: 3,
    statuses: { delivered: 2, failed: 1 },
    opted_out: 0,
    not_sent: 0,
    credits: { charged: 3, refunded: 0, reserved: 3 },
    id: exampleEventId,
    timestamp: "2026-05-15T14:23:48.530Z",
    test,
  };
}

/** A balance below its threshold, as `balance.low` tells it. */
function balanceExample() {
  return {
    event: balanceEvent,
    balance: 19,
    threshold: 20,
    threshold_days: null,
    since: deliveredMessage.ended_at,
    id: exampleEventId,
    timestamp: "2026-05-15T14:23:48.530Z",
    topup_url: "https://sms.example.org/credits",
    test,
  };
}

/** A verification that was approved or has expired. */
function verificationExample(event: WebhookEvent) {
  const status = statusOf(event);
  return {
    event,
    verification_id: exampleVerificationId,
    [`${status}_at`]: deliveredMessage.ended_at,
    id: exampleEventId,
    timestamp: "2026-05-15T14:23:48.530Z",
    status,
    client_ref: null,
    test,
  };
}

/**
 * The same message, had it ended otherwise; for `sms.received`, one from its recipient; for the others, what they are
 * about.
 */
export function exampleOf(event: WebhookEvent) {
  if (event === alarmEvent) return alarmExample();
  if (event === campaignEvent) return campaignExample();
  if (event === balanceEvent) return balanceExample();
  if (event.startsWith("verification.")) return verificationExample(event);
  if (event === receivedEvent) return receivedExample();
  const status = statusOf(event);
  return {
    event,
    message_id,
    to,
    [`${status}_at`]: deliveredMessage.ended_at,
    operator,
    segments,
    id: exampleEventId,
    timestamp: "2026-05-15T14:23:48.530Z",
    from,
    status,
    reason: factsOf(event).reason,
    ...echoedOnWire(nothingEchoed),
    idempotency_key,
    test,
    operator_source,
  };
}

/** The header fields it comes with; the signature is right, by the secret above. */
export const exampleHeaders = {
  "content-type": "application/json",
  "user-agent": "Depesza-Webhooks/1.0",
  "webhook-id": exampleEventId,
  "webhook-timestamp": "1778855029",
  "webhook-signature": "v1,U0+xIdDJYRnfPZ8X6GP8mDhecgErGP09DKfv/8Z58M8=",
};

/** A delivery that went well at once. */
export const exampleDelivery = {
  event_id: exampleEventId,
  endpoint_id: exampleEndpointId,
  message_id,
  event: "sms.delivered",
  status: "delivered",
  reason: null,
  attempts: 1,
  last_status: 200,
  last_error: null,
  next_attempt_at: null,
  wait_reason: null,
  created_at: "2026-05-15T14:23:48.530Z",
  ended_at: "2026-05-15T14:23:49.162Z",
};

/** Its log. */
export const exampleDeliveryDetail = {
  ...exampleDelivery,
  url: exampleEndpoint.url,
  body: JSON.stringify(deliveredEvent),
  tries: [
    {
      at: "2026-05-15T14:23:49.014Z",
      duration_ms: 148,
      url: exampleEndpoint.url,
      request_headers: exampleHeaders,
      status: 200,
      error: null,
      answer: "ok",
      next_attempt_at: null,
    },
  ],
};
