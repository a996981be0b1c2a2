// Made from the OpenAPI document by `npm run sdk`. Do not edit.

export interface AcceptedMessage {
  /** ID of the message. Null for a dry run. */
  message_id: string | null;
  /** Status after the request: queued, scheduled, or only priced. */
  status: "queued" | "scheduled" | "dry_run";
  /** Sender. */
  from: string;
  /** Recipient, E.164 without the plus. */
  to: string;
  /** Number of segments. */
  segments: number;
  /** Encoding of the text. It determines how many characters fit in a segment. */
  encoding: "GSM-7" | "UCS-2";
  /** Credits charged: one per segment, 0 for test messages. */
  credits: number;
  /** Scheduled time. Null if sent immediately. */
  scheduled_at: string | null;
  /** When it was accepted. */
  created_at: string;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Whether the text is stored. `false` if the request said so. */
  store_body: boolean;
}

export interface NewMessage {
  /** Sender: a name of 1–11 letters, digits, spaces, `.` and `-` with at least one letter, a number in E.164, or a short code of 3–8 digits. */
  from: string;
  /** Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use. */
  to: string;
  /** Text, at most 10 segments: 1530 characters of the GSM alphabet or 670 UTF-16 units of any other, counted after normalization (NFC). At least one character has to be visible, and none may have more than 30 combining marks. */
  body?: string | null | undefined;
  /** When to send, ISO 8601 with a zone, at most 35 days ahead. The last five minutes mean now. */
  scheduled_at?: string | null | undefined;
  /** A UUID v4 that you generate. A repeated request gets the original response. */
  idempotency_key?: string | null | undefined;
  /** Your own reference, returned in every response and event. */
  client_ref?: string | null | undefined;
  /** Your JSON object, at most 4096 bytes, returned in every response and event, with its fields in another order. Keys have 1–64 characters without brackets, and it may be nested 5 deep. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Seconds within which it must be delivered, or it expires. Default: 172800 (48 hours). */
  validity?: number | null | undefined;
  /** `false` for a text that nobody may read later: no list, export, or page shows it, and it is erased once a carrier has the message. Default: true. */
  store_body?: boolean | null | undefined;
  /** Validate and price the message without storing or sending it. */
  dry_run?: boolean | null | undefined;
  /** A template instead of `body`. */
  template_id?: string | null | undefined;
  /** Values for the variables of the template, at most 100. An empty one is none: the fallback stands for it. */
  variables?: Record<string, string> | null | undefined;
}

export interface Message {
  /** ID of the message. */
  message_id: string;
  /** Current status. */
  status: "scheduled" | "queued" | "sending" | "sent" | "unknown" | "delivered" | "failed" | "expired" | "bounced" | "cancelled";
  /** Sender. */
  from: string;
  /** Recipient, E.164 without the plus. */
  to: string;
  /** The text. Empty once it was erased, and if `store_body` is false. The code of a verification is shown as `••••••`. */
  body: string;
  /** Number of segments. */
  segments: number;
  /** Encoding of the text. It determines how many characters fit in a segment. */
  encoding: "GSM-7" | "UCS-2";
  /** Credits charged: one per segment, 0 for test messages. */
  credits: number;
  /** Scheduled time. Null if sent immediately. */
  scheduled_at: string | null;
  /** When it was accepted. */
  created_at: string;
  /** When a carrier accepted it. */
  sent_at: string | null;
  /** When it reached its final status. */
  ended_at: string | null;
  /** When the message expires if it isn't delivered. */
  valid_until: string;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Key of the request that sent it. */
  idempotency_key: string | null;
  /** Why a queued message isn't sent yet. */
  wait_reason: string | null;
  /** Machine-readable reason for the final status. */
  reason: string | null;
  /** Carrier it goes to or went to; null until a route is found. */
  carrier: string | null;
  /** The carrier's code for the result. */
  carrier_code: string | null;
  /** The recipient's operator. Null if unknown. */
  operator: string | null;
  /** Where the name comes from: the `carrier` that delivered, or the number's `range`. A range names its first holder, and the number may have been ported. */
  operator_source: "carrier" | "range" | null;
  /** What it was sent from. */
  source: "api" | "panel";
  /** ID of its campaign. Null if it belongs to none. */
  campaign_id: string | null;
  /** ID of its verification. Null if it has no code of one. */
  verification_id: string | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Webhook delivery state. `none` means that no endpoint was subscribed. */
  webhook_state: "none" | "waiting" | "done" | "failed";
  /** Whether the text is stored. `false` if the request said so. */
  store_body: boolean;
  /** When the text was erased. Null while it is stored. */
  body_erased_at: string | null;
}

export interface ListMessagesAnswer {
  data: Array<Message>;
  /** `cursor` of the next page; null when this is the last. A page can be short, even empty, while this is not null. */
  next_cursor: string | null;
}

export interface ListMessagesQuery {
  /** Only these statuses. Separate several with commas, or repeat the parameter. */
  status?: Array<"scheduled" | "queued" | "sending" | "sent" | "unknown" | "delivered" | "failed" | "expired" | "bounced" | "cancelled"> | undefined;
  /** Recipient: a complete number with its country code, or any 4 digits or more of one. Spaces, brackets, and dashes are ignored. 11 digits or more that form a complete number match that number only, by an index. */
  to?: string | undefined;
  /** Sender. Must match exactly. */
  from?: string | undefined;
  /** Part of the text, ignoring case and accents, or a message ID or its beginning. */
  q?: string | undefined;
  /** Your own reference. Must match exactly. */
  client_ref?: string | undefined;
  /** Messages of this campaign. */
  campaign_id?: string | undefined;
  /** Messages that have these fields in their `metadata`, as in `metadata[order]=1042`: up to 5 texts, numbers, or truth values, each of which must match exactly. */
  metadata?: Record<string, string> | undefined;
  /** Accepted at this time or later, ISO 8601 with a zone. */
  since?: string | undefined;
  /** Accepted before this time, ISO 8601 with a zone. */
  until?: string | undefined;
  /** `true` lists test messages, `false` lists live messages. If omitted, live messages are listed. A test token lists only test messages, and `false` is invalid for it. */
  test?: "true" | "false" | undefined;
  /** Maximum number of messages per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filters. */
  cursor?: string | undefined;
}

export interface AcceptedBatchItem {
  /** Place in `messages`, from 0. */
  index: number;
  /** Null for a dry run. */
  message_id: string | null;
  status: "queued" | "scheduled" | "dry_run";
  segments: number;
  /** Credits charged. 0 for test messages. */
  credits: number;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Present if its idempotency key was used before: this is the original response. */
  replayed?: true | undefined;
}

export interface RejectedBatchItem {
  /** Place in `messages`, from 0. */
  index: number;
  /** As in the errors of `POST /api/sms`. */
  code: "invalid_json" | "unauthorized" | "insufficient_credits" | "spend_limit_reached" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "payload_too_large" | "unsupported_media_type" | "invalid_request" | "opted_out" | "sender_not_approved" | "idempotency_mismatch" | "rate_limited" | "internal" | "unavailable";
  detail: string;
  /** Invalid fields; empty for other errors. */
  errors: Record<string, Array<string>>;
  /** Credits required (`insufficient_credits`, `spend_limit_reached`). */
  required?: number | undefined;
  /** Credits available (`insufficient_credits`), or that the token may still spend today (`spend_limit_reached`). */
  available?: number | undefined;
}

export interface SendBatchAnswer {
  /** Messages accepted, including replayed ones. */
  accepted: number;
  rejected: number;
  data: Array<AcceptedBatchItem | RejectedBatchItem>;
}

export interface SendBatchBody {
  /** Messages, each as in `POST /api/sms`. Single messages are sent first. */
  messages: Array<NewMessage>;
}

