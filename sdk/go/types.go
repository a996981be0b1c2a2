// Code generated from the OpenAPI document by npm run sdk. DO NOT EDIT.

package depesza

type AcceptedMessage struct {
	// ID of the message. Null for a dry run.
	MessageID *string `json:"message_id"`

	// Status after the request: queued, scheduled, or only priced.
	Status string `json:"status"`

	// Sender.
	From string `json:"from"`

	// Recipient, E.164 without the plus.
	To string `json:"to"`

	// Number of segments.
	Segments int `json:"segments"`

	// Encoding of the text. It determines how many characters fit in a segment.
	Encoding string `json:"encoding"`

	// Credits charged: one per segment, 0 for test messages.
	Credits int `json:"credits"`

	// Scheduled time. Null if sent immediately.
	ScheduledAt *string `json:"scheduled_at"`

	// When it was accepted.
	CreatedAt string `json:"created_at"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Whether the text is stored. `false` if the request said so.
	StoreBody bool `json:"store_body"`
}

type NewMessage struct {
	// Sender: a name of 1–11 letters, digits, spaces, `.` and `-` with at least one letter, a number in E.164, or a short code of 3–8 digits.
	From string `json:"from"`

	// Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use.
	To string `json:"to"`

	// Text, at most 10 segments: 1530 characters of the GSM alphabet or 670 UTF-16 units of any other, counted after normalization (NFC). At least one character has to be visible, and none may have more than 30 combining marks.
	Body *string `json:"body,omitempty"`

	// When to send, ISO 8601 with a zone, at most 35 days ahead. The last five minutes mean now.
	ScheduledAt *string `json:"scheduled_at,omitempty"`

	// A UUID v4 that you generate. A repeated request gets the original response.
	IdempotencyKey *string `json:"idempotency_key,omitempty"`

	// Your own reference, returned in every response and event.
	ClientRef *string `json:"client_ref,omitempty"`

	// Your JSON object, at most 4096 bytes, returned in every response and event, with its fields in another order. Keys have 1–64 characters without brackets, and it may be nested 5 deep.
	Metadata map[string]any `json:"metadata,omitempty"`

	// Seconds within which it must be delivered, or it expires. Default: 172800 (48 hours).
	Validity *int `json:"validity,omitempty"`

	// `false` for a text that nobody may read later: no list, export, or page shows it, and it is erased once a carrier has the message. Default: true.
	StoreBody *bool `json:"store_body,omitempty"`

	// Validate and price the message without storing or sending it.
	DryRun *bool `json:"dry_run,omitempty"`

	// A template instead of `body`.
	TemplateID *string `json:"template_id,omitempty"`

	// Values for the variables of the template, at most 100. An empty one is none: the fallback stands for it.
	Variables map[string]string `json:"variables,omitempty"`
}

type Message struct {
	// ID of the message.
	MessageID string `json:"message_id"`

	// Current status.
	Status string `json:"status"`

	// Sender.
	From string `json:"from"`

	// Recipient, E.164 without the plus.
	To string `json:"to"`

	// The text. Empty once it was erased, and if `store_body` is false. The code of a verification is shown as `••••••`.
	Body string `json:"body"`

	// Number of segments.
	Segments int `json:"segments"`

	// Encoding of the text. It determines how many characters fit in a segment.
	Encoding string `json:"encoding"`

	// Credits charged: one per segment, 0 for test messages.
	Credits int `json:"credits"`

	// Scheduled time. Null if sent immediately.
	ScheduledAt *string `json:"scheduled_at"`

	// When it was accepted.
	CreatedAt string `json:"created_at"`

	// When a carrier accepted it.
	SentAt *string `json:"sent_at"`

	// When it reached its final status.
	EndedAt *string `json:"ended_at"`

	// When the message expires if it isn't delivered.
	ValidUntil string `json:"valid_until"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Key of the request that sent it.
	IdempotencyKey *string `json:"idempotency_key"`

	// Why a queued message isn't sent yet.
	WaitReason *string `json:"wait_reason"`

	// Machine-readable reason for the final status.
	Reason *string `json:"reason"`

	// Carrier it goes to or went to; null until a route is found.
	Carrier *string `json:"carrier"`

	// The carrier's code for the result.
	CarrierCode *string `json:"carrier_code"`

	// The recipient's operator. Null if unknown.
	Operator *string `json:"operator"`

	// Where the name comes from: the `carrier` that delivered, or the number's `range`. A range names its first holder, and the number may have been ported.
	OperatorSource *string `json:"operator_source"`

	// What it was sent from.
	Source string `json:"source"`

	// ID of its campaign. Null if it belongs to none.
	CampaignID *string `json:"campaign_id"`

	// ID of its verification. Null if it has no code of one.
	VerificationID *string `json:"verification_id"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Webhook delivery state. `none` means that no endpoint was subscribed.
	WebhookState string `json:"webhook_state"`

	// Whether the text is stored. `false` if the request said so.
	StoreBody bool `json:"store_body"`

	// When the text was erased. Null while it is stored.
	BodyErasedAt *string `json:"body_erased_at"`
}

type ListMessagesAnswer struct {
	Data []Message `json:"data"`

	// `cursor` of the next page; null when this is the last. A page can be short, even empty, while this is not null.
	NextCursor *string `json:"next_cursor"`
}

type ListMessagesQuery struct {
	// Only these statuses. Separate several with commas, or repeat the parameter.
	Status []string `json:"status,omitempty"`

	// Recipient: a complete number with its country code, or any 4 digits or more of one. Spaces, brackets, and dashes are ignored. 11 digits or more that form a complete number match that number only, by an index.
	To *string `json:"to,omitempty"`

	// Sender. Must match exactly.
	From *string `json:"from,omitempty"`

	// Part of the text, ignoring case and accents, or a message ID or its beginning.
	Q *string `json:"q,omitempty"`

	// Your own reference. Must match exactly.
	ClientRef *string `json:"client_ref,omitempty"`

	// Messages of this campaign.
	CampaignID *string `json:"campaign_id,omitempty"`

	// Messages that have these fields in their `metadata`, as in `metadata[order]=1042`: up to 5 texts, numbers, or truth values, each of which must match exactly.
	Metadata map[string]string `json:"metadata,omitempty"`

	// Accepted at this time or later, ISO 8601 with a zone.
	Since *string `json:"since,omitempty"`

	// Accepted before this time, ISO 8601 with a zone.
	Until *string `json:"until,omitempty"`

	// `true` lists test messages, `false` lists live messages. If omitted, live messages are listed. A test token lists only test messages, and `false` is invalid for it.
	Test *string `json:"test,omitempty"`

	// Maximum number of messages per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filters.
	Cursor *string `json:"cursor,omitempty"`
}

type AcceptedBatchItem struct {
	// Place in `messages`, from 0.
	Index int `json:"index"`

	// Null for a dry run.
	MessageID *string `json:"message_id"`

	Status string `json:"status"`

	Segments int `json:"segments"`

	// Credits charged. 0 for test messages.
	Credits int `json:"credits"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Present if its idempotency key was used before: this is the original response.
	Replayed *bool `json:"replayed,omitempty"`
}

