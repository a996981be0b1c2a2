import { echoedOnWire, nothingEchoed } from "../core/echoed-contract";

/** Values that several examples share, so that the reference tells one story. */
export const exampleMessageId = "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
export const exampleVerificationId = "ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
export const exampleKey = "8e03978e-40d5-43e8-bc93-6894a57f9324";
export const later = "2026-05-16T07:00:00.000Z";
const acceptedAt = "2026-05-15T14:23:47.291Z";

/** The message of the guide. */
export const guideMessage = {
  from: "YourBrand",
  to: "48732129000",
  body: "Your login code: 482910",
};

/** What the guide's request is answered. */
export const guideAccepted = {
  message_id: exampleMessageId,
  status: "queued",
  from: "YourBrand",
  to: "48732129000",
  segments: 1,
  encoding: "GSM-7",
  credits: 1,
  scheduled_at: null,
  created_at: acceptedAt,
  ...echoedOnWire(nothingEchoed),
  test: false,
  store_body: true,
};

/** The guide's message once it has arrived, as lists show it. */
export const deliveredMessage = {
  message_id: exampleMessageId,
  status: "delivered",
  from: "YourBrand",
  to: "48732129000",
  body: "Your login code: 482910",
  segments: 1,
  encoding: "GSM-7",
  credits: 1,
  scheduled_at: null,
  created_at: acceptedAt,
  sent_at: "2026-05-15T14:23:47.402Z",
  ended_at: "2026-05-15T14:23:48.511Z",
  valid_until: "2026-05-17T14:23:47.291Z",
  ...echoedOnWire(nothingEchoed),
  idempotency_key: exampleKey,
  wait_reason: null,
  reason: null,
  carrier: "simulator",
  carrier_code: null,
  operator: "Orange Polska",
  operator_source: "carrier",
  source: "api",
  campaign_id: null,
  verification_id: null,
  test: false,
  webhook_state: "done",
  store_body: true,
  body_erased_at: null,
};

const event = { source: "api", reason: null, carrier_code: null, operator: null };

/** The same with its history. */
export const deliveredDetail = {
  ...deliveredMessage,
  events: [
    { ...event, type: "accepted", at: acceptedAt },
    { ...event, type: "sent", at: "2026-05-15T14:23:47.402Z", source: "simulator" },
    {
      ...event,
      type: "sms.delivered",
      at: "2026-05-15T14:23:48.511Z",
      source: "simulator",
      operator: "Orange Polska",
    },
  ],
};

/** A message that waits for its time. */
export const scheduledMessage = {
  ...deliveredMessage,
  status: "scheduled",
  scheduled_at: later,
  sent_at: null,
  ended_at: null,
  valid_until: "2026-05-18T07:00:00.000Z",
  client_ref: "order 1042",
  carrier: null,
  operator: "Orange",
  operator_source: "range",
  webhook_state: "none",
};

/** A token in the middle of its life. */
export const exampleToken = {
  token_id: "tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  name: "Web shop",
  mode: "live",
  scopes: ["send", "read"],
  masked: "actio_live_…c2a9",
  cidrs: ["203.0.113.0/24"],
  daily_limit: null,
  spent_today: null,
  created_at: "2026-05-02T09:12:00.481Z",
  expires_at: null,
  last_used_at: "2026-05-15T14:23:00.000Z",
  last_used_address: "203.0.113.7",
  requests_24h: 1204,
  rotated_at: null,
  previous_secret: null,
  revoked_at: null,
};