export interface MessageDetailEventsItem {
  /** What happened. */
  type: string;
  /** Time of the event. */
  at: string;
  /** Who reported it. */
  source: string;
  /** Machine-readable reason. */
  reason: string | null;
  /** The carrier's code. */
  carrier_code: string | null;
  /** The operator the carrier named. */
  operator: string | null;
}

export interface MessageDetail {
  /** ID of the message. */
  message_id: string;
  /** Current status. */
  status: "scheduled" | "queued" | "sending" | "sent" | "unknown" | "delivered" | "failed" | "expired" | "bounced" | "cancelled";
  /** Sender. */
  from: string;
  /** Recipient, E.164 without the plus. */
  to: string;
  /** The text. Empty once it was erased, and if `store_body` is false. The code of a verification is shown as `••••••`. */
  body: string;
  /** Number of segments. */
  segments: number;
  /** Encoding of the text. It determines how many characters fit in a segment. */
  encoding: "GSM-7" | "UCS-2";
  /** Credits charged: one per segment, 0 for test messages. */
  credits: number;
  /** Scheduled time. Null if sent immediately. */
  scheduled_at: string | null;
  /** When it was accepted. */
  created_at: string;
  /** When a carrier accepted it. */
  sent_at: string | null;
  /** When it reached its final status. */
  ended_at: string | null;
  /** When the message expires if it isn't delivered. */
  valid_until: string;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Key of the request that sent it. */
  idempotency_key: string | null;
  /** Why a queued message isn't sent yet. */
  wait_reason: string | null;
  /** Machine-readable reason for the final status. */
  reason: string | null;
  /** Carrier it goes to or went to; null until a route is found. */
  carrier: string | null;
  /** The carrier's code for the result. */
  carrier_code: string | null;
  /** The recipient's operator. Null if unknown. */
  operator: string | null;
  /** Where the name comes from: the `carrier` that delivered, or the number's `range`. A range names its first holder, and the number may have been ported. */
  operator_source: "carrier" | "range" | null;
  /** What it was sent from. */
  source: "api" | "panel";
  /** ID of its campaign. Null if it belongs to none. */
  campaign_id: string | null;
  /** ID of its verification. Null if it has no code of one. */
  verification_id: string | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Webhook delivery state. `none` means that no endpoint was subscribed. */
  webhook_state: "none" | "waiting" | "done" | "failed";
  /** Whether the text is stored. `false` if the request said so. */
  store_body: boolean;
  /** When the text was erased. Null while it is stored. */
  body_erased_at: string | null;
  /** Its history, oldest first. */
  events: Array<MessageDetailEventsItem>;
}

export interface RescheduleMessageBody {
  /** When to send, ISO 8601 with a zone, at most 35 days ahead. The last five minutes mean now. */
  scheduled_at: string;
}

export interface Verification {
  /** ID of the verification. */
  verification_id: string;
  /** `pending` until the right code was checked, its time is over, five wrong codes were checked, or it was cancelled. */
  status: "pending" | "approved" | "expired" | "max_attempts" | "cancelled";
  /** The number, E.164 without the plus. */
  to: string;
  /** When it was started. */
  created_at: string;
  /** Until when the code works. A resend moves it. */
  expires_at: string;
  /** When it was approved or ended otherwise. Null while it is pending. */
  ended_at: string | null;
  /** Checks that are left. */
  attempts_left: number;
  /** Messages sent with the code. */
  sends: number;
  /** ID of the newest message with the code, which its text shows as `••••••`. */
  message_id: string | null;
  /** Your own reference. */
  client_ref: string | null;
  /** Whether a test token started it. */
  test: boolean;
}

export interface StartVerificationBody {
  /** Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use. */
  to: string;
  /** Sender, as in `POST /api/sms`. Default: `Verify`. */
  from?: string | null | undefined;
  /** ID of a template with the text. `{{code}}` stands for the code, which it must have, and `{{minutes}}` for its lifetime. Default: a text in `language`. */
  template?: string | null | undefined;
  /** Language of our text, `en` or `pl`. Default: `en`. */
  language?: "en" | "pl" | null | undefined;
  /** Digits of the code. Default: 6. */
  code_length?: number | null | undefined;
  /** Seconds for which the code works. Default: 600. */
  ttl?: number | null | undefined;
  /** Host name of your site. The text then ends with the line by which browsers and phones fill in the code (WebOTP). */
  webotp_domain?: string | null | undefined;
  /** Your own reference, returned in every response and event. */
  client_ref?: string | null | undefined;
  /** A UUID v4 that you generate. A repeated request sends nothing and gets the verification as it is now. */
  idempotency_key?: string | null | undefined;
}