type RejectedBatchItem struct {
	// Place in `messages`, from 0.
	Index int `json:"index"`

	// As in the errors of `POST /api/sms`.
	Code string `json:"code"`

	Detail string `json:"detail"`

	// Invalid fields; empty for other errors.
	Errors map[string][]string `json:"errors"`

	// Credits required (`insufficient_credits`, `spend_limit_reached`).
	Required *int `json:"required,omitempty"`

	// Credits available (`insufficient_credits`), or that the token may still spend today (`spend_limit_reached`).
	Available *int `json:"available,omitempty"`
}

type SendBatchAnswer struct {
	// Messages accepted, including replayed ones.
	Accepted int `json:"accepted"`

	Rejected int `json:"rejected"`

	Data []struct {
		Index int `json:"index"`

		MessageID *string `json:"message_id,omitempty"`

		Status *string `json:"status,omitempty"`

		Segments *int `json:"segments,omitempty"`

		Credits *int `json:"credits,omitempty"`

		ClientRef *string `json:"client_ref,omitempty"`

		Metadata map[string]any `json:"metadata,omitempty"`

		Replayed *bool `json:"replayed,omitempty"`

		Code *string `json:"code,omitempty"`

		Detail *string `json:"detail,omitempty"`

		Errors map[string][]string `json:"errors,omitempty"`

		Required *int `json:"required,omitempty"`

		Available *int `json:"available,omitempty"`
	} `json:"data"`
}

type SendBatchBody struct {
	// Messages, each as in `POST /api/sms`. Single messages are sent first.
	Messages []NewMessage `json:"messages"`
}

type MessageDetailEventsItem struct {
	// What happened.
	Type string `json:"type"`

	// Time of the event.
	At string `json:"at"`

	// Who reported it.
	Source string `json:"source"`

	// Machine-readable reason.
	Reason *string `json:"reason"`

	// The carrier's code.
	CarrierCode *string `json:"carrier_code"`

	// The operator the carrier named.
	Operator *string `json:"operator"`
}

type MessageDetail struct {
	// ID of the message.
	MessageID string `json:"message_id"`

	// Current status.
	Status string `json:"status"`

	// Sender.
	From string `json:"from"`

	// Recipient, E.164 without the plus.
	To string `json:"to"`

	// The text. Empty once it was erased, and if `store_body` is false. The code of a verification is shown as `••••••`.
	Body string `json:"body"`

	// Number of segments.
	Segments int `json:"segments"`

	// Encoding of the text. It determines how many characters fit in a segment.
	Encoding string `json:"encoding"`

	// Credits charged: one per segment, 0 for test messages.
	Credits int `json:"credits"`

	// Scheduled time. Null if sent immediately.
	ScheduledAt *string `json:"scheduled_at"`

	// When it was accepted.
	CreatedAt string `json:"created_at"`

	// When a carrier accepted it.
	SentAt *string `json:"sent_at"`

	// When it reached its final status.
	EndedAt *string `json:"ended_at"`

	// When the message expires if it isn't delivered.
	ValidUntil string `json:"valid_until"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Key of the request that sent it.
	IdempotencyKey *string `json:"idempotency_key"`

	// Why a queued message isn't sent yet.
	WaitReason *string `json:"wait_reason"`

	// Machine-readable reason for the final status.
	Reason *string `json:"reason"`

	// Carrier it goes to or went to; null until a route is found.
	Carrier *string `json:"carrier"`

	// The carrier's code for the result.
	CarrierCode *string `json:"carrier_code"`

	// The recipient's operator. Null if unknown.
	Operator *string `json:"operator"`

	// Where the name comes from: the `carrier` that delivered, or the number's `range`. A range names its first holder, and the number may have been ported.
	OperatorSource *string `json:"operator_source"`

	// What it was sent from.
	Source string `json:"source"`

	// ID of its campaign. Null if it belongs to none.
	CampaignID *string `json:"campaign_id"`

	// ID of its verification. Null if it has no code of one.
	VerificationID *string `json:"verification_id"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Webhook delivery state. `none` means that no endpoint was subscribed.
	WebhookState string `json:"webhook_state"`

	// Whether the text is stored. `false` if the request said so.
	StoreBody bool `json:"store_body"`

	// When the text was erased. Null while it is stored.
	BodyErasedAt *string `json:"body_erased_at"`

	// Its history, oldest first.
	Events []MessageDetailEventsItem `json:"events"`
}

type RescheduleMessageBody struct {
	// When to send, ISO 8601 with a zone, at most 35 days ahead. The last five minutes mean now.
	ScheduledAt string `json:"scheduled_at"`
}

type Verification struct {
	// ID of the verification.
	VerificationID string `json:"verification_id"`

	// `pending` until the right code was checked, its time is over, five wrong codes were checked, or it was cancelled.
	Status string `json:"status"`

	// The number, E.164 without the plus.
	To string `json:"to"`

	// When it was started.
	CreatedAt string `json:"created_at"`

	// Until when the code works. A resend moves it.
	ExpiresAt string `json:"expires_at"`

	// When it was approved or ended otherwise. Null while it is pending.
	EndedAt *string `json:"ended_at"`

	// Checks that are left.
	AttemptsLeft int `json:"attempts_left"`

	// Messages sent with the code.
	Sends int `json:"sends"`

	// ID of the newest message with the code, which its text shows as `••••••`.
	MessageID *string `json:"message_id"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// Whether a test token started it.
	Test bool `json:"test"`
}

type StartVerificationBody struct {
	// Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use.
	To string `json:"to"`

	// Sender, as in `POST /api/sms`. Default: `Verify`.
	From *string `json:"from,omitempty"`

	// ID of a template with the text. `{{code}}` stands for the code, which it must have, and `{{minutes}}` for its lifetime. Default: a text in `language`.
	Template *string `json:"template,omitempty"`

	// Language of our text, `en` or `pl`. Default: `en`.
	Language *string `json:"language,omitempty"`

	// Digits of the code. Default: 6.
	CodeLength *int `json:"code_length,omitempty"`

	// Seconds for which the code works. Default: 600.
	Ttl *int `json:"ttl,omitempty"`

	// Host name of your site. The text then ends with the line by which browsers and phones fill in the code (WebOTP).
	WebotpDomain *string `json:"webotp_domain,omitempty"`

	// Your own reference, returned in every response and event.
	ClientRef *string `json:"client_ref,omitempty"`

	// A UUID v4 that you generate. A repeated request sends nothing and gets the verification as it is now.
	IdempotencyKey *string `json:"idempotency_key,omitempty"`
}

type ListVerificationsAnswer struct {
	Data []Verification `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListVerificationsQuery struct {
	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page.
	Cursor *string `json:"cursor,omitempty"`
}

type VerificationCheck struct {
	// `approved`: the code is right; one check of it gets this. `pending`: it is wrong, and may be entered again. `max_attempts`: too many wrong codes. `expired`: its time is over, or it was used or cancelled.
	Status string `json:"status"`
}

type CheckVerificationBody struct {
	// The code as it was entered. Spaces and dashes are ignored.
	Code string `json:"code"`
}

type CheckNumberBody struct {
	// Recipient in E.164; a plus in front is dropped. Rejected: landlines, lengths that mobile numbers of the country do not have, and a trunk prefix after the country code, such as the 0 in `4407…`; the response names the number to use.
	To string `json:"to"`

	// The code as it was entered. Spaces and dashes are ignored.
	Code string `json:"code"`
}

type CreateCampaignAnswerCounts struct {
	Rows int `json:"rows"`

	Valid int `json:"valid"`

	Empty int `json:"empty"`

	Invalid int `json:"invalid"`

	Landline int `json:"landline"`

	Duplicate int `json:"duplicate"`

	OptedOut int `json:"opted_out"`

	MissingVariable int `json:"missing_variable"`

	TooLong int `json:"too_long"`
}

type CreateCampaignAnswerRejectedItem struct {
	// Its number: in `recipients` from 1, in a file as a spreadsheet shows it, the header being row 1.
	Row int `json:"row"`

	// The number, unchanged.
	To string `json:"to"`

	// Why, for programs.
	Code string `json:"code"`

	// Why, for people.
	Errors []string `json:"errors"`
}

type CreateCampaignAnswer struct {
	// ID of the campaign. Null for a dry run.
	CampaignID *string `json:"campaign_id"`

	// `running`, or `scheduled` if it has a time; `draft` with `start: false`; `dry_run`. A repeated request gets what it is now.
	Status string `json:"status"`

	// How many rows are what.
	Counts CreateCampaignAnswerCounts `json:"counts"`

	// Segments of all messages.
	Segments int `json:"segments"`

	// Credits of all messages, charged at the start.
	Credits int `json:"credits"`

	// The first 100 rows that aren't sent. The others are.
	Rejected []CreateCampaignAnswerRejectedItem `json:"rejected"`
}

type NewCampaignQuietHours struct {
	From string `json:"from"`

	Until string `json:"until"`
}

type NewCampaignRecipientsItem struct {
	To string `json:"to"`

	Variables map[string]any `json:"variables,omitempty"`

	ClientRef *string `json:"client_ref,omitempty"`
}

type NewCampaign struct {
	// What it is called: shown to you, never sent.
	Name string `json:"name"`

	// Sender, as of a message.
	From *string `json:"from,omitempty"`

	// The text, with a variable as `{{first_name}}`, or `{{first_name|there}}`.
	Body *string `json:"body,omitempty"`

	// The country of numbers without a country code, by ISO 3166.
	DefaultCountry *string `json:"default_country,omitempty"`

	// Maximum messages per second; null for no limit.
	Rate *int `json:"rate,omitempty"`

	// Nothing is sent between these, by the clock of the recipient's country.
	QuietHours *NewCampaignQuietHours `json:"quiet_hours,omitempty"`

	ScheduledAt *string `json:"scheduled_at,omitempty"`

	// `false` for texts that nobody may read later: each is erased once a carrier has its message, and what was uploaded when the campaign ends. Default: true.
	StoreBody *bool `json:"store_body,omitempty"`

	IdempotencyKey *string `json:"idempotency_key,omitempty"`

	// A template instead of `body`: its text as it is now.
	TemplateID *string `json:"template_id,omitempty"`

	// Up to 10,000 people. Variables of the text get their values here.
	Recipients []NewCampaignRecipientsItem `json:"recipients,omitempty"`

	// A group of contacts instead of `recipients`: who is in it now.
	GroupID *string `json:"group_id,omitempty"`

	// Check and price everything without keeping or sending it.
	DryRun *bool `json:"dry_run,omitempty"`

	// `false` leaves a draft, which needs neither a text nor recipients yet. Default: `true`.
	Start *bool `json:"start,omitempty"`
}

type CampaignQuietHours struct {
	From string `json:"from"`

	Until string `json:"until"`
}

type CampaignSummaryCounts struct {
	Rows int `json:"rows"`

	Valid int `json:"valid"`

	Empty int `json:"empty"`

	Invalid int `json:"invalid"`

	Landline int `json:"landline"`

	Duplicate int `json:"duplicate"`

	OptedOut int `json:"opted_out"`

	MissingVariable int `json:"missing_variable"`

	TooLong int `json:"too_long"`
}

type CampaignSummarySegmentsItem struct {
	Segments int `json:"segments"`

	People int `json:"people"`
}

type CampaignSummaryCausesItem struct {
	Character string `json:"character"`

	Variable *string `json:"variable"`

	People int `json:"people"`

	Segments int `json:"segments"`
}

type CampaignSummarySamplesItem struct {
	Row int `json:"row"`

	To string `json:"to"`

	Body string `json:"body"`

	Segments int `json:"segments"`

	Credits int `json:"credits"`
}

type CampaignSummary struct {
	Counts CampaignSummaryCounts `json:"counts"`

	// How many people get a message of how many segments, over the texts as they are sent.
	Segments []CampaignSummarySegmentsItem `json:"segments"`

	// Characters outside GSM-7 that cost people more segments, and the variable they come from; null for the text itself. If a message has several of them, its recipient is counted with each.
	Causes []CampaignSummaryCausesItem `json:"causes"`

	// What all messages cost.
	Credits int `json:"credits"`

	// Three messages as they would be sent: the shortest, one of the middle, and the longest.
	Samples []CampaignSummarySamplesItem `json:"samples"`
}

type CampaignProgress struct {
	// People the campaign was started for.
	People int `json:"people"`

	// People without a message yet.
	Waiting int `json:"waiting"`

	// Messages by status.
	Statuses map[string]int `json:"statuses"`

	// People who opted out after the start.
	OptedOut int `json:"opted_out"`

	// People that a cancelled campaign did not reach.
	NotSent int `json:"not_sent"`

	// Messages that a carrier has or may have.
	Submitted int `json:"submitted"`

	// Over the last ten seconds.
	MessagesPerSecond float64 `json:"messages_per_second"`

	SecondsLeft *int `json:"seconds_left"`
}

type CampaignCredits struct {
	Reserved int `json:"reserved"`

	Charged int `json:"charged"`

	Refunded int `json:"refunded"`
}

type Campaign struct {
	CampaignID string `json:"campaign_id"`

	Name string `json:"name"`

	Status string `json:"status"`

	// Whether a test token made it: it costs nothing.
	Test bool `json:"test"`

	From string `json:"from"`

	// The text. Empty once it was erased, and after the start if `store_body` is false.
	Body string `json:"body"`

	// Whether texts are stored. `false` if the request said so.
	StoreBody bool `json:"store_body"`

	// When the text and the cells of its rows were erased. Null while they are stored.
	BodyErasedAt *string `json:"body_erased_at"`

	Columns []string `json:"columns"`

	Mapping []*string `json:"mapping"`

	DefaultCountry *string `json:"default_country"`

	FileName *string `json:"file_name"`

	Rows int `json:"rows"`

	ScheduledAt *string `json:"scheduled_at"`

	Rate *int `json:"rate"`

	QuietHours *CampaignQuietHours `json:"quiet_hours"`

	// Whether the check has seen the campaign as it is now.
	IsChecked bool `json:"is_checked"`

	// Null while the check is in progress, and before there are rows.
	Summary *CampaignSummary `json:"summary"`

	// Null before the start.
	Progress *CampaignProgress `json:"progress"`

	Credits CampaignCredits `json:"credits"`

	WaitReason *string `json:"wait_reason"`

	WaitUntil *string `json:"wait_until"`

	// With `wait_reason` `quiet_hours`, the countries where people wait for them to end, as ISO 3166 has them.
	WaitCountries []string `json:"wait_countries"`

	CreatedAt string `json:"created_at"`

	StartedAt *string `json:"started_at"`

	PausedAt *string `json:"paused_at"`

	EndedAt *string `json:"ended_at"`
}

type ListCampaignsAnswer struct {
	Data []Campaign `json:"data"`

	NextCursor *string `json:"next_cursor"`
}

type ListCampaignsQuery struct {
	Status *string `json:"status,omitempty"`

	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filter.
	Cursor *string `json:"cursor,omitempty"`
}

type UpdateCampaignBodyQuietHours struct {
	From string `json:"from"`

	Until string `json:"until"`
}

type UpdateCampaignBody struct {
	// What it is called: shown to you, never sent.
	Name *string `json:"name,omitempty"`

	// Sender, as of a message.
	From *string `json:"from,omitempty"`

	// The text, with a variable as `{{first_name}}`, or `{{first_name|there}}`.
	Body *string `json:"body,omitempty"`

	// The country of numbers without a country code, by ISO 3166.
	DefaultCountry *string `json:"default_country,omitempty"`

	// Maximum messages per second; null for no limit.
	Rate *int `json:"rate,omitempty"`

	// Nothing is sent between these, by the clock of the recipient's country.
	QuietHours *UpdateCampaignBodyQuietHours `json:"quiet_hours,omitempty"`

	ScheduledAt *string `json:"scheduled_at,omitempty"`

	// `false` for texts that nobody may read later: each is erased once a carrier has its message, and what was uploaded when the campaign ends. Default: true.
	StoreBody *bool `json:"store_body,omitempty"`

	// For each column what it is: `to`, the name of a variable, or null if ignored.
	Mapping []*string `json:"mapping,omitempty"`

	// A template instead of `body`: its text as it is now.
	TemplateID *string `json:"template_id,omitempty"`
}

type UploadRecipientsQuery struct {
	// The name of the file, to show.
	FileName *string `json:"file_name,omitempty"`
}

type ListRecipientsAnswerDataItem struct {
	// Its number in the file, the header being row 1.
	Row int `json:"row"`

	Cells []string `json:"cells"`

	To *string `json:"to"`

	Country *string `json:"country"`

	State string `json:"state"`

	// What the state is about: the variable, the row it repeats, or the problem.
	Detail *string `json:"detail"`

	Segments int `json:"segments"`

	Credits int `json:"credits"`

	ClientRef *string `json:"client_ref"`

	MessageID *string `json:"message_id"`

	// Null before the start.
	Status *string `json:"status"`

	Reason *string `json:"reason"`
}

type ListRecipientsAnswer struct {
	Data []ListRecipientsAnswerDataItem `json:"data"`

	NextCursor *string `json:"next_cursor"`
}

type ListRecipientsQuery struct {
	// The result of the check.
	State *string `json:"state,omitempty"`

	// Its status.
	Status *string `json:"status,omitempty"`

	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filter.
	Cursor *string `json:"cursor,omitempty"`
}

type WebhookEndpoint struct {
	// ID of the endpoint.
	ID string `json:"id"`

	// URL that events are sent to.
	URL string `json:"url"`

	// What it is for.
	Description *string `json:"description"`

	// The events it subscribes to.
	Events []string `json:"events"`

	// Whether it receives events of test messages or of live messages.
	Test bool `json:"test"`

	// Whether events are sent.
	Enabled bool `json:"enabled"`

	// Why it is disabled: manually, because it returned 410, or after five days of failures only.
	DisabledReason *string `json:"disabled_reason"`

	// When it was disabled.
	DisabledAt *string `json:"disabled_at"`

	// First failure since the last success.
	FailingSince *string `json:"failing_since"`

	// When the previous secret stops signing.
	PreviousSecretUntil *string `json:"previous_secret_until"`

	// When it was created.
	CreatedAt string `json:"created_at"`
}

type ListWebhookEndpointsAnswer struct {
	Data []WebhookEndpoint `json:"data"`
}

type WebhookEndpointWithSecret struct {
	// ID of the endpoint.
	ID string `json:"id"`

	// URL that events are sent to.
	URL string `json:"url"`

	// What it is for.
	Description *string `json:"description"`

	// The events it subscribes to.
	Events []string `json:"events"`

	// Whether it receives events of test messages or of live messages.
	Test bool `json:"test"`

	// Whether events are sent.
	Enabled bool `json:"enabled"`

	// Why it is disabled: manually, because it returned 410, or after five days of failures only.
	DisabledReason *string `json:"disabled_reason"`

	// When it was disabled.
	DisabledAt *string `json:"disabled_at"`

	// First failure since the last success.
	FailingSince *string `json:"failing_since"`

	// When the previous secret stops signing.
	PreviousSecretUntil *string `json:"previous_secret_until"`

	// When it was created.
	CreatedAt string `json:"created_at"`

	// Key of the signatures: `whsec_` and base64 of 32 bytes.
	Secret string `json:"secret"`
}

type CreateWebhookEndpointBody struct {
	// The URL for events: a public HTTPS URL.
	URL string `json:"url"`

	// The events it subscribes to.
	Events []string `json:"events,omitempty"`

	// What the endpoint is for.
	Description *string `json:"description,omitempty"`
}

type UpdateWebhookEndpointBody struct {
	// The URL for events: a public HTTPS URL.
	URL *string `json:"url,omitempty"`

	// The events it subscribes to.
	Events []string `json:"events,omitempty"`

	Description *string `json:"description,omitempty"`

	// Whether events are sent. Enabling the endpoint does not replay missed events.
	Enabled *bool `json:"enabled,omitempty"`
}

type WebhookExchangeRequest struct {
	// URL the event was sent to.
	URL string `json:"url"`

	// Its headers.
	Headers map[string]string `json:"headers"`

	// Its body, byte for byte.
	Body string `json:"body"`
}

type WebhookExchange struct {
	// When it was sent.
	At string `json:"at"`

	// Milliseconds until the response was read.
	DurationMs int `json:"duration_ms"`

	// The request that was sent.
	Request WebhookExchangeRequest `json:"request"`

	// HTTP status; null if there was no response.
	Status *int `json:"status"`

	// Machine-readable error.
	Error *string `json:"error"`

	// The first 4 KB of the response, as text.
	Answer *string `json:"answer"`
}

type SendTestEventBody struct {
	// The kind of event.
	Event *string `json:"event,omitempty"`
}

type WebhookDelivery struct {
	// ID of the event, and the `webhook-id` of every attempt.
	EventID string `json:"event_id"`

	// ID of the endpoint.
	EndpointID string `json:"endpoint_id"`

	// ID of the message: `msg_…`, or `inb_…` for `sms.received`. Null for `balance.low`, `campaign.finished`, `carrier.alarm`, and events of verifications.
	MessageID *string `json:"message_id"`

	// What happened.
	Event string `json:"event"`

	// `pending` until it is delivered or has failed.
	Status string `json:"status"`

	// Why the delivery failed. It can still be replayed. Null if what it was about had been deleted, so that nothing was left to send.
	Reason *string `json:"reason"`

	// Attempts so far, including replays.
	Attempts int `json:"attempts"`

	// HTTP status of the last attempt.
	LastStatus *int `json:"last_status"`

	// Machine-readable reason for the last failure.
	LastError *string `json:"last_error"`

	// Time of the next attempt. Null after the last one and while the delivery is held back.
	NextAttemptAt *string `json:"next_attempt_at"`

	// Why a due delivery is held back: `endpoint_failing` while Depesza sends the failing endpoint one event at a time. A delivery that is held back uses no attempts.
	WaitReason *string `json:"wait_reason"`

	// When the event was recorded for this endpoint.
	CreatedAt string `json:"created_at"`

	// When it was delivered or failed.
	EndedAt *string `json:"ended_at"`
}

type ListDeliveriesAnswer struct {
	Data []WebhookDelivery `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListDeliveriesQuery struct {
	// Only deliveries with this status.
	Status *string `json:"status,omitempty"`

	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page.
	Cursor *string `json:"cursor,omitempty"`
}

type WebhookDeliveryDetailTriesItem struct {
	// When it was sent.
	At string `json:"at"`

	// Milliseconds until the response was read.
	DurationMs int `json:"duration_ms"`

	// URL the event was sent to.
	URL string `json:"url"`

	// Its headers, including the signature.
	RequestHeaders map[string]string `json:"request_headers"`

	// HTTP status; null if there was no response.
	Status *int `json:"status"`

	// Machine-readable error.
	Error *string `json:"error"`

	// The first 4 KB of the response, as text.
	Answer *string `json:"answer"`

	// When the next attempt was due; null after the last one.
	NextAttemptAt *string `json:"next_attempt_at"`
}

type WebhookDeliveryDetail struct {
	// ID of the event, and the `webhook-id` of every attempt.
	EventID string `json:"event_id"`

	// ID of the endpoint.
	EndpointID string `json:"endpoint_id"`

	// ID of the message: `msg_…`, or `inb_…` for `sms.received`. Null for `balance.low`, `campaign.finished`, `carrier.alarm`, and events of verifications.
	MessageID *string `json:"message_id"`

	// What happened.
	Event string `json:"event"`

	// `pending` until it is delivered or has failed.
	Status string `json:"status"`

	// Why the delivery failed. It can still be replayed. Null if what it was about had been deleted, so that nothing was left to send.
	Reason *string `json:"reason"`

	// Attempts so far, including replays.
	Attempts int `json:"attempts"`

	// HTTP status of the last attempt.
	LastStatus *int `json:"last_status"`

	// Machine-readable reason for the last failure.
	LastError *string `json:"last_error"`

	// Time of the next attempt. Null after the last one and while the delivery is held back.
	NextAttemptAt *string `json:"next_attempt_at"`

	// Why a due delivery is held back: `endpoint_failing` while Depesza sends the failing endpoint one event at a time. A delivery that is held back uses no attempts.
	WaitReason *string `json:"wait_reason"`

	// When the event was recorded for this endpoint.
	CreatedAt string `json:"created_at"`

	// When it was delivered or failed.
	EndedAt *string `json:"ended_at"`

	// Current URL of the endpoint.
	URL string `json:"url"`

	// The body; null before the first attempt of an event about a message.
	Body *string `json:"body"`

	// Every attempt, oldest first.
	Tries []WebhookDeliveryDetailTriesItem `json:"tries"`
}

type WebhookReplay struct {
	// ID for reading the progress; null for a dry run, and if no event matches.
	ReplayID *string `json:"replay_id"`

	// Deliveries that are replayed.
	Count int `json:"count"`

	// Whether this was a dry run.
	DryRun bool `json:"dry_run"`
}

type ReplayDeliveriesBody struct {
	// This one event.
	EventID *string `json:"event_id,omitempty"`

	// Failed deliveries of events since this time.
	FailedSince *string `json:"failed_since,omitempty"`

	// Events since this time that were never attempted because the endpoint was disabled or not yet created.
	MissingSince *string `json:"missing_since,omitempty"`

	// Count without replaying.
	DryRun *bool `json:"dry_run,omitempty"`
}

type WebhookReplayProgress struct {
	// ID of the replay.
	ReplayID string `json:"replay_id"`

	// Deliveries in this replay.
	Total int `json:"total"`

	// Neither delivered nor failed yet.
	Pending int `json:"pending"`

	// Delivered: the endpoint returned 2xx.
	Delivered int `json:"delivered"`

	// Failed.
	Failed int `json:"failed"`
}

type InboundMessage struct {
	// ID of the message.
	MessageID string `json:"message_id"`

	// The phone that sent it, in E.164 without the plus.
	From string `json:"from"`

	// What it was sent to: your number or sender name. Empty if the carrier does not report it.
	To string `json:"to"`

	// Its text.
	Body string `json:"body"`

	// What its words ask for: `opt_out` (STOP), `opt_in` (START), `help` (HELP). Null for any other text.
	Keyword *string `json:"keyword"`

	// ID of your message that it replies to. Null if the carrier does not report it.
	InReplyTo *string `json:"in_reply_to"`

	// The carrier that it came through.
	Carrier string `json:"carrier"`

	// When it was sent, by the carrier's clock.
	SentAt string `json:"sent_at"`

	// When it was received.
	ReceivedAt string `json:"received_at"`

	// Whether the simulator sent it in test mode.
	Test bool `json:"test"`

	// When the text was erased: `body` is empty since then. Null before.
	BodyErasedAt *string `json:"body_erased_at"`
}

type ListInboundAnswer struct {
	Data []InboundMessage `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListInboundQuery struct {
	// The phone: a complete number with its country code.
	From *string `json:"from,omitempty"`

	// What it was sent to. Must match exactly.
	To *string `json:"to,omitempty"`

	// Received at this time or later, ISO 8601 with a zone.
	Since *string `json:"since,omitempty"`

	// Received before this time, ISO 8601 with a zone.
	Until *string `json:"until,omitempty"`

	// Maximum number of messages per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filters.
	Cursor *string `json:"cursor,omitempty"`
}

type OptOut struct {
	// The phone number in E.164 without the plus.
	Number string `json:"number"`

	// The sender it wants no messages of. Null: none of the account.
	Sender *string `json:"sender"`

	// Its own words, or yours.
	Reason string `json:"reason"`

	// How it came here: `keyword` if the phone wrote STOP.
	Source string `json:"source"`

	// When it opted out.
	CreatedAt string `json:"created_at"`
}

type ListOptOutsAnswer struct {
	Data []OptOut `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListOptOutsQuery struct {
	// A number, or digits of one. Spaces, brackets, dashes, and the plus are ignored.
	Number *string `json:"number,omitempty"`

	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filter.
	Cursor *string `json:"cursor,omitempty"`
}

type AddOptOutBody struct {
	// The phone number in E.164, with or without the plus.
	Number string `json:"number"`

	// The sender it wants no messages of. Null or omitted: none of the account.
	Sender *string `json:"sender,omitempty"`

	// Why, in your words.
	Reason *string `json:"reason,omitempty"`
}

type ImportOptOutsAnswerErrorsItem struct {
	Index int `json:"index"`

	Detail string `json:"detail"`
}

type ImportOptOutsAnswer struct {
	// Opt-outs that are new.
	Added int `json:"added"`

	// Opt-outs that were there before.
	Known int `json:"known"`

	// Entries that are no opt-outs.
	Rejected int `json:"rejected"`

	// The first 100 rejected entries by their place, from 0.
	Errors []ImportOptOutsAnswerErrorsItem `json:"errors"`
}

type ImportOptOutsBody struct {
	// Opt-outs, each as in `POST /api/opt-outs`.
	OptOuts []any `json:"opt_outs"`
}

type NumberLookupRangeHolder struct {
	// The operator.
	Name string `json:"name"`

	// Where that is from.
	Source string `json:"source"`
}

type NumberLookup struct {
	// The number as you wrote it.
	Input string `json:"input"`

	// The number in E.164 without the plus, as `to` of a message. Null if it is none.
	Number *string `json:"number"`

	// Whether the numbering plan of its country lists it.
	Valid bool `json:"valid"`

	// Whether `POST /api/sms` accepts it as a recipient, apart from opt-outs. True also for a range too new for the plan.
	Sendable bool `json:"sendable"`

	// What it is for, by the numbering plan. Null if it is no number.
	Type *string `json:"type"`

	// Its country (ISO 3166). Null for networks of no country, such as satellites.
	Country *string `json:"country"`

	// Its country code.
	CountryCode *string `json:"country_code"`

	// In international form.
	International *string `json:"international"`

	// As it is dialed in its country.
	National *string `json:"national"`

	// The operator that its range was given to. Null if nobody lists it. A ported number has another operator by now.
	RangeHolder *NumberLookupRangeHolder `json:"range_holder"`

	// Whether it wants no messages of any of your senders.
	OptedOut bool `json:"opted_out"`

	// Your senders that it wants no messages of; the first 100 by name.
	OptedOutSenders []string `json:"opted_out_senders"`

	// Why no message can be sent to it, as a code.
	Problem *string `json:"problem"`

	// The same in a sentence.
	Detail *string `json:"detail"`

	// The number that is probably meant, in E.164 without the plus.
	Suggestion *string `json:"suggestion"`
}

type LookUpNumberQuery struct {
	// The country (ISO 3166) of what is written without a country code. If omitted, nothing is completed.
	Country *string `json:"country,omitempty"`
}

type LookUpNumbersAnswer struct {
	// One entry per number, in the same order.
	Data []NumberLookup `json:"data"`
}

type LookUpNumbersBody struct {
	// Numbers as people write them, with a country code or in the form of `country`.
	Numbers []string `json:"numbers"`

	// The country (ISO 3166) of what is written without a country code. If omitted, nothing is completed.
	Country *string `json:"country,omitempty"`
}

type Contact struct {
	// ID of the contact.
	ContactID string `json:"contact_id"`

	// The phone number in E.164 without the plus.
	Number string `json:"number"`

	// What is known of the person, by the name of the variable.
	Fields map[string]string `json:"fields"`

	// IDs of the groups the contact is in.
	Groups []string `json:"groups"`

	// When it was created.
	CreatedAt string `json:"created_at"`

	// When it was last changed.
	UpdatedAt string `json:"updated_at"`
}

type ListContactsAnswer struct {
	Data []Contact `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListContactsQuery struct {
	// Digits of the number, or text of a field; upper and lower case are the same.
	Q *string `json:"q,omitempty"`

	// Only contacts in this group.
	GroupID *string `json:"group_id,omitempty"`

	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filter.
	Cursor *string `json:"cursor,omitempty"`
}

type SaveContactBody struct {
	// The phone number in E.164, with or without the plus.
	Number string `json:"number"`

	// What is known of the person, by the name of the variable: at most 30 fields of 300 characters. An empty value or null removes a field.
	Fields map[string]*string `json:"fields,omitempty"`

	// IDs of groups to add the contact to.
	Groups []string `json:"groups,omitempty"`
}

type UpdateContactBody struct {
	// The phone number in E.164, with or without the plus.
	Number *string `json:"number,omitempty"`

	// What is known of the person, by the name of the variable: at most 30 fields of 300 characters. An empty value or null removes a field.
	Fields map[string]*string `json:"fields,omitempty"`

	// IDs of all groups the contact is in after that.
	Groups []string `json:"groups,omitempty"`
}

type Group struct {
	// ID of the group.
	GroupID string `json:"group_id"`

	// What the account calls it.
	Name string `json:"name"`

	// Contacts in the group.
	Contacts int `json:"contacts"`

	// When it was created.
	CreatedAt string `json:"created_at"`
}

type ListGroupsAnswer struct {
	Data []Group `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListGroupsQuery struct {
	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page, with the same filter.
	Cursor *string `json:"cursor,omitempty"`
}

type CreateGroupBody struct {
	// What the account calls it. Each group of an account has another name.
	Name string `json:"name"`
}

type RenameGroupBody struct {
	// What the account calls it. Each group of an account has another name.
	Name string `json:"name"`
}

type AddMembersAnswer struct {
	// Contacts that were added.
	Changed int `json:"changed"`

	// Contacts that were in the group already.
	Unchanged int `json:"unchanged"`

	// IDs of no contact.
	Unknown int `json:"unknown"`
}

type AddMembersBody struct {
	// IDs of contacts.
	ContactIds []string `json:"contact_ids"`
}

type TemplateVariablesItem struct {
	Name string `json:"name"`

	Required bool `json:"required"`
}

type Template struct {
	// ID of the template.
	TemplateID string `json:"template_id"`

	// What the account calls it.
	Name string `json:"name"`

	// The text with its variables.
	Body string `json:"body"`

	// The variables of the text. One without a fallback needs a value.
	Variables []TemplateVariablesItem `json:"variables"`

	// When it was created.
	CreatedAt string `json:"created_at"`

	// When it was last changed.
	UpdatedAt string `json:"updated_at"`
}

type ListTemplatesAnswer struct {
	Data []Template `json:"data"`

	// `cursor` of the next page; null when this is the last.
	NextCursor *string `json:"next_cursor"`
}

type ListTemplatesQuery struct {
	// Maximum number of results per page.
	Limit *int `json:"limit,omitempty"`

	// `next_cursor` of the previous page.
	Cursor *string `json:"cursor,omitempty"`
}

type CreateTemplateBody struct {
	// What the account calls it. Each template of an account has another name.
	Name string `json:"name"`

	// The text. `{{first_name}}` stands for a value, and `{{first_name|there}}` for “there” where there is none.
	Body string `json:"body"`
}

type UpdateTemplateBody struct {
	// What the account calls it. Each template of an account has another name.
	Name *string `json:"name,omitempty"`

	// The text. `{{first_name}}` stands for a value, and `{{first_name|there}}` for “there” where there is none.
	Body *string `json:"body,omitempty"`
}

type AccountToken struct {
	TokenID string `json:"token_id"`

	Name string `json:"name"`

	ExpiresAt *string `json:"expires_at"`
}

type AccountLimits struct {
	RequestsPerSecond *int `json:"requests_per_second"`

	RequestsPerMinute *int `json:"requests_per_minute"`

	MessagesPerMinute *int `json:"messages_per_minute"`
}

type Account struct {
	AccountID string `json:"account_id"`

	Name string `json:"name"`

	// Credits left; one pays for one segment.
	Credits int `json:"credits"`

	// Whether the calling token is a test token.
	Test bool `json:"test"`

	CreatedAt string `json:"created_at"`

	// What the calling token may do.
	Scopes []string `json:"scopes"`

	// The calling token.
	Token AccountToken `json:"token"`

	// Requests the account may make and messages it may send, test tokens apart from live ones; null without a limit. A batch is one request and as many messages as it has entries.
	Limits AccountLimits `json:"limits"`

	// ID of the account for clients of Twilio's API.
	AccountSid string `json:"account_sid"`
}

type PriceQuoteNextTier struct {
	// Segments in a calendar month from which the rate holds.
	From int `json:"from"`

	// Net price of one segment.
	RateMicros int `json:"rate_micros"`

	// Fewest further messages that reach it.
	MoreMessages int `json:"more_messages"`

	// Net price of the whole month with them; it may be less than without.
	NetMicros int `json:"net_micros"`
}

type PriceQuoteTiersItem struct {
	// Segments in a calendar month from which the rate holds.
	From int `json:"from"`

	// Net price of one segment.
	RateMicros int `json:"rate_micros"`
}

type PriceQuote struct {
	Messages int `json:"messages"`

	Segments int `json:"segments"`

	// Messages times segments; one credit each.
	Credits int `json:"credits"`

	Currency string `json:"currency"`

	VATPercent int `json:"vat_percent"`

	// Net price of one segment at this volume.
	RateMicros int `json:"rate_micros"`

	// Net price of one message at this volume.
	PerMessageMicros int `json:"per_message_micros"`

	NetMicros int `json:"net_micros"`

	VATMicros int `json:"vat_micros"`

	GrossMicros int `json:"gross_micros"`

	// The next cheaper rate; null in the highest tier.
	NextTier *PriceQuoteNextTier `json:"next_tier"`

	// The whole price list.
	Tiers []PriceQuoteTiersItem `json:"tiers"`
}

type GetPricingQuery struct {
	// Messages in a calendar month.
	Messages int `json:"messages"`

	// Segments of each message.
	Segments *int `json:"segments,omitempty"`
}

type TokenPreviousSecret struct {
	Masked string `json:"masked"`

	EndsAt string `json:"ends_at"`
}

type Token struct {
	TokenID string `json:"token_id"`

	Name string `json:"name"`

	// `live` sends to phones and uses credits, `test` goes to the simulator and costs nothing.
	Mode string `json:"mode"`

	Scopes []string `json:"scopes"`

	// Prefix and last four characters of the secret.
	Masked string `json:"masked"`

	// IP addresses and ranges that may use the token. Empty means any address.
	Cidrs []string `json:"cidrs"`

	// Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number.
	DailyLimit *int `json:"daily_limit"`

	// Credits spent today (UTC) of `daily_limit`. `null` without a limit.
	SpentToday *int `json:"spent_today"`

	CreatedAt string `json:"created_at"`

	ExpiresAt *string `json:"expires_at"`

	// To the minute.
	LastUsedAt *string `json:"last_used_at"`

	LastUsedAddress *string `json:"last_used_address"`

	// Requests made with it in the last 24 hours.
	Requests24h int `json:"requests_24h"`

	RotatedAt *string `json:"rotated_at"`

	// The previous secret, while it still works.
	PreviousSecret *TokenPreviousSecret `json:"previous_secret"`

	RevokedAt *string `json:"revoked_at"`
}

type ListTokensAnswer struct {
	Data []Token `json:"data"`
}

type FreshTokenPreviousSecret struct {
	Masked string `json:"masked"`

	EndsAt string `json:"ends_at"`
}

type FreshToken struct {
	TokenID string `json:"token_id"`

	Name string `json:"name"`

	// `live` sends to phones and uses credits, `test` goes to the simulator and costs nothing.
	Mode string `json:"mode"`

	Scopes []string `json:"scopes"`

	// Prefix and last four characters of the secret.
	Masked string `json:"masked"`

	// IP addresses and ranges that may use the token. Empty means any address.
	Cidrs []string `json:"cidrs"`

	// Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number.
	DailyLimit *int `json:"daily_limit"`

	// Credits spent today (UTC) of `daily_limit`. `null` without a limit.
	SpentToday *int `json:"spent_today"`

	CreatedAt string `json:"created_at"`

	ExpiresAt *string `json:"expires_at"`

	// To the minute.
	LastUsedAt *string `json:"last_used_at"`

	LastUsedAddress *string `json:"last_used_address"`

	// Requests made with it in the last 24 hours.
	Requests24h int `json:"requests_24h"`

	RotatedAt *string `json:"rotated_at"`

	// The previous secret, while it still works.
	PreviousSecret *FreshTokenPreviousSecret `json:"previous_secret"`

	RevokedAt *string `json:"revoked_at"`

	// The secret. Shown only once.
	Token string `json:"token"`
}

type CreateTokenBody struct {
	// Where the token is used.
	Name string `json:"name"`

	// `live` sends to phones and uses credits, `test` goes to the simulator and costs nothing.
	Mode string `json:"mode"`

	// What the token may do.
	Scopes []string `json:"scopes,omitempty"`

	// When the token expires, in ISO 8601 with a time zone. If omitted, it never expires.
	ExpiresAt *string `json:"expires_at,omitempty"`

	// Addresses and CIDR ranges (IPv4, IPv6) that may use the token, at most 20; empty means any. Kept without the bits a range does not count: `203.0.113.77/24` becomes `203.0.113.0/24`.
	Cidrs []string `json:"cidrs,omitempty"`

	// Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number.
	DailyLimit *int `json:"daily_limit,omitempty"`
}

type UpdateTokenBody struct {
	// Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number.
	DailyLimit *int `json:"daily_limit,omitempty"`
}

type RotateTokenBody struct {
	// Hours that the previous secret keeps working, together with the new one; 0 revokes it immediately.
	GraceHours *int `json:"grace_hours,omitempty"`
}

type GetHealthAnswerParts struct {
	Database any `json:"database,omitempty"`

	Migrations any `json:"migrations,omitempty"`

	Disk *string `json:"disk,omitempty"`

	// `late` when no worker has reported lately: messages are accepted and sent later.
	Worker *string `json:"worker,omitempty"`

	// `in_trouble` while the carrier accepts no messages. The API still accepts them and they are sent later.
	Carrier *string `json:"carrier,omitempty"`

	// Only with `DATABASE_READ_URL`. `late` or `away` while lists and exports read from the primary.
	Replica *string `json:"replica,omitempty"`

	// Only with `BACKUP_DIR`. `late` when the last backup is older than two intervals, or there is none.
	Backup *string `json:"backup,omitempty"`
}

type GetHealthAnswer struct {
	// `degraded` while messages are accepted and one of `parts` isn't `ok`; `unavailable` while none can be accepted.
	Status string `json:"status"`

	// The version of Depesza that responds.
	Version string `json:"version"`

	// The state of each part, as in `checks` of readiness. If one has `failed`, those that weren't checked are missing.
	Parts GetHealthAnswerParts `json:"parts"`
}

type GetLivenessAnswer struct {
	Status string `json:"status"`
}

type GetReadinessAnswerChecks struct {
	Database string `json:"database"`

	Migrations string `json:"migrations"`

	// `low` when the disk of the embedded database has less than 200 MB left. With less than 32 MB, or when the database itself reports a full disk, the response is 503.
	Disk string `json:"disk"`

	// `late` when no worker has reported lately: messages are accepted and sent later.
	Worker string `json:"worker"`

	// `in_trouble` while the carrier accepts no messages. The API still accepts them and they are sent later.
	Carrier string `json:"carrier"`

	// Only with `DATABASE_READ_URL`. `late` or `away` while lists and exports read from the primary.
	Replica *string `json:"replica,omitempty"`

	// Only with `BACKUP_DIR`. `late` when the last backup is older than two intervals, or there is none.
	Backup *string `json:"backup,omitempty"`
}

type GetReadinessAnswer struct {
	Status string `json:"status"`

	Checks GetReadinessAnswerChecks `json:"checks"`
}

type SmsDeliveredEvent struct {
	Event string `json:"event"`

	// ID of the message.
	MessageID string `json:"message_id"`

	// Recipient in E.164 without the plus.
	To string `json:"to"`

	// When it was delivered.
	DeliveredAt string `json:"delivered_at"`

	// The recipient's operator. Null if unknown.
	Operator *string `json:"operator"`

	// Segments the message was sent in.
	Segments int `json:"segments"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// Sender.
	From string `json:"from"`

	Status string `json:"status"`

	Reason any `json:"reason"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Key of the request that sent it.
	IdempotencyKey *string `json:"idempotency_key"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Who named the operator: the `carrier`, or the number's `range`, its first holder.
	OperatorSource *string `json:"operator_source"`
}

type SmsFailedEvent struct {
	Event string `json:"event"`

	// ID of the message.
	MessageID string `json:"message_id"`

	// Recipient in E.164 without the plus.
	To string `json:"to"`

	// When it failed.
	FailedAt string `json:"failed_at"`

	// The recipient's operator. Null if unknown.
	Operator *string `json:"operator"`

	// Segments the message was sent in.
	Segments int `json:"segments"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// Sender.
	From string `json:"from"`

	Status string `json:"status"`

	// Machine-readable reason.
	Reason *string `json:"reason"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Key of the request that sent it.
	IdempotencyKey *string `json:"idempotency_key"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Who named the operator: the `carrier`, or the number's `range`, its first holder.
	OperatorSource *string `json:"operator_source"`
}

type SmsExpiredEvent struct {
	Event string `json:"event"`

	// ID of the message.
	MessageID string `json:"message_id"`

	// Recipient in E.164 without the plus.
	To string `json:"to"`

	// When its validity ended.
	ExpiredAt string `json:"expired_at"`

	// The recipient's operator. Null if unknown.
	Operator *string `json:"operator"`

	// Segments the message was sent in.
	Segments int `json:"segments"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// Sender.
	From string `json:"from"`

	Status string `json:"status"`

	// Machine-readable reason.
	Reason *string `json:"reason"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Key of the request that sent it.
	IdempotencyKey *string `json:"idempotency_key"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Who named the operator: the `carrier`, or the number's `range`, its first holder.
	OperatorSource *string `json:"operator_source"`
}

type SmsBouncedEvent struct {
	Event string `json:"event"`

	// ID of the message.
	MessageID string `json:"message_id"`

	// Recipient in E.164 without the plus.
	To string `json:"to"`

	// When it bounced.
	BouncedAt string `json:"bounced_at"`

	// The recipient's operator. Null if unknown.
	Operator *string `json:"operator"`

	// Segments the message was sent in.
	Segments int `json:"segments"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// Sender.
	From string `json:"from"`

	Status string `json:"status"`

	// Machine-readable reason.
	Reason *string `json:"reason"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// What you attached to the message. Null if that was nothing, and once its text was erased because its time was over.
	Metadata map[string]any `json:"metadata"`

	// Key of the request that sent it.
	IdempotencyKey *string `json:"idempotency_key"`

	// Whether a test token sent it.
	Test bool `json:"test"`

	// Who named the operator: the `carrier`, or the number's `range`, its first holder.
	OperatorSource *string `json:"operator_source"`
}

type SmsReceivedEvent struct {
	Event string `json:"event"`

	// ID of the message, as in `GET /api/inbound`.
	MessageID string `json:"message_id"`

	// What it was sent to: your number or sender name. Empty if the carrier does not report it.
	To string `json:"to"`

	// When it was received.
	ReceivedAt string `json:"received_at"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// The phone that sent it, in E.164 without the plus.
	From string `json:"from"`

	// Its text.
	Body string `json:"body"`

	// What its words ask for: `opt_out` (STOP), `opt_in` (START), `help` (HELP). Null for any other text.
	Keyword *string `json:"keyword"`

	// ID of your message that it replies to. Null if the carrier does not report it.
	InReplyTo *string `json:"in_reply_to"`

	// Whether the simulator sent it in test mode.
	Test bool `json:"test"`
}

type CampaignFinishedEventCredits struct {
	Charged int `json:"charged"`

	Refunded int `json:"refunded"`

	Reserved int `json:"reserved"`
}

type CampaignFinishedEvent struct {
	Event string `json:"event"`

	// ID of the campaign.
	CampaignID string `json:"campaign_id"`

	// Its name.
	Name string `json:"name"`

	// Whether it ran to its end or was cancelled.
	Status string `json:"status"`

	// When its last message reached a final status.
	EndedAt string `json:"ended_at"`

	// People the campaign was started for.
	People int `json:"people"`

	// Messages by status.
	Statuses map[string]int `json:"statuses"`

	// People who opted out after the start.
	OptedOut int `json:"opted_out"`

	// People that a cancelled campaign did not reach.
	NotSent int `json:"not_sent"`

	// Credits reserved at the start, charged, and refunded.
	Credits CampaignFinishedEventCredits `json:"credits"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// Whether a test token made it.
	Test bool `json:"test"`
}

type VerificationApprovedEvent struct {
	Event string `json:"event"`

	// ID of the verification.
	VerificationID string `json:"verification_id"`

	// When it was checked.
	ApprovedAt string `json:"approved_at"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	Status string `json:"status"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// Whether a test token started it.
	Test bool `json:"test"`
}

type VerificationExpiredEvent struct {
	Event string `json:"event"`

	// ID of the verification.
	VerificationID string `json:"verification_id"`

	// When its time was over.
	ExpiredAt string `json:"expired_at"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	Status string `json:"status"`

	// Your own reference.
	ClientRef *string `json:"client_ref"`

	// Whether a test token started it.
	Test bool `json:"test"`
}

type BalanceLowEvent struct {
	Event string `json:"event"`

	// Credits left.
	Balance int `json:"balance"`

	// Credits below which the account is notified. Null if it set none.
	Threshold *int `json:"threshold"`

	// Days of use below which it is notified. Null if it set none.
	ThresholdDays *int `json:"threshold_days"`

	// When it became low.
	Since string `json:"since"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// Where to top up.
	TopupURL string `json:"topup_url"`

	// Whether it is a test event.
	Test bool `json:"test"`
}

type CarrierAlarmEvent struct {
	Event string `json:"event"`

	// Name of the carrier in `carriers.json`. Null if it concerns no single carrier.
	Carrier *string `json:"carrier"`

	// What is wrong: `carrier_unauthorized`, `carrier_out_of_credits`, `carrier_throttled`, `carrier_down`, `no_route`, `queue_delayed`, `failure_rate_high`, `carrier_balance_low`, `disk_low`, `backup_late`, or `worker_down`. More may be added.
	Alarm string `json:"alarm"`

	// Since when it is so.
	Since string `json:"since"`

	// ID of the event, the same in every attempt. Use it to deduplicate.
	ID string `json:"id"`

	// When it was recorded: sort by it.
	Timestamp string `json:"timestamp"`

	// `open` when it begins, `resolved` when it is over.
	Status string `json:"status"`

	// The same in a sentence, in English.
	Summary string `json:"summary"`
}