export interface ListVerificationsAnswer {
  data: Array<Verification>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListVerificationsQuery {
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page. */
  cursor?: string | undefined;
}

export interface VerificationCheck {
  /** `approved`: the code is right; one check of it gets this. `pending`: it is wrong, and may be entered again. `max_attempts`: too many wrong codes. `expired`: its time is over, or it was used or cancelled. */
  status: "approved" | "pending" | "expired" | "max_attempts";
}

export interface CheckVerificationBody {
  /** The code as it was entered. Spaces and dashes are ignored. */
  code: string;
}

export interface CheckNumberBody {
  /** Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use. */
  to: string;
  /** The code as it was entered. Spaces and dashes are ignored. */
  code: string;
}

export interface CreateCampaignAnswerCounts {
  rows: number;
  valid: number;
  empty: number;
  invalid: number;
  landline: number;
  duplicate: number;
  opted_out: number;
  missing_variable: number;
  too_long: number;
}

export interface CreateCampaignAnswerRejectedItem {
  /** Its number: in `recipients` from 1, in a file as a spreadsheet shows it, the header being row 1. */
  row: number;
  /** The number, unchanged. */
  to: string;
  /** Why, for programs. */
  code: "unchecked" | "ready" | "empty" | "invalid" | "landline" | "duplicate" | "opted_out" | "missing_variable" | "too_long";
  /** Why, for people. */
  errors: Array<string>;
}

export interface CreateCampaignAnswer {
  /** ID of the campaign. Null for a dry run. */
  campaign_id: string | null;
  /** `running`, or `scheduled` if it has a time; `draft` with `start: false`; `dry_run`. A repeated request gets what it is now. */
  status: "draft" | "scheduled" | "running" | "paused" | "finished" | "cancelled" | "dry_run";
  /** How many rows are what. */
  counts: CreateCampaignAnswerCounts;
  /** Segments of all messages. */
  segments: number;
  /** Credits of all messages, charged at the start. */
  credits: number;
  /** The first 100 rows that aren't sent. The others are. */
  rejected: Array<CreateCampaignAnswerRejectedItem>;
}

export interface NewCampaignQuietHours {
  from: string;
  until: string;
}

export interface NewCampaignRecipientsItem {
  to: string;
  variables?: Record<string, string | number | null> | undefined;
  client_ref?: string | null | undefined;
}

export interface NewCampaign {
  /** What it is called: shown to you, never sent. */
  name: string;
  /** Sender, as of a message. */
  from?: string | undefined;
  /** The text, with a variable as `{{first_name}}`, or `{{first_name|there}}`. */
  body?: string | undefined;
  /** The country of numbers without a country code, by ISO 3166. */
  default_country?: string | null | undefined;
  /** Maximum messages per second; null for no limit. */
  rate?: number | null | undefined;
  /** Nothing is sent between these, by the clock of the recipient's country. */
  quiet_hours?: NewCampaignQuietHours | null | undefined;
  scheduled_at?: string | null | undefined;
  /** `false` for texts that nobody may read later: each is erased once a carrier has its message, and what was uploaded when the campaign ends. Default: true. */
  store_body?: boolean | null | undefined;
  idempotency_key?: string | null | undefined;
  /** A template instead of `body`: its text as it is now. */
  template_id?: string | null | undefined;
  /** Up to 10,000 people. Variables of the text get their values here. */
  recipients?: Array<NewCampaignRecipientsItem> | null | undefined;
  /** A group of contacts instead of `recipients`: who is in it now. */
  group_id?: string | null | undefined;
  /** Check and price everything without keeping or sending it. */
  dry_run?: boolean | null | undefined;
  /** `false` leaves a draft, which needs neither a text nor recipients yet. Default: `true`. */
  start?: boolean | null | undefined;
}

export interface CampaignQuietHours {
  from: string;
  until: string;
}

export interface CampaignSummaryCounts {
  rows: number;
  valid: number;
  empty: number;
  invalid: number;
  landline: number;
  duplicate: number;
  opted_out: number;
  missing_variable: number;
  too_long: number;
}

export interface CampaignSummarySegmentsItem {
  segments: number;
  people: number;
}

export interface CampaignSummaryCausesItem {
  character: string;
  variable: string | null;
  people: number;
  segments: number;
}

export interface CampaignSummarySamplesItem {
  row: number;
  to: string;
  body: string;
  segments: number;
  credits: number;
}

export interface CampaignSummary {
  counts: CampaignSummaryCounts;
  /** How many people get a message of how many segments, over the texts as they are sent. */
  segments: Array<CampaignSummarySegmentsItem>;
  /** Characters outside GSM-7 that cost people more segments, and the variable they come from; null for the text itself. If a message has several of them, its recipient is counted with each. */
  causes: Array<CampaignSummaryCausesItem>;
  /** What all messages cost. */
  credits: number;
  /** Three messages as they would be sent: the shortest, one of the middle, and the longest. */
  samples: Array<CampaignSummarySamplesItem>;
}

export interface CampaignProgress {
  /** People the campaign was started for. */
  people: number;
  /** People without a message yet. */
  waiting: number;
  /** Messages by status. */
  statuses: Record<string, number>;
  /** People who opted out after the start. */
  opted_out: number;
  /** People that a cancelled campaign did not reach. */
  not_sent: number;
  /** Messages that a carrier has or may have. */
  submitted: number;
  /** Over the last ten seconds. */
  messages_per_second: number;
  seconds_left: number | null;
}

export interface CampaignCredits {
  reserved: number;
  charged: number;
  refunded: number;
}

export interface Campaign {
  campaign_id: string;
  name: string;
  status: "draft" | "scheduled" | "running" | "paused" | "finished" | "cancelled";
  /** Whether a test token made it: it costs nothing. */
  test: boolean;
  from: string;
  /** The text. Empty once it was erased, and after the start if `store_body` is false. */
  body: string;
  /** Whether texts are stored. `false` if the request said so. */
  store_body: boolean;
  /** When the text and the cells of its rows were erased. Null while they are stored. */
  body_erased_at: string | null;
  columns: Array<string>;
  mapping: Array<string | null>;
  default_country: string | null;
  file_name: string | null;
  rows: number;
  scheduled_at: string | null;
  rate: number | null;
  quiet_hours: CampaignQuietHours | null;
  /** Whether the check has seen the campaign as it is now. */
  is_checked: boolean;
  /** Null while the check is in progress, and before there are rows. */
  summary: CampaignSummary | null;
  /** Null before the start. */
  progress: CampaignProgress | null;
  credits: CampaignCredits;
  wait_reason: "quiet_hours" | "account" | null;
  wait_until: string | null;
  /** With `wait_reason` `quiet_hours`, the countries where people wait for them to end, as ISO 3166 has them. */
  wait_countries: Array<string>;
  created_at: string;
  started_at: string | null;
  paused_at: string | null;
  ended_at: string | null;
}

export interface ListCampaignsAnswer {
  data: Array<Campaign>;
  next_cursor: string | null;
}

export interface ListCampaignsQuery {
  status?: "draft" | "scheduled" | "running" | "paused" | "finished" | "cancelled" | undefined;
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filter. */
  cursor?: string | undefined;
}

export interface UpdateCampaignBodyQuietHours {
  from: string;
  until: string;
}

export interface UpdateCampaignBody {
  /** What it is called: shown to you, never sent. */
  name?: string | undefined;
  /** Sender, as of a message. */
  from?: string | undefined;
  /** The text, with a variable as `{{first_name}}`, or `{{first_name|there}}`. */
  body?: string | undefined;
  /** The country of numbers without a country code, by ISO 3166. */
  default_country?: string | null | undefined;
  /** Maximum messages per second; null for no limit. */
  rate?: number | null | undefined;
  /** Nothing is sent between these, by the clock of the recipient's country. */
  quiet_hours?: UpdateCampaignBodyQuietHours | null | undefined;
  scheduled_at?: string | null | undefined;
  /** `false` for texts that nobody may read later: each is erased once a carrier has its message, and what was uploaded when the campaign ends. Default: true. */
  store_body?: boolean | null | undefined;
  /** For each column what it is: `to`, the name of a variable, or null if ignored. */
  mapping?: Array<string | null> | undefined;
  /** A template instead of `body`: its text as it is now. */
  template_id?: string | null | undefined;
}

export interface UploadRecipientsQuery {
  /** The name of the file, to show. */
  file_name?: string | undefined;
}

export interface ListRecipientsAnswerDataItem {
  /** Its number in the file, the header being row 1. */
  row: number;
  cells: Array<string>;
  to: string | null;
  country: string | null;
  state: "unchecked" | "ready" | "empty" | "invalid" | "landline" | "duplicate" | "opted_out" | "missing_variable" | "too_long";
  /** What the state is about: the variable, the row it repeats, or the problem. */
  detail: string | null;
  segments: number;
  credits: number;
  client_ref: string | null;
  message_id: string | null;
  /** Null before the start. */
  status: "waiting" | "opted_out" | "not_sent" | "scheduled" | "queued" | "sending" | "sent" | "unknown" | "delivered" | "failed" | "expired" | "bounced" | "cancelled" | null;
  reason: string | null;
}

export interface ListRecipientsAnswer {
  data: Array<ListRecipientsAnswerDataItem>;
  next_cursor: string | null;
}

export interface ListRecipientsQuery {
  /** The result of the check. */
  state?: "unchecked" | "ready" | "empty" | "invalid" | "landline" | "duplicate" | "opted_out" | "missing_variable" | "too_long" | undefined;
  /** Its status. */
  status?: "waiting" | "opted_out" | "not_sent" | "scheduled" | "queued" | "sending" | "sent" | "unknown" | "delivered" | "failed" | "expired" | "bounced" | "cancelled" | undefined;
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filter. */
  cursor?: string | undefined;
}

export interface WebhookEndpoint {
  /** ID of the endpoint. */
  id: string;
  /** URL that events are sent to. */
  url: string;
  /** What it is for. */
  description: string | null;
  /** The events it subscribes to. */
  events: Array<"sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm">;
  /** Whether it receives events of test messages or of live messages. */
  test: boolean;
  /** Whether events are sent. */
  enabled: boolean;
  /** Why it is disabled: manually, because it returned 410, or after five days of failures only. */
  disabled_reason: "manual" | "gone" | "failing" | null;
  /** When it was disabled. */
  disabled_at: string | null;
  /** First failure since the last success. */
  failing_since: string | null;
  /** When the previous secret stops signing. */
  previous_secret_until: string | null;
  /** When it was created. */
  created_at: string;
}

export interface ListWebhookEndpointsAnswer {
  data: Array<WebhookEndpoint>;
}

export interface WebhookEndpointWithSecret {
  /** ID of the endpoint. */
  id: string;
  /** URL that events are sent to. */
  url: string;
  /** What it is for. */
  description: string | null;
  /** The events it subscribes to. */
  events: Array<"sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm">;
  /** Whether it receives events of test messages or of live messages. */
  test: boolean;
  /** Whether events are sent. */
  enabled: boolean;
  /** Why it is disabled: manually, because it returned 410, or after five days of failures only. */
  disabled_reason: "manual" | "gone" | "failing" | null;
  /** When it was disabled. */
  disabled_at: string | null;
  /** First failure since the last success. */
  failing_since: string | null;
  /** When the previous secret stops signing. */
  previous_secret_until: string | null;
  /** When it was created. */
  created_at: string;
  /** Key of the signatures: `whsec_` and base64 of 32 bytes. */
  secret: string;
}

export interface CreateWebhookEndpointBody {
  /** The URL for events: a public HTTPS URL. */
  url: string;
  /** The events it subscribes to. */
  events?: Array<"sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm"> | undefined;
  /** What the endpoint is for. */
  description?: string | null | undefined;
}

export interface UpdateWebhookEndpointBody {
  /** The URL for events: a public HTTPS URL. */
  url?: string | undefined;
  /** The events it subscribes to. */
  events?: Array<"sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm"> | undefined;
  description?: string | null | undefined;
  /** Whether events are sent. Enabling the endpoint does not replay missed events. */
  enabled?: boolean | undefined;
}

export interface WebhookExchangeRequest {
  /** URL the event was sent to. */
  url: string;
  /** Its headers. */
  headers: Record<string, string>;
  /** Its body, byte for byte. */
  body: string;
}

export interface WebhookExchange {
  /** When it was sent. */
  at: string;
  /** Milliseconds until the response was read. */
  duration_ms: number;
  /** The request that was sent. */
  request: WebhookExchangeRequest;
  /** HTTP status; null if there was no response. */
  status: number | null;
  /** Machine-readable error. */
  error: string | null;
  /** The first 4 KB of the response, as text. */
  answer: string | null;
}

export interface SendTestEventBody {
  /** The kind of event. */
  event?: "sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm" | undefined;
}

export interface WebhookDelivery {
  /** ID of the event, and the `webhook-id` of every attempt. */
  event_id: string;
  /** ID of the endpoint. */
  endpoint_id: string;
  /** ID of the message: `msg_…`, or `inb_…` for `sms.received`. Null for `balance.low`, `campaign.finished`, `carrier.alarm`, and events of verifications. */
  message_id: string | null;
  /** What happened. */
  event: "sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm";
  /** `pending` until it is delivered or has failed. */
  status: "pending" | "delivered" | "failed";
  /** Why the delivery failed. It can still be replayed. Null if what it was about had been deleted, so that nothing was left to send. */
  reason: "exhausted" | "endpoint_disabled" | "endpoint_deleted" | null;
  /** Attempts so far, including replays. */
  attempts: number;
  /** HTTP status of the last attempt. */
  last_status: number | null;
  /** Machine-readable reason for the last failure. */
  last_error: string | null;
  /** Time of the next attempt. Null after the last one and while the delivery is held back. */
  next_attempt_at: string | null;
  /** Why a due delivery is held back: `endpoint_failing` while Depesza sends the failing endpoint one event at a time. A delivery that is held back uses no attempts. */
  wait_reason: "endpoint_failing" | null;
  /** When the event was recorded for this endpoint. */
  created_at: string;
  /** When it was delivered or failed. */
  ended_at: string | null;
}

export interface ListDeliveriesAnswer {
  data: Array<WebhookDelivery>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListDeliveriesQuery {
  /** Only deliveries with this status. */
  status?: "pending" | "delivered" | "failed" | undefined;
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page. */
  cursor?: string | undefined;
}

export interface WebhookDeliveryDetailTriesItem {
  /** When it was sent. */
  at: string;
  /** Milliseconds until the response was read. */
  duration_ms: number;
  /** URL the event was sent to. */
  url: string;
  /** Its headers, including the signature. */
  request_headers: Record<string, string>;
  /** HTTP status; null if there was no response. */
  status: number | null;
  /** Machine-readable error. */
  error: string | null;
  /** The first 4 KB of the response, as text. */
  answer: string | null;
  /** When the next attempt was due; null after the last one. */
  next_attempt_at: string | null;
}

export interface WebhookDeliveryDetail {
  /** ID of the event, and the `webhook-id` of every attempt. */
  event_id: string;
  /** ID of the endpoint. */
  endpoint_id: string;
  /** ID of the message: `msg_…`, or `inb_…` for `sms.received`. Null for `balance.low`, `campaign.finished`, `carrier.alarm`, and events of verifications. */
  message_id: string | null;
  /** What happened. */
  event: "sms.delivered" | "sms.failed" | "sms.expired" | "sms.bounced" | "sms.received" | "campaign.finished" | "verification.approved" | "verification.expired" | "balance.low" | "carrier.alarm";
  /** `pending` until it is delivered or has failed. */
  status: "pending" | "delivered" | "failed";
  /** Why the delivery failed. It can still be replayed. Null if what it was about had been deleted, so that nothing was left to send. */
  reason: "exhausted" | "endpoint_disabled" | "endpoint_deleted" | null;
  /** Attempts so far, including replays. */
  attempts: number;
  /** HTTP status of the last attempt. */
  last_status: number | null;
  /** Machine-readable reason for the last failure. */
  last_error: string | null;
  /** Time of the next attempt. Null after the last one and while the delivery is held back. */
  next_attempt_at: string | null;
  /** Why a due delivery is held back: `endpoint_failing` while Depesza sends the failing endpoint one event at a time. A delivery that is held back uses no attempts. */
  wait_reason: "endpoint_failing" | null;
  /** When the event was recorded for this endpoint. */
  created_at: string;
  /** When it was delivered or failed. */
  ended_at: string | null;
  /** Current URL of the endpoint. */
  url: string;
  /** The body; null before the first attempt of an event about a message. */
  body: string | null;
  /** Every attempt, oldest first. */
  tries: Array<WebhookDeliveryDetailTriesItem>;
}

export interface WebhookReplay {
  /** ID for reading the progress; null for a dry run, and if no event matches. */
  replay_id: string | null;
  /** Deliveries that are replayed. */
  count: number;
  /** Whether this was a dry run. */
  dry_run: boolean;
}

export interface ReplayDeliveriesBody {
  /** This one event. */
  event_id?: string | undefined;
  /** Failed deliveries of events since this time. */
  failed_since?: string | undefined;
  /** Events since this time that were never attempted because the endpoint was disabled or not yet created. */
  missing_since?: string | undefined;
  /** Count without replaying. */
  dry_run?: boolean | undefined;
}

export interface WebhookReplayProgress {
  /** ID of the replay. */
  replay_id: string;
  /** Deliveries in this replay. */
  total: number;
  /** Neither delivered nor failed yet. */
  pending: number;
  /** Delivered: the endpoint returned 2xx. */
  delivered: number;
  /** Failed. */
  failed: number;
}

export interface InboundMessage {
  /** ID of the message. */
  message_id: string;
  /** The phone that sent it, in E.164 without the plus. */
  from: string;
  /** What it was sent to: your number or sender name. Empty if the carrier does not report it. */
  to: string;
  /** Its text. */
  body: string;
  /** What its words ask for: `opt_out` (STOP), `opt_in` (START), `help` (HELP). Null for any other text. */
  keyword: "opt_out" | "opt_in" | "help" | null;
  /** ID of your message that it replies to. Null if the carrier does not report it. */
  in_reply_to: string | null;
  /** The carrier that it came through. */
  carrier: string;
  /** When it was sent, by the carrier's clock. */
  sent_at: string;
  /** When it was received. */
  received_at: string;
  /** Whether the simulator sent it in test mode. */
  test: boolean;
  /** When the text was erased: `body` is empty since then. Null before. */
  body_erased_at: string | null;
}

export interface ListInboundAnswer {
  data: Array<InboundMessage>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListInboundQuery {
  /** The phone: a complete number with its country code. */
  from?: string | undefined;
  /** What it was sent to. Must match exactly. */
  to?: string | undefined;
  /** Received at this time or later, ISO 8601 with a zone. */
  since?: string | undefined;
  /** Received before this time, ISO 8601 with a zone. */
  until?: string | undefined;
  /** Maximum number of messages per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filters. */
  cursor?: string | undefined;
}

export interface OptOut {
  /** The phone number in E.164 without the plus. */
  number: string;
  /** The sender it wants no messages of. Null: none of the account. */
  sender: string | null;
  /** Its own words, or yours. */
  reason: string;
  /** How it came here: `keyword` if the phone wrote STOP. */
  source: "keyword" | "panel" | "api" | "import" | "carrier";
  /** When it opted out. */
  created_at: string;
}

export interface ListOptOutsAnswer {
  data: Array<OptOut>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListOptOutsQuery {
  /** A number, or digits of one. Spaces, brackets, dashes, and the plus are ignored. */
  number?: string | undefined;
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filter. */
  cursor?: string | undefined;
}

export interface AddOptOutBody {
  /** The phone number in E.164, with or without the plus. */
  number: string;
  /** The sender it wants no messages of. Null or omitted: none of the account. */
  sender?: string | null | undefined;
  /** Why, in your words. */
  reason?: string | null | undefined;
}

export interface ImportOptOutsAnswerErrorsItem {
  index: number;
  detail: string;
}

export interface ImportOptOutsAnswer {
  /** Opt-outs that are new. */
  added: number;
  /** Opt-outs that were there before. */
  known: number;
  /** Entries that are no opt-outs. */
  rejected: number;
  /** The first 100 rejected entries by their place, from 0. */
  errors: Array<ImportOptOutsAnswerErrorsItem>;
}

export interface ImportOptOutsBody {
  /** Opt-outs, each as in `POST /api/opt-outs`. */
  opt_outs: Array<unknown>;
}

export interface NumberLookupRangeHolder {
  /** The operator. */
  name: string;
  /** Where that is from. */
  source: "libphonenumber";
}

export interface NumberLookup {
  /** The number as you wrote it. */
  input: string;
  /** The number in E.164 without the plus, as `to` of a message. Null if it is none. */
  number: string | null;
  /** Whether the numbering plan of its country lists it. */
  valid: boolean;
  /** Whether `POST /api/sms` accepts it as a recipient, apart from opt-outs. True also for a range too new for the plan. */
  sendable: boolean;
  /** What it is for, by the numbering plan. Null if it is no number. */
  type: "mobile" | "fixed_line" | "fixed_line_or_mobile" | "voip" | "toll_free" | "premium_rate" | "shared_cost" | "personal_number" | "pager" | "uan" | "voicemail" | "unknown" | null;
  /** Its country (ISO 3166). Null for networks of no country, such as satellites. */
  country: string | null;
  /** Its country code. */
  country_code: string | null;
  /** In international form. */
  international: string | null;
  /** As it is dialed in its country. */
  national: string | null;
  /** The operator that its range was given to. Null if nobody lists it. A ported number has another operator by now. */
  range_holder: NumberLookupRangeHolder | null;
  /** Whether it wants no messages of any of your senders. */
  opted_out: boolean;
  /** Your senders that it wants no messages of; the first 100 by name. */
  opted_out_senders: Array<string>;
  /** Why no message can be sent to it, as a code. */
  problem: "no_country_code" | "ambiguous" | "no_mobile_digit" | "wrong_length" | "landline" | "no_such_country" | "spreadsheet" | "not_a_number" | null;
  /** The same in a sentence. */
  detail: string | null;
  /** The number that is probably meant, in E.164 without the plus. */
  suggestion: string | null;
}

export interface LookUpNumberQuery {
  /** The country (ISO 3166) of what is written without a country code. If omitted, nothing is completed. */
  country?: string | undefined;
}

export interface LookUpNumbersAnswer {
  /** One entry per number, in the same order. */
  data: Array<NumberLookup>;
}

export interface LookUpNumbersBody {
  /** Numbers as people write them, with a country code or in the form of `country`. */
  numbers: Array<string>;
  /** The country (ISO 3166) of what is written without a country code. If omitted, nothing is completed. */
  country?: string | null | undefined;
}

export interface Contact {
  /** ID of the contact. */
  contact_id: string;
  /** The phone number in E.164 without the plus. */
  number: string;
  /** What is known of the person, by the name of the variable. */
  fields: Record<string, string>;
  /** IDs of the groups the contact is in. */
  groups: Array<string>;
  /** When it was created. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

export interface ListContactsAnswer {
  data: Array<Contact>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListContactsQuery {
  /** Digits of the number, or text of a field; upper and lower case are the same. */
  q?: string | undefined;
  /** Only contacts in this group. */
  group_id?: string | undefined;
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filter. */
  cursor?: string | undefined;
}

export interface SaveContactBody {
  /** The phone number in E.164, with or without the plus. */
  number: string;
  /** What is known of the person, by the name of the variable: at most 30 fields of 300 characters. An empty value or null removes a field. */
  fields?: Record<string, string | null> | undefined;
  /** IDs of groups to add the contact to. */
  groups?: Array<string> | undefined;
}

export interface UpdateContactBody {
  /** The phone number in E.164, with or without the plus. */
  number?: string | undefined;
  /** What is known of the person, by the name of the variable: at most 30 fields of 300 characters. An empty value or null removes a field. */
  fields?: Record<string, string | null> | undefined;
  /** IDs of all groups the contact is in after that. */
  groups?: Array<string> | undefined;
}

export interface Group {
  /** ID of the group. */
  group_id: string;
  /** What the account calls it. */
  name: string;
  /** Contacts in the group. */
  contacts: number;
  /** When it was created. */
  created_at: string;
}

export interface ListGroupsAnswer {
  data: Array<Group>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListGroupsQuery {
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page, with the same filter. */
  cursor?: string | undefined;
}

export interface CreateGroupBody {
  /** What the account calls it. Each group of an account has another name. */
  name: string;
}

export interface RenameGroupBody {
  /** What the account calls it. Each group of an account has another name. */
  name: string;
}

export interface AddMembersAnswer {
  /** Contacts that were added. */
  changed: number;
  /** Contacts that were in the group already. */
  unchanged: number;
  /** IDs of no contact. */
  unknown: number;
}

export interface AddMembersBody {
  /** IDs of contacts. */
  contact_ids: Array<string>;
}

export interface TemplateVariablesItem {
  name: string;
  required: boolean;
}

export interface Template {
  /** ID of the template. */
  template_id: string;
  /** What the account calls it. */
  name: string;
  /** The text with its variables. */
  body: string;
  /** The variables of the text. One without a fallback needs a value. */
  variables: Array<TemplateVariablesItem>;
  /** When it was created. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

export interface ListTemplatesAnswer {
  data: Array<Template>;
  /** `cursor` of the next page; null when this is the last. */
  next_cursor: string | null;
}

export interface ListTemplatesQuery {
  /** Maximum number of results per page. */
  limit?: number | undefined;
  /** `next_cursor` of the previous page. */
  cursor?: string | undefined;
}

export interface CreateTemplateBody {
  /** What the account calls it. Each template of an account has another name. */
  name: string;
  /** The text. `{{first_name}}` stands for a value, and `{{first_name|there}}` for “there” where there is none. */
  body: string;
}

export interface UpdateTemplateBody {
  /** What the account calls it. Each template of an account has another name. */
  name?: string | undefined;
  /** The text. `{{first_name}}` stands for a value, and `{{first_name|there}}` for “there” where there is none. */
  body?: string | undefined;
}

export interface AccountToken {
  token_id: string;
  name: string;
  expires_at: string | null;
}

export interface AccountLimits {
  requests_per_second: number | null;
  requests_per_minute: number | null;
  messages_per_minute: number | null;
}

export interface Account {
  account_id: string;
  name: string;
  /** Credits left; one pays for one segment. */
  credits: number;
  /** Whether the calling token is a test token. */
  test: boolean;
  created_at: string;
  /** What the calling token may do. */
  scopes: Array<string>;
  /** The calling token. */
  token: AccountToken;
  /** Requests the account may make and messages it may send, test tokens apart from live ones; null without a limit. A batch is one request and as many messages as it has entries. */
  limits: AccountLimits;
  /** ID of the account for clients of Twilio's API. */
  account_sid: string;
}

export interface PriceQuoteNextTier {
  /** Segments in a calendar month from which the rate holds. */
  from: number;
  /** Net price of one segment. */
  rate_micros: number;
  /** Fewest further messages that reach it. */
  more_messages: number;
  /** Net price of the whole month with them; it may be less than without. */
  net_micros: number;
}

export interface PriceQuoteTiersItem {
  /** Segments in a calendar month from which the rate holds. */
  from: number;
  /** Net price of one segment. */
  rate_micros: number;
}

export interface PriceQuote {
  messages: number;
  segments: number;
  /** Messages times segments; one credit each. */
  credits: number;
  currency: string;
  vat_percent: number;
  /** Net price of one segment at this volume. */
  rate_micros: number;
  /** Net price of one message at this volume. */
  per_message_micros: number;
  net_micros: number;
  vat_micros: number;
  gross_micros: number;
  /** The next cheaper rate; null in the highest tier. */
  next_tier: PriceQuoteNextTier | null;
  /** The whole price list. */
  tiers: Array<PriceQuoteTiersItem>;
}

export interface GetPricingQuery {
  /** Messages in a calendar month. */
  messages: number;
  /** Segments of each message. */
  segments?: number | undefined;
}

export interface TokenPreviousSecret {
  masked: string;
  ends_at: string;
}

export interface Token {
  token_id: string;
  name: string;
  /** `live` sends to phones and uses credits, `test` goes to the simulator and costs nothing. */
  mode: "live" | "test";
  scopes: Array<"send" | "read" | "manage">;
  /** Prefix and last four characters of the secret. */
  masked: string;
  /** IP addresses and ranges that may use the token. Empty means any address. */
  cidrs: Array<string>;
  /** Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number. */
  daily_limit: number | null;
  /** Credits spent today (UTC) of `daily_limit`. `null` without a limit. */
  spent_today: number | null;
  created_at: string;
  expires_at: string | null;
  /** To the minute. */
  last_used_at: string | null;
  last_used_address: string | null;
  /** Requests made with it in the last 24 hours. */
  requests_24h: number;
  rotated_at: string | null;
  /** The previous secret, while it still works. */
  previous_secret: TokenPreviousSecret | null;
  revoked_at: string | null;
}

export interface ListTokensAnswer {
  data: Array<Token>;
}

export interface FreshTokenPreviousSecret {
  masked: string;
  ends_at: string;
}

export interface FreshToken {
  token_id: string;
  name: string;
  /** `live` sends to phones and uses credits, `test` goes to the simulator and costs nothing. */
  mode: "live" | "test";
  scopes: Array<"send" | "read" | "manage">;
  /** Prefix and last four characters of the secret. */
  masked: string;
  /** IP addresses and ranges that may use the token. Empty means any address. */
  cidrs: Array<string>;
  /** Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number. */
  daily_limit: number | null;
  /** Credits spent today (UTC) of `daily_limit`. `null` without a limit. */
  spent_today: number | null;
  created_at: string;
  expires_at: string | null;
  /** To the minute. */
  last_used_at: string | null;
  last_used_address: string | null;
  /** Requests made with it in the last 24 hours. */
  requests_24h: number;
  rotated_at: string | null;
  /** The previous secret, while it still works. */
  previous_secret: FreshTokenPreviousSecret | null;
  revoked_at: string | null;
  /** The secret. Shown only once. */
  token: string;
}

export interface CreateTokenBody {
  /** Where the token is used. */
  name: string;
  /** `live` sends to phones and uses credits, `test` goes to the simulator and costs nothing. */
  mode: "live" | "test";
  /** What the token may do. */
  scopes?: Array<"send" | "read" | "manage"> | undefined;
  /** When the token expires, in ISO 8601 with a time zone. If omitted, it never expires. */
  expires_at?: string | null | undefined;
  /** Addresses and CIDR ranges (IPv4, IPv6) that may use the token, at most 20; empty means any. Kept without the bits a range does not count: `203.0.113.77/24` becomes `203.0.113.0/24`. */
  cidrs?: Array<string> | null | undefined;
  /** Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number. */
  daily_limit?: number | null | undefined;
}

export interface UpdateTokenBody {
  /** Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number. */
  daily_limit?: number | null | undefined;
}

export interface RotateTokenBody {
  /** Hours that the previous secret keeps working, together with the new one; 0 revokes it immediately. */
  grace_hours?: number | undefined;
}

export interface GetHealthAnswerParts {
  database?: "ok" | "failed" | undefined;
  migrations?: "ok" | "failed" | undefined;
  disk?: "ok" | "low" | "failed" | undefined;
  /** `late` when no worker has reported lately: messages are accepted and sent later. */
  worker?: "ok" | "late" | undefined;
  /** `in_trouble` while the carrier accepts no messages. The API still accepts them and they are sent later. */
  carrier?: "ok" | "in_trouble" | undefined;
  /** Only with `DATABASE_READ_URL`. `late` or `away` while lists and exports read from the primary. */
  replica?: "ok" | "late" | "away" | undefined;
  /** Only with `BACKUP_DIR`. `late` when the last backup is older than two intervals, or there is none. */
  backup?: "ok" | "late" | undefined;
}

export interface GetHealthAnswer {
  /** `degraded` while messages are accepted and one of `parts` isn't `ok`; `unavailable` while none can be accepted. */
  status: "ok" | "degraded" | "unavailable";
  /** The version of Depesza that responds. */
  version: string;
  /** The state of each part, as in `checks` of readiness. If one has `failed`, those that weren't checked are missing. */
  parts: GetHealthAnswerParts;
}

export interface GetLivenessAnswer {
  status: "ok";
}

export interface GetReadinessAnswerChecks {
  database: "ok";
  migrations: "ok";
  /** `low` when the disk of the embedded database has less than 200 MB left. With less than 32 MB, or when the database itself reports a full disk, the response is 503. */
  disk: "ok" | "low";
  /** `late` when no worker has reported lately: messages are accepted and sent later. */
  worker: "ok" | "late";
  /** `in_trouble` while the carrier accepts no messages. The API still accepts them and they are sent later. */
  carrier: "ok" | "in_trouble";
  /** Only with `DATABASE_READ_URL`. `late` or `away` while lists and exports read from the primary. */
  replica?: "ok" | "late" | "away" | undefined;
  /** Only with `BACKUP_DIR`. `late` when the last backup is older than two intervals, or there is none. */
  backup?: "ok" | "late" | undefined;
}

export interface GetReadinessAnswer {
  status: "ok";
  checks: GetReadinessAnswerChecks;
}

export interface SmsDeliveredEvent {
  event: "sms.delivered";
  /** ID of the message. */
  message_id: string;
  /** Recipient in E.164 without the plus. */
  to: string;
  /** When it was delivered. */
  delivered_at: string;
  /** The recipient's operator. Null if unknown. */
  operator: string | null;
  /** Segments the message was sent in. */
  segments: number;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** Sender. */
  from: string;
  status: "delivered";
  reason: unknown | null;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Key of the request that sent it. */
  idempotency_key: string | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Who named the operator: the `carrier`, or the number's `range`, its first holder. */
  operator_source: "carrier" | "range" | null;
}

export interface SmsFailedEvent {
  event: "sms.failed";
  /** ID of the message. */
  message_id: string;
  /** Recipient in E.164 without the plus. */
  to: string;
  /** When it failed. */
  failed_at: string;
  /** The recipient's operator. Null if unknown. */
  operator: string | null;
  /** Segments the message was sent in. */
  segments: number;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** Sender. */
  from: string;
  status: "failed";
  /** Machine-readable reason. */
  reason: string | null;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Key of the request that sent it. */
  idempotency_key: string | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Who named the operator: the `carrier`, or the number's `range`, its first holder. */
  operator_source: "carrier" | "range" | null;
}

export interface SmsExpiredEvent {
  event: "sms.expired";
  /** ID of the message. */
  message_id: string;
  /** Recipient in E.164 without the plus. */
  to: string;
  /** When its validity ended. */
  expired_at: string;
  /** The recipient's operator. Null if unknown. */
  operator: string | null;
  /** Segments the message was sent in. */
  segments: number;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** Sender. */
  from: string;
  status: "expired";
  /** Machine-readable reason. */
  reason: string | null;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Key of the request that sent it. */
  idempotency_key: string | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Who named the operator: the `carrier`, or the number's `range`, its first holder. */
  operator_source: "carrier" | "range" | null;
}

export interface SmsBouncedEvent {
  event: "sms.bounced";
  /** ID of the message. */
  message_id: string;
  /** Recipient in E.164 without the plus. */
  to: string;
  /** When it bounced. */
  bounced_at: string;
  /** The recipient's operator. Null if unknown. */
  operator: string | null;
  /** Segments the message was sent in. */
  segments: number;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** Sender. */
  from: string;
  status: "bounced";
  /** Machine-readable reason. */
  reason: string | null;
  /** Your own reference. */
  client_ref: string | null;
  /** What you attached to the message. Null if that was nothing, and once its text was erased because its time was over. */
  metadata: Record<string, unknown> | null;
  /** Key of the request that sent it. */
  idempotency_key: string | null;
  /** Whether a test token sent it. */
  test: boolean;
  /** Who named the operator: the `carrier`, or the number's `range`, its first holder. */
  operator_source: "carrier" | "range" | null;
}

export interface SmsReceivedEvent {
  event: "sms.received";
  /** ID of the message, as in `GET /api/inbound`. */
  message_id: string;
  /** What it was sent to: your number or sender name. Empty if the carrier does not report it. */
  to: string;
  /** When it was received. */
  received_at: string;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** The phone that sent it, in E.164 without the plus. */
  from: string;
  /** Its text. */
  body: string;
  /** What its words ask for: `opt_out` (STOP), `opt_in` (START), `help` (HELP). Null for any other text. */
  keyword: "opt_out" | "opt_in" | "help" | null;
  /** ID of your message that it replies to. Null if the carrier does not report it. */
  in_reply_to: string | null;
  /** Whether the simulator sent it in test mode. */
  test: boolean;
}

export interface CampaignFinishedEventCredits {
  charged: number;
  refunded: number;
  reserved: number;
}

export interface CampaignFinishedEvent {
  event: "campaign.finished";
  /** ID of the campaign. */
  campaign_id: string;
  /** Its name. */
  name: string;
  /** Whether it ran to its end or was cancelled. */
  status: "finished" | "cancelled";
  /** When its last message reached a final status. */
  ended_at: string;
  /** People the campaign was started for. */
  people: number;
  /** Messages by status. */
  statuses: Record<string, number>;
  /** People who opted out after the start. */
  opted_out: number;
  /** People that a cancelled campaign did not reach. */
  not_sent: number;
  /** Credits reserved at the start, charged, and refunded. */
  credits: CampaignFinishedEventCredits;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** Whether a test token made it. */
  test: boolean;
}

export interface VerificationApprovedEvent {
  event: "verification.approved";
  /** ID of the verification. */
  verification_id: string;
  /** When it was checked. */
  approved_at: string;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  status: "approved";
  /** Your own reference. */
  client_ref: string | null;
  /** Whether a test token started it. */
  test: boolean;
}

export interface VerificationExpiredEvent {
  event: "verification.expired";
  /** ID of the verification. */
  verification_id: string;
  /** When its time was over. */
  expired_at: string;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  status: "expired";
  /** Your own reference. */
  client_ref: string | null;
  /** Whether a test token started it. */
  test: boolean;
}

export interface BalanceLowEvent {
  event: "balance.low";
  /** Credits left. */
  balance: number;
  /** Credits below which the account is notified. Null if it set none. */
  threshold: number | null;
  /** Days of use below which it is notified. Null if it set none. */
  threshold_days: number | null;
  /** When it became low. */
  since: string;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** Where to top up. */
  topup_url: string;
  /** Whether it is a test event. */
  test: boolean;
}

export interface CarrierAlarmEvent {
  event: "carrier.alarm";
  /** Name of the carrier in `carriers.json`. Null if it concerns no single carrier. */
  carrier: string | null;
  /** What is wrong: `carrier_unauthorized`, `carrier_out_of_credits`, `carrier_throttled`, `carrier_down`, `no_route`, `queue_delayed`, `failure_rate_high`, `carrier_balance_low`, `disk_low`, `backup_late`, or `worker_down`. More may be added. */
  alarm: string;
  /** Since when it is so. */
  since: string;
  /** ID of the event, the same in every attempt. Use it to deduplicate. */
  id: string;
  /** When it was recorded: sort by it. */
  timestamp: string;
  /** `open` when it begins, `resolved` when it is over. */
  status: "open" | "resolved";
  /** The same in a sentence, in English. */
  summary: string;
}

/** The body of a webhook. */
export type WebhookEvent = SmsDeliveredEvent | SmsFailedEvent | SmsExpiredEvent | SmsBouncedEvent | SmsReceivedEvent | CampaignFinishedEvent | VerificationApprovedEvent | VerificationExpiredEvent | BalanceLowEvent | CarrierAlarmEvent;

/** Every call: its parameters in the path, its query, its body, and what it returns. */
export interface Operations {
  /** Send a message. */
  sendMessage: { params: undefined; query: undefined; body: NewMessage; answer: AcceptedMessage };
  /** List messages. */
  listMessages: { params: undefined; query: ListMessagesQuery; body: undefined; answer: ListMessagesAnswer };
  /** Send up to 10,000 messages. */
  sendBatch: { params: undefined; query: undefined; body: SendBatchBody; answer: SendBatchAnswer };
  /** Get a message with its history. */
  getMessage: { params: { message_id: string }; query: undefined; body: undefined; answer: MessageDetail };
  /** Reschedule a message. */
  rescheduleMessage: { params: { message_id: string }; query: undefined; body: RescheduleMessageBody; answer: Message };
  /** Cancel a message. */
  cancelMessage: { params: { message_id: string }; query: undefined; body: undefined; answer: Message };
  /** Start a verification. */
  startVerification: { params: undefined; query: undefined; body: StartVerificationBody; answer: Verification };
  /** List verifications. */
  listVerifications: { params: undefined; query: ListVerificationsQuery; body: undefined; answer: ListVerificationsAnswer };
  /** Check a code. */
  checkVerification: { params: { verification_id: string }; query: undefined; body: CheckVerificationBody; answer: VerificationCheck };
  /** Check a code by number. */
  checkNumber: { params: undefined; query: undefined; body: CheckNumberBody; answer: VerificationCheck };
  /** Retrieve a verification. */
  getVerification: { params: { verification_id: string }; query: undefined; body: undefined; answer: Verification };
  /** Cancel a verification. */
  cancelVerification: { params: { verification_id: string }; query: undefined; body: undefined; answer: Verification };
  /** Create and start a campaign. */
  createCampaign: { params: undefined; query: undefined; body: NewCampaign; answer: CreateCampaignAnswer };
  /** List campaigns. */
  listCampaigns: { params: undefined; query: ListCampaignsQuery; body: undefined; answer: ListCampaignsAnswer };
  /** Get a campaign and its progress. */
  getCampaign: { params: { campaign_id: string }; query: undefined; body: undefined; answer: Campaign };
  /** Change a campaign. */
  updateCampaign: { params: { campaign_id: string }; query: undefined; body: UpdateCampaignBody; answer: Campaign };
  /** Delete a draft. */
  deleteCampaign: { params: { campaign_id: string }; query: undefined; body: undefined; answer: null };
  /** Upload the recipients of a draft. */
  uploadRecipients: { params: { campaign_id: string }; query: UploadRecipientsQuery; body: string | Uint8Array; answer: Campaign };
  /** List the recipients of a campaign. */
  listRecipients: { params: { campaign_id: string }; query: ListRecipientsQuery; body: undefined; answer: ListRecipientsAnswer };
  /** Start a draft. */
  startCampaign: { params: { campaign_id: string }; query: undefined; body: undefined; answer: Campaign };
  /** Pause a campaign. */
  pauseCampaign: { params: { campaign_id: string }; query: undefined; body: undefined; answer: Campaign };
  /** Resume a campaign. */
  resumeCampaign: { params: { campaign_id: string }; query: undefined; body: undefined; answer: Campaign };
  /** Cancel a campaign. */
  cancelCampaign: { params: { campaign_id: string }; query: undefined; body: undefined; answer: Campaign };
  /** List webhook endpoints. */
  listWebhookEndpoints: { params: undefined; query: undefined; body: undefined; answer: ListWebhookEndpointsAnswer };
  /** Add a webhook endpoint. */
  createWebhookEndpoint: { params: undefined; query: undefined; body: CreateWebhookEndpointBody; answer: WebhookEndpointWithSecret };
  /** Get a webhook endpoint. */
  getWebhookEndpoint: { params: { endpoint_id: string }; query: undefined; body: undefined; answer: WebhookEndpoint };
  /** Change, enable, or disable a webhook endpoint. */
  updateWebhookEndpoint: { params: { endpoint_id: string }; query: undefined; body: UpdateWebhookEndpointBody; answer: WebhookEndpoint };
  /** Delete a webhook endpoint. */
  deleteWebhookEndpoint: { params: { endpoint_id: string }; query: undefined; body: undefined; answer: null };
  /** Rotate the secret of a webhook endpoint. */
  rotateWebhookSecret: { params: { endpoint_id: string }; query: undefined; body: undefined; answer: WebhookEndpointWithSecret };
  /** Send a test event. */
  sendTestEvent: { params: { endpoint_id: string }; query: undefined; body: SendTestEventBody | undefined; answer: WebhookExchange };
  /** List an endpoint's deliveries. */
  listDeliveries: { params: { endpoint_id: string }; query: ListDeliveriesQuery; body: undefined; answer: ListDeliveriesAnswer };
  /** Export an endpoint's deliveries. */
  exportDeliveries: { params: { endpoint_id: string }; query: undefined; body: undefined; answer: string };
  /** Get a delivery with every attempt. */
  getDelivery: { params: { endpoint_id: string; event_id: string }; query: undefined; body: undefined; answer: WebhookDeliveryDetail };
  /** Replay events. */
  replayDeliveries: { params: { endpoint_id: string }; query: undefined; body: ReplayDeliveriesBody; answer: WebhookReplay };
  /** Follow a replay. */
  getReplay: { params: { endpoint_id: string; replay_id: string }; query: undefined; body: undefined; answer: WebhookReplayProgress };
  /** List received messages. */
  listInbound: { params: undefined; query: ListInboundQuery; body: undefined; answer: ListInboundAnswer };
  /** Get a received message. */
  getInbound: { params: { message_id: string }; query: undefined; body: undefined; answer: InboundMessage };
  /** List opt-outs. */
  listOptOuts: { params: undefined; query: ListOptOutsQuery; body: undefined; answer: ListOptOutsAnswer };
  /** Add an opt-out. */
  addOptOut: { params: undefined; query: undefined; body: AddOptOutBody; answer: OptOut };
  /** Import opt-outs. */
  importOptOuts: { params: undefined; query: undefined; body: ImportOptOutsBody; answer: ImportOptOutsAnswer };
  /** Export opt-outs. */
  exportOptOuts: { params: undefined; query: undefined; body: undefined; answer: string };
  /** Remove an opt-out. */
  removeOptOut: { params: { number: string }; query: undefined; body: undefined; answer: null };
  /** Look up a number. */
  lookUpNumber: { params: { number: string }; query: LookUpNumberQuery; body: undefined; answer: NumberLookup };
  /** Look up to 100 numbers. */
  lookUpNumbers: { params: undefined; query: undefined; body: LookUpNumbersBody; answer: LookUpNumbersAnswer };
  /** List contacts. */
  listContacts: { params: undefined; query: ListContactsQuery; body: undefined; answer: ListContactsAnswer };
  /** Save a contact. */
  saveContact: { params: undefined; query: undefined; body: SaveContactBody; answer: Contact };
  /** Get a contact. */
  getContact: { params: { contact_id: string }; query: undefined; body: undefined; answer: Contact };
  /** Change a contact. */
  updateContact: { params: { contact_id: string }; query: undefined; body: UpdateContactBody; answer: Contact };
  /** Delete a contact. */
  deleteContact: { params: { contact_id: string }; query: undefined; body: undefined; answer: null };
  /** List groups. */
  listGroups: { params: undefined; query: ListGroupsQuery; body: undefined; answer: ListGroupsAnswer };
  /** Create a group. */
  createGroup: { params: undefined; query: undefined; body: CreateGroupBody; answer: Group };
  /** Rename a group. */
  renameGroup: { params: { group_id: string }; query: undefined; body: RenameGroupBody; answer: Group };
  /** Delete a group. */
  deleteGroup: { params: { group_id: string }; query: undefined; body: undefined; answer: null };
  /** Add contacts to a group. */
  addMembers: { params: { group_id: string }; query: undefined; body: AddMembersBody; answer: AddMembersAnswer };
  /** Remove a contact from a group. */
  removeMember: { params: { group_id: string; contact_id: string }; query: undefined; body: undefined; answer: null };
  /** List templates. */
  listTemplates: { params: undefined; query: ListTemplatesQuery; body: undefined; answer: ListTemplatesAnswer };
  /** Create a template. */
  createTemplate: { params: undefined; query: undefined; body: CreateTemplateBody; answer: Template };
  /** Get a template. */
  getTemplate: { params: { template_id: string }; query: undefined; body: undefined; answer: Template };
  /** Change a template. */
  updateTemplate: { params: { template_id: string }; query: undefined; body: UpdateTemplateBody; answer: Template };
  /** Delete a template. */
  deleteTemplate: { params: { template_id: string }; query: undefined; body: undefined; answer: null };
  /** Get the account of this token. */
  getAccount: { params: undefined; query: undefined; body: undefined; answer: Account };
  /** Price a month's messages. */
  getPricing: { params: undefined; query: GetPricingQuery; body: undefined; answer: PriceQuote };
  /** List tokens. */
  listTokens: { params: undefined; query: undefined; body: undefined; answer: ListTokensAnswer };
  /** Create a token. */
  createToken: { params: undefined; query: undefined; body: CreateTokenBody; answer: FreshToken };
  /** Get a token. */
  getToken: { params: { token_id: string }; query: undefined; body: undefined; answer: Token };
  /** Change the spend limit of a token. */
  updateToken: { params: { token_id: string }; query: undefined; body: UpdateTokenBody; answer: Token };
  /** Revoke a token. */
  revokeToken: { params: { token_id: string }; query: undefined; body: undefined; answer: Token };
  /** Rotate the secret of a token. */
  rotateToken: { params: { token_id: string }; query: undefined; body: RotateTokenBody | undefined; answer: FreshToken };
  /** Get version and health. */
  getHealth: { params: undefined; query: undefined; body: undefined; answer: GetHealthAnswer };
  /** Check liveness. */
  getLiveness: { params: undefined; query: undefined; body: undefined; answer: GetLivenessAnswer };
  /** Check readiness. */
  getReadiness: { params: undefined; query: undefined; body: undefined; answer: GetReadinessAnswer };
}

/** The calls that return a page of a list. */
export type PagedOperation = "listMessages" | "listVerifications" | "listCampaigns" | "listRecipients" | "listDeliveries" | "listInbound" | "listOptOuts" | "listContacts" | "listGroups" | "listTemplates";
