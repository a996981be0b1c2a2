<?php
// Made from the OpenAPI document by `npm run sdk`. Do not edit.

namespace Depesza;

/**
 * Every call of the API by its ID in the OpenAPI document.
 *
 * @phpstan-type AcceptedMessage array{'message_id': string|null, 'status': 'queued'|'scheduled'|'dry_run', 'from': string, 'to': string, 'segments': int, 'encoding': 'GSM-7'|'UCS-2', 'credits': int, 'scheduled_at': string|null, 'created_at': string, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'test': bool, 'store_body': bool}
 * @phpstan-type NewMessage array{'from': string, 'to': string, 'body'?: string|null, 'scheduled_at'?: string|null, 'idempotency_key'?: string|null, 'client_ref'?: string|null, 'metadata'?: array<string, mixed>|null, 'validity'?: int|null, 'store_body'?: bool|null, 'dry_run'?: bool|null, 'template_id'?: string|null, 'variables'?: array<string, string>|null}
 * @phpstan-type Message array{'message_id': string, 'status': 'scheduled'|'queued'|'sending'|'sent'|'unknown'|'delivered'|'failed'|'expired'|'bounced'|'cancelled', 'from': string, 'to': string, 'body': string, 'segments': int, 'encoding': 'GSM-7'|'UCS-2', 'credits': int, 'scheduled_at': string|null, 'created_at': string, 'sent_at': string|null, 'ended_at': string|null, 'valid_until': string, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'idempotency_key': string|null, 'wait_reason': string|null, 'reason': string|null, 'carrier': string|null, 'carrier_code': string|null, 'operator': string|null, 'operator_source': 'carrier'|'range'|null, 'source': 'api'|'panel', 'campaign_id': string|null, 'verification_id': string|null, 'test': bool, 'webhook_state': 'none'|'waiting'|'done'|'failed', 'store_body': bool, 'body_erased_at': string|null}
 * @phpstan-type ListMessagesAnswer array{'data': list<Message>, 'next_cursor': string|null}
 * @phpstan-type ListMessagesQuery array{'status'?: list<'scheduled'|'queued'|'sending'|'sent'|'unknown'|'delivered'|'failed'|'expired'|'bounced'|'cancelled'>, 'to'?: string, 'from'?: string, 'q'?: string, 'client_ref'?: string, 'campaign_id'?: string, 'metadata'?: array<string, string>, 'since'?: string, 'until'?: string, 'test'?: 'true'|'false', 'limit'?: int, 'cursor'?: string}
 * @phpstan-type AcceptedBatchItem array{'index': int, 'message_id': string|null, 'status': 'queued'|'scheduled'|'dry_run', 'segments': int, 'credits': int, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'replayed'?: true}
 * @phpstan-type RejectedBatchItem array{'index': int, 'code': 'invalid_json'|'unauthorized'|'insufficient_credits'|'spend_limit_reached'|'forbidden'|'not_found'|'method_not_allowed'|'conflict'|'payload_too_large'|'unsupported_media_type'|'invalid_request'|'opted_out'|'sender_not_approved'|'idempotency_mismatch'|'rate_limited'|'internal'|'unavailable', 'detail': string, 'errors': array<string, list<string>>, 'required'?: int, 'available'?: int}
 * @phpstan-type SendBatchAnswer array{'accepted': int, 'rejected': int, 'data': list<AcceptedBatchItem|RejectedBatchItem>}
 * @phpstan-type SendBatchBody array{'messages': list<NewMessage>}
 * @phpstan-type MessageDetailEventsItem array{'type': string, 'at': string, 'source': string, 'reason': string|null, 'carrier_code': string|null, 'operator': string|null}
 * @phpstan-type MessageDetail array{'message_id': string, 'status': 'scheduled'|'queued'|'sending'|'sent'|'unknown'|'delivered'|'failed'|'expired'|'bounced'|'cancelled', 'from': string, 'to': string, 'body': string, 'segments': int, 'encoding': 'GSM-7'|'UCS-2', 'credits': int, 'scheduled_at': string|null, 'created_at': string, 'sent_at': string|null, 'ended_at': string|null, 'valid_until': string, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'idempotency_key': string|null, 'wait_reason': string|null, 'reason': string|null, 'carrier': string|null, 'carrier_code': string|null, 'operator': string|null, 'operator_source': 'carrier'|'range'|null, 'source': 'api'|'panel', 'campaign_id': string|null, 'verification_id': string|null, 'test': bool, 'webhook_state': 'none'|'waiting'|'done'|'failed', 'store_body': bool, 'body_erased_at': string|null, 'events': list<MessageDetailEventsItem>}
 * @phpstan-type RescheduleMessageBody array{'scheduled_at': string}
 * @phpstan-type Verification array{'verification_id': string, 'status': 'pending'|'approved'|'expired'|'max_attempts'|'cancelled', 'to': string, 'created_at': string, 'expires_at': string, 'ended_at': string|null, 'attempts_left': int, 'sends': int, 'message_id': string|null, 'client_ref': string|null, 'test': bool}
 * @phpstan-type StartVerificationBody array{'to': string, 'from'?: string|null, 'template'?: string|null, 'language'?: 'en'|'pl'|null, 'code_length'?: int|null, 'ttl'?: int|null, 'webotp_domain'?: string|null, 'client_ref'?: string|null, 'idempotency_key'?: string|null}
 * @phpstan-type ListVerificationsAnswer array{'data': list<Verification>, 'next_cursor': string|null}
 * @phpstan-type ListVerificationsQuery array{'limit'?: int, 'cursor'?: string}
 * @phpstan-type VerificationCheck array{'status': 'approved'|'pending'|'expired'|'max_attempts'}
 * @phpstan-type CheckVerificationBody array{'code': string}
 * @phpstan-type CheckNumberBody array{'to': string, 'code': string}
 * @phpstan-type CreateCampaignAnswerCounts array{'rows': int, 'valid': int, 'empty': int, 'invalid': int, 'landline': int, 'duplicate': int, 'opted_out': int, 'missing_variable': int, 'too_long': int}
 * @phpstan-type CreateCampaignAnswerRejectedItem array{'row': int, 'to': string, 'code': 'unchecked'|'ready'|'empty'|'invalid'|'landline'|'duplicate'|'opted_out'|'missing_variable'|'too_long', 'errors': list<string>}
 * @phpstan-type CreateCampaignAnswer array{'campaign_id': string|null, 'status': 'draft'|'scheduled'|'running'|'paused'|'finished'|'cancelled'|'dry_run', 'counts': CreateCampaignAnswerCounts, 'segments': int, 'credits': int, 'rejected': list<CreateCampaignAnswerRejectedItem>}
 * @phpstan-type NewCampaignQuietHours array{'from': string, 'until': string}
 * @phpstan-type NewCampaignRecipientsItem array{'to': string, 'variables'?: array<string, string|float|null>, 'client_ref'?: string|null}
 * @phpstan-type NewCampaign array{'name': string, 'from'?: string, 'body'?: string, 'default_country'?: string|null, 'rate'?: int|null, 'quiet_hours'?: NewCampaignQuietHours|null, 'scheduled_at'?: string|null, 'store_body'?: bool|null, 'idempotency_key'?: string|null, 'template_id'?: string|null, 'recipients'?: list<NewCampaignRecipientsItem>|null, 'group_id'?: string|null, 'dry_run'?: bool|null, 'start'?: bool|null}
 * @phpstan-type CampaignQuietHours array{'from': string, 'until': string}
 * @phpstan-type CampaignSummaryCounts array{'rows': int, 'valid': int, 'empty': int, 'invalid': int, 'landline': int, 'duplicate': int, 'opted_out': int, 'missing_variable': int, 'too_long': int}
 * @phpstan-type CampaignSummarySegmentsItem array{'segments': int, 'people': int}
 * @phpstan-type CampaignSummaryCausesItem array{'character': string, 'variable': string|null, 'people': int, 'segments': int}
 * @phpstan-type CampaignSummarySamplesItem array{'row': int, 'to': string, 'body': string, 'segments': int, 'credits': int}
 * @phpstan-type CampaignSummary array{'counts': CampaignSummaryCounts, 'segments': list<CampaignSummarySegmentsItem>, 'causes': list<CampaignSummaryCausesItem>, 'credits': int, 'samples': list<CampaignSummarySamplesItem>}
 * @phpstan-type CampaignProgress array{'people': int, 'waiting': int, 'statuses': array<string, int>, 'opted_out': int, 'not_sent': int, 'submitted': int, 'messages_per_second': float, 'seconds_left': int|null}
 * @phpstan-type CampaignCredits array{'reserved': int, 'charged': int, 'refunded': int}
 * @phpstan-type Campaign array{'campaign_id': string, 'name': string, 'status': 'draft'|'scheduled'|'running'|'paused'|'finished'|'cancelled', 'test': bool, 'from': string, 'body': string, 'store_body': bool, 'body_erased_at': string|null, 'columns': list<string>, 'mapping': list<string|null>, 'default_country': string|null, 'file_name': string|null, 'rows': int, 'scheduled_at': string|null, 'rate': int|null, 'quiet_hours': CampaignQuietHours|null, 'is_checked': bool, 'summary': CampaignSummary|null, 'progress': CampaignProgress|null, 'credits': CampaignCredits, 'wait_reason': 'quiet_hours'|'account'|null, 'wait_until': string|null, 'wait_countries': list<string>, 'created_at': string, 'started_at': string|null, 'paused_at': string|null, 'ended_at': string|null}
 * @phpstan-type ListCampaignsAnswer array{'data': list<Campaign>, 'next_cursor': string|null}
 * @phpstan-type ListCampaignsQuery array{'status'?: 'draft'|'scheduled'|'running'|'paused'|'finished'|'cancelled', 'limit'?: int, 'cursor'?: string}
 * @phpstan-type UpdateCampaignBodyQuietHours array{'from': string, 'until': string}
 * @phpstan-type UpdateCampaignBody array{'name'?: string, 'from'?: string, 'body'?: string, 'default_country'?: string|null, 'rate'?: int|null, 'quiet_hours'?: UpdateCampaignBodyQuietHours|null, 'scheduled_at'?: string|null, 'store_body'?: bool|null, 'mapping'?: list<string|null>, 'template_id'?: string|null}
 * @phpstan-type UploadRecipientsQuery array{'file_name'?: string}
 * @phpstan-type ListRecipientsAnswerDataItem array{'row': int, 'cells': list<string>, 'to': string|null, 'country': string|null, 'state': 'unchecked'|'ready'|'empty'|'invalid'|'landline'|'duplicate'|'opted_out'|'missing_variable'|'too_long', 'detail': string|null, 'segments': int, 'credits': int, 'client_ref': string|null, 'message_id': string|null, 'status': 'waiting'|'opted_out'|'not_sent'|'scheduled'|'queued'|'sending'|'sent'|'unknown'|'delivered'|'failed'|'expired'|'bounced'|'cancelled'|null, 'reason': string|null}
 * @phpstan-type ListRecipientsAnswer array{'data': list<ListRecipientsAnswerDataItem>, 'next_cursor': string|null}
 * @phpstan-type ListRecipientsQuery array{'state'?: 'unchecked'|'ready'|'empty'|'invalid'|'landline'|'duplicate'|'opted_out'|'missing_variable'|'too_long', 'status'?: 'waiting'|'opted_out'|'not_sent'|'scheduled'|'queued'|'sending'|'sent'|'unknown'|'delivered'|'failed'|'expired'|'bounced'|'cancelled', 'limit'?: int, 'cursor'?: string}
 * @phpstan-type WebhookEndpoint array{'id': string, 'url': string, 'description': string|null, 'events': list<'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm'>, 'test': bool, 'enabled': bool, 'disabled_reason': 'manual'|'gone'|'failing'|null, 'disabled_at': string|null, 'failing_since': string|null, 'previous_secret_until': string|null, 'created_at': string}
 * @phpstan-type ListWebhookEndpointsAnswer array{'data': list<WebhookEndpoint>}
 * @phpstan-type WebhookEndpointWithSecret array{'id': string, 'url': string, 'description': string|null, 'events': list<'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm'>, 'test': bool, 'enabled': bool, 'disabled_reason': 'manual'|'gone'|'failing'|null, 'disabled_at': string|null, 'failing_since': string|null, 'previous_secret_until': string|null, 'created_at': string, 'secret': string}
 * @phpstan-type CreateWebhookEndpointBody array{'url': string, 'events'?: list<'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm'>, 'description'?: string|null}
 * @phpstan-type UpdateWebhookEndpointBody array{'url'?: string, 'events'?: list<'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm'>, 'description'?: string|null, 'enabled'?: bool}
 * @phpstan-type WebhookExchangeRequest array{'url': string, 'headers': array<string, string>, 'body': string}
 * @phpstan-type WebhookExchange array{'at': string, 'duration_ms': int, 'request': WebhookExchangeRequest, 'status': int|null, 'error': string|null, 'answer': string|null}
 * @phpstan-type SendTestEventBody array{'event'?: 'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm'}
 * @phpstan-type WebhookDelivery array{'event_id': string, 'endpoint_id': string, 'message_id': string|null, 'event': 'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm', 'status': 'pending'|'delivered'|'failed', 'reason': 'exhausted'|'endpoint_disabled'|'endpoint_deleted'|null, 'attempts': int, 'last_status': int|null, 'last_error': string|null, 'next_attempt_at': string|null, 'wait_reason': 'endpoint_failing'|null, 'created_at': string, 'ended_at': string|null}
 * @phpstan-type ListDeliveriesAnswer array{'data': list<WebhookDelivery>, 'next_cursor': string|null}
 * @phpstan-type ListDeliveriesQuery array{'status'?: 'pending'|'delivered'|'failed', 'limit'?: int, 'cursor'?: string}
 * @phpstan-type WebhookDeliveryDetailTriesItem array{'at': string, 'duration_ms': int, 'url': string, 'request_headers': array<string, string>, 'status': int|null, 'error': string|null, 'answer': string|null, 'next_attempt_at': string|null}
 * @phpstan-type WebhookDeliveryDetail array{'event_id': string, 'endpoint_id': string, 'message_id': string|null, 'event': 'sms.delivered'|'sms.failed'|'sms.expired'|'sms.bounced'|'sms.received'|'campaign.finished'|'verification.approved'|'verification.expired'|'balance.low'|'carrier.alarm', 'status': 'pending'|'delivered'|'failed', 'reason': 'exhausted'|'endpoint_disabled'|'endpoint_deleted'|null, 'attempts': int, 'last_status': int|null, 'last_error': string|null, 'next_attempt_at': string|null, 'wait_reason': 'endpoint_failing'|null, 'created_at': string, 'ended_at': string|null, 'url': string, 'body': string|null, 'tries': list<WebhookDeliveryDetailTriesItem>}
 * @phpstan-type WebhookReplay array{'replay_id': string|null, 'count': int, 'dry_run': bool}
 * @phpstan-type ReplayDeliveriesBody array{'event_id'?: string, 'failed_since'?: string, 'missing_since'?: string, 'dry_run'?: bool}
 * @phpstan-type WebhookReplayProgress array{'replay_id': string, 'total': int, 'pending': int, 'delivered': int, 'failed': int}
 * @phpstan-type InboundMessage array{'message_id': string, 'from': string, 'to': string, 'body': string, 'keyword': 'opt_out'|'opt_in'|'help'|null, 'in_reply_to': string|null, 'carrier': string, 'sent_at': string, 'received_at': string, 'test': bool, 'body_erased_at': string|null}
 * @phpstan-type ListInboundAnswer array{'data': list<InboundMessage>, 'next_cursor': string|null}
 * @phpstan-type ListInboundQuery array{'from'?: string, 'to'?: string, 'since'?: string, 'until'?: string, 'limit'?: int, 'cursor'?: string}
 * @phpstan-type OptOut array{'number': string, 'sender': string|null, 'reason': string, 'source': 'keyword'|'panel'|'api'|'import'|'carrier', 'created_at': string}
 * @phpstan-type ListOptOutsAnswer array{'data': list<OptOut>, 'next_cursor': string|null}
 * @phpstan-type ListOptOutsQuery array{'number'?: string, 'limit'?: int, 'cursor'?: string}
 * @phpstan-type AddOptOutBody array{'number': string, 'sender'?: string|null, 'reason'?: string|null}
 * @phpstan-type ImportOptOutsAnswerErrorsItem array{'index': int, 'detail': string}
 * @phpstan-type ImportOptOutsAnswer array{'added': int, 'known': int, 'rejected': int, 'errors': list<ImportOptOutsAnswerErrorsItem>}
 * @phpstan-type ImportOptOutsBody array{'opt_outs': list<mixed>}
 * @phpstan-type NumberLookupRangeHolder array{'name': string, 'source': 'libphonenumber'}
 * @phpstan-type NumberLookup array{'input': string, 'number': string|null, 'valid': bool, 'sendable': bool, 'type': 'mobile'|'fixed_line'|'fixed_line_or_mobile'|'voip'|'toll_free'|'premium_rate'|'shared_cost'|'personal_number'|'pager'|'uan'|'voicemail'|'unknown'|null, 'country': string|null, 'country_code': string|null, 'international': string|null, 'national': string|null, 'range_holder': NumberLookupRangeHolder|null, 'opted_out': bool, 'opted_out_senders': list<string>, 'problem': 'no_country_code'|'ambiguous'|'no_mobile_digit'|'wrong_length'|'landline'|'no_such_country'|'spreadsheet'|'not_a_number'|null, 'detail': string|null, 'suggestion': string|null}
 * @phpstan-type LookUpNumberQuery array{'country'?: string}
 * @phpstan-type LookUpNumbersAnswer array{'data': list<NumberLookup>}
 * @phpstan-type LookUpNumbersBody array{'numbers': list<string>, 'country'?: string|null}
 * @phpstan-type Contact array{'contact_id': string, 'number': string, 'fields': array<string, string>, 'groups': list<string>, 'created_at': string, 'updated_at': string}
 * @phpstan-type ListContactsAnswer array{'data': list<Contact>, 'next_cursor': string|null}
 * @phpstan-type ListContactsQuery array{'q'?: string, 'group_id'?: string, 'limit'?: int, 'cursor'?: string}
 * @phpstan-type SaveContactBody array{'number': string, 'fields'?: array<string, string|null>, 'groups'?: list<string>}
 * @phpstan-type UpdateContactBody array{'number'?: string, 'fields'?: array<string, string|null>, 'groups'?: list<string>}
 * @phpstan-type Group array{'group_id': string, 'name': string, 'contacts': int, 'created_at': string}
 * @phpstan-type ListGroupsAnswer array{'data': list<Group>, 'next_cursor': string|null}
 * @phpstan-type ListGroupsQuery array{'limit'?: int, 'cursor'?: string}
 * @phpstan-type CreateGroupBody array{'name': string}
 * @phpstan-type RenameGroupBody array{'name': string}
 * @phpstan-type AddMembersAnswer array{'changed': int, 'unchanged': int, 'unknown': int}
 * @phpstan-type AddMembersBody array{'contact_ids': list<string>}
 * @phpstan-type TemplateVariablesItem array{'name': string, 'required': bool}
 * @phpstan-type Template array{'template_id': string, 'name': string, 'body': string, 'variables': list<TemplateVariablesItem>, 'created_at': string, 'updated_at': string}
 * @phpstan-type ListTemplatesAnswer array{'data': list<Template>, 'next_cursor': string|null}
 * @phpstan-type ListTemplatesQuery array{'limit'?: int, 'cursor'?: string}
 * @phpstan-type CreateTemplateBody array{'name': string, 'body': string}
 * @phpstan-type UpdateTemplateBody array{'name'?: string, 'body'?: string}
 * @phpstan-type AccountToken array{'token_id': string, 'name': string, 'expires_at': string|null}
 * @phpstan-type AccountLimits array{'requests_per_second': int|null, 'requests_per_minute': int|null, 'messages_per_minute': int|null}
 * @phpstan-type Account array{'account_id': string, 'name': string, 'credits': int, 'test': bool, 'created_at': string, 'scopes': list<string>, 'token': AccountToken, 'limits': AccountLimits, 'account_sid': string}
 * @phpstan-type PriceQuoteNextTier array{'from': int, 'rate_micros': int, 'more_messages': int, 'net_micros': int}
 * @phpstan-type PriceQuoteTiersItem array{'from': int, 'rate_micros': int}
 * @phpstan-type PriceQuote array{'messages': int, 'segments': int, 'credits': int, 'currency': string, 'vat_percent': int, 'rate_micros': int, 'per_message_micros': int, 'net_micros': int, 'vat_micros': int, 'gross_micros': int, 'next_tier': PriceQuoteNextTier|null, 'tiers': list<PriceQuoteTiersItem>}
 * @phpstan-type GetPricingQuery array{'messages': int, 'segments'?: int}
 * @phpstan-type TokenPreviousSecret array{'masked': string, 'ends_at': string}
 * @phpstan-type Token array{'token_id': string, 'name': string, 'mode': 'live'|'test', 'scopes': list<'send'|'read'|'manage'>, 'masked': string, 'cidrs': list<string>, 'daily_limit': int|null, 'spent_today': int|null, 'created_at': string, 'expires_at': string|null, 'last_used_at': string|null, 'last_used_address': string|null, 'requests_24h': int, 'rotated_at': string|null, 'previous_secret': TokenPreviousSecret|null, 'revoked_at': string|null}
 * @phpstan-type ListTokensAnswer array{'data': list<Token>}
 * @phpstan-type FreshTokenPreviousSecret array{'masked': string, 'ends_at': string}
 * @phpstan-type FreshToken array{'token_id': string, 'name': string, 'mode': 'live'|'test', 'scopes': list<'send'|'read'|'manage'>, 'masked': string, 'cidrs': list<string>, 'daily_limit': int|null, 'spent_today': int|null, 'created_at': string, 'expires_at': string|null, 'last_used_at': string|null, 'last_used_address': string|null, 'requests_24h': int, 'rotated_at': string|null, 'previous_secret': FreshTokenPreviousSecret|null, 'revoked_at': string|null, 'token': string}
 * @phpstan-type CreateTokenBody array{'name': string, 'mode': 'live'|'test', 'scopes'?: list<'send'|'read'|'manage'>, 'expires_at'?: string|null, 'cidrs'?: list<string>|null, 'daily_limit'?: int|null}
 * @phpstan-type UpdateTokenBody array{'daily_limit'?: int|null}
 * @phpstan-type RotateTokenBody array{'grace_hours'?: int}
 * @phpstan-type GetHealthAnswerParts array{'database'?: 'ok'|'failed', 'migrations'?: 'ok'|'failed', 'disk'?: 'ok'|'low'|'failed', 'worker'?: 'ok'|'late', 'carrier'?: 'ok'|'in_trouble', 'replica'?: 'ok'|'late'|'away', 'backup'?: 'ok'|'late'}
 * @phpstan-type GetHealthAnswer array{'status': 'ok'|'degraded'|'unavailable', 'version': string, 'parts': GetHealthAnswerParts}
 * @phpstan-type GetLivenessAnswer array{'status': 'ok'}
 * @phpstan-type GetReadinessAnswerChecks array{'database': 'ok', 'migrations': 'ok', 'disk': 'ok'|'low', 'worker': 'ok'|'late', 'carrier': 'ok'|'in_trouble', 'replica'?: 'ok'|'late'|'away', 'backup'?: 'ok'|'late'}
 * @phpstan-type GetReadinessAnswer array{'status': 'ok', 'checks': GetReadinessAnswerChecks}
 * @phpstan-type SmsDeliveredEvent array{'event': 'sms.delivered', 'message_id': string, 'to': string, 'delivered_at': string, 'operator': string|null, 'segments': int, 'id': string, 'timestamp': string, 'from': string, 'status': 'delivered', 'reason': mixed|null, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'idempotency_key': string|null, 'test': bool, 'operator_source': 'carrier'|'range'|null}
 * @phpstan-type SmsFailedEvent array{'event': 'sms.failed', 'message_id': string, 'to': string, 'failed_at': string, 'operator': string|null, 'segments': int, 'id': string, 'timestamp': string, 'from': string, 'status': 'failed', 'reason': string|null, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'idempotency_key': string|null, 'test': bool, 'operator_source': 'carrier'|'range'|null}
 * @phpstan-type SmsExpiredEvent array{'event': 'sms.expired', 'message_id': string, 'to': string, 'expired_at': string, 'operator': string|null, 'segments': int, 'id': string, 'timestamp': string, 'from': string, 'status': 'expired', 'reason': string|null, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'idempotency_key': string|null, 'test': bool, 'operator_source': 'carrier'|'range'|null}
 * @phpstan-type SmsBouncedEvent array{'event': 'sms.bounced', 'message_id': string, 'to': string, 'bounced_at': string, 'operator': string|null, 'segments': int, 'id': string, 'timestamp': string, 'from': string, 'status': 'bounced', 'reason': string|null, 'client_ref': string|null, 'metadata': array<string, mixed>|null, 'idempotency_key': string|null, 'test': bool, 'operator_source': 'carrier'|'range'|null}
 * @phpstan-type SmsReceivedEvent array{'event': 'sms.received', 'message_id': string, 'to': string, 'received_at': string, 'id': string, 'timestamp': string, 'from': string, 'body': string, 'keyword': 'opt_out'|'opt_in'|'help'|null, 'in_reply_to': string|null, 'test': bool}
 * @phpstan-type CampaignFinishedEventCredits array{'charged': int, 'refunded': int, 'reserved': int}
 * @phpstan-type CampaignFinishedEvent array{'event': 'campaign.finished', 'campaign_id': string, 'name': string, 'status': 'finished'|'cancelled', 'ended_at': string, 'people': int, 'statuses': array<string, int>, 'opted_out': int, 'not_sent': int, 'credits': CampaignFinishedEventCredits, 'id': string, 'timestamp': string, 'test': bool}
 * @phpstan-type VerificationApprovedEvent array{'event': 'verification.approved', 'verification_id': string, 'approved_at': string, 'id': string, 'timestamp': string, 'status': 'approved', 'client_ref': string|null, 'test': bool}
 * @phpstan-type VerificationExpiredEvent array{'event': 'verification.expired', 'verification_id': string, 'expired_at': string, 'id': string, 'timestamp': string, 'status': 'expired', 'client_ref': string|null, 'test': bool}
 * @phpstan-type BalanceLowEvent array{'event': 'balance.low', 'balance': int, 'threshold': int|null, 'threshold_days': int|null, 'since': string, 'id': string, 'timestamp': string, 'topup_url': string, 'test': bool}
 * @phpstan-type CarrierAlarmEvent array{'event': 'carrier.alarm', 'carrier': string|null, 'alarm': string, 'since': string, 'id': string, 'timestamp': string, 'status': 'open'|'resolved', 'summary': string}
 */
final class Operations
{
    /** Method, path, whether it takes the header Idempotency-Key, whether it is a list that goes on at next_cursor. */
    public const ALL = [
        // Send a message.
        'sendMessage' => ['POST', '/api/sms', true, false],
        // List messages.
        'listMessages' => ['GET', '/api/sms', false, true],
        // Send up to 10,000 messages.
        'sendBatch' => ['POST', '/api/sms/batch', false, false],
        // Get a message with its history.
        'getMessage' => ['GET', '/api/sms/{message_id}', false, false],
        // Reschedule a message.
        'rescheduleMessage' => ['PATCH', '/api/sms/{message_id}', false, false],
        // Cancel a message.
        'cancelMessage' => ['DELETE', '/api/sms/{message_id}', false, false],
        // Start a verification.
        'startVerification' => ['POST', '/api/verifications', true, false],
        // List verifications.
        'listVerifications' => ['GET', '/api/verifications', false, true],
        // Check a code.
        'checkVerification' => ['POST', '/api/verifications/{verification_id}/check', false, false],
        // Check a code by number.
        'checkNumber' => ['POST', '/api/verifications/check', false, false],
        // Retrieve a verification.
        'getVerification' => ['GET', '/api/verifications/{verification_id}', false, false],
        // Cancel a verification.
        'cancelVerification' => ['DELETE', '/api/verifications/{verification_id}', false, false],
        // Create and start a campaign.
        'createCampaign' => ['POST', '/api/campaigns', true, false],
        // List campaigns.
        'listCampaigns' => ['GET', '/api/campaigns', false, true],
        // Get a campaign and its progress.
        'getCampaign' => ['GET', '/api/campaigns/{campaign_id}', false, false],
        // Change a campaign.
        'updateCampaign' => ['PATCH', '/api/campaigns/{campaign_id}', false, false],
        // Delete a draft.
        'deleteCampaign' => ['DELETE', '/api/campaigns/{campaign_id}', false, false],
        // Upload the recipients of a draft.
        'uploadRecipients' => ['POST', '/api/campaigns/{campaign_id}/recipients', false, false],
        // List the recipients of a campaign.
        'listRecipients' => ['GET', '/api/campaigns/{campaign_id}/recipients', false, true],
        // Start a draft.
        'startCampaign' => ['POST', '/api/campaigns/{campaign_id}/start', false, false],
        // Pause a campaign.
        'pauseCampaign' => ['POST', '/api/campaigns/{campaign_id}/pause', false, false],
        // Resume a campaign.
        'resumeCampaign' => ['POST', '/api/campaigns/{campaign_id}/resume', false, false],
        // Cancel a campaign.
        'cancelCampaign' => ['POST', '/api/campaigns/{campaign_id}/cancel', false, false],
        // List webhook endpoints.
        'listWebhookEndpoints' => ['GET', '/api/webhook-endpoints', false, false],
        // Add a webhook endpoint.
        'createWebhookEndpoint' => ['POST', '/api/webhook-endpoints', false, false],
        // Get a webhook endpoint.
        'getWebhookEndpoint' => ['GET', '/api/webhook-endpoints/{endpoint_id}', false, false],
        // Change, enable, or disable a webhook endpoint.
        'updateWebhookEndpoint' => ['PATCH', '/api/webhook-endpoints/{endpoint_id}', false, false],
        // Delete a webhook endpoint.
        'deleteWebhookEndpoint' => ['DELETE', '/api/webhook-endpoints/{endpoint_id}', false, false],
        // Rotate the secret of a webhook endpoint.
        'rotateWebhookSecret' => ['POST', '/api/webhook-endpoints/{endpoint_id}/rotate', false, false],
        // Send a test event.
        'sendTestEvent' => ['POST', '/api/webhook-endpoints/{endpoint_id}/test', false, false],
        // List an endpoint's deliveries.
        'listDeliveries' => ['GET', '/api/webhook-endpoints/{endpoint_id}/deliveries', false, true],
        // Export an endpoint's deliveries.
        'exportDeliveries' => ['GET', '/api/webhook-endpoints/{endpoint_id}/deliveries.csv', false, false],
        // Get a delivery with every attempt.
        'getDelivery' => ['GET', '/api/webhook-endpoints/{endpoint_id}/deliveries/{event_id}', false, false],
        // Replay events.
        'replayDeliveries' => ['POST', '/api/webhook-endpoints/{endpoint_id}/replay', false, false],
        // Follow a replay.
        'getReplay' => ['GET', '/api/webhook-endpoints/{endpoint_id}/replay/{replay_id}', false, false],
        // List received messages.
        'listInbound' => ['GET', '/api/inbound', false, true],
        // Get a received message.
        'getInbound' => ['GET', '/api/inbound/{message_id}', false, false],
        // List opt-outs.
        'listOptOuts' => ['GET', '/api/opt-outs', false, true],
        // Add an opt-out.
        'addOptOut' => ['POST', '/api/opt-outs', false, false],
        // Import opt-outs.
        'importOptOuts' => ['POST', '/api/opt-outs/import', false, false],
        // Export opt-outs.
        'exportOptOuts' => ['GET', '/api/opt-outs.csv', false, false],
        // Remove an opt-out.
        'removeOptOut' => ['DELETE', '/api/opt-outs/{number}', false, false],
        // Look up a number.
        'lookUpNumber' => ['GET', '/api/numbers/{number}', false, false],
        // Look up to 100 numbers.
        'lookUpNumbers' => ['POST', '/api/numbers', false, false],
        // List contacts.
        'listContacts' => ['GET', '/api/contacts', false, true],
        // Save a contact.
        'saveContact' => ['POST', '/api/contacts', false, false],
        // Get a contact.
        'getContact' => ['GET', '/api/contacts/{contact_id}', false, false],
        // Change a contact.
        'updateContact' => ['PATCH', '/api/contacts/{contact_id}', false, false],
        // Delete a contact.
        'deleteContact' => ['DELETE', '/api/contacts/{contact_id}', false, false],
        // List groups.
        'listGroups' => ['GET', '/api/groups', false, true],
        // Create a group.
        'createGroup' => ['POST', '/api/groups', false, false],
        // Rename a group.
        'renameGroup' => ['PATCH', '/api/groups/{group_id}', false, false],
        // Delete a group.
        'deleteGroup' => ['DELETE', '/api/groups/{group_id}', false, false],
        // Add contacts to a group.
        'addMembers' => ['POST', '/api/groups/{group_id}/contacts', false, false],
        // Remove a contact from a group.
        'removeMember' => ['DELETE', '/api/groups/{group_id}/contacts/{contact_id}', false, false],
        // List templates.
        'listTemplates' => ['GET', '/api/templates', false, true],
        // Create a template.
        'createTemplate' => ['POST', '/api/templates', false, false],
        // Get a template.
        'getTemplate' => ['GET', '/api/templates/{template_id}', false, false],
        // Change a template.
        'updateTemplate' => ['PATCH', '/api/templates/{template_id}', false, false],
        // Delete a template.
        'deleteTemplate' => ['DELETE', '/api/templates/{template_id}', false, false],
        // Get the account of this token.
        'getAccount' => ['GET', '/api/account', false, false],
        // Price a month's messages.
        'getPricing' => ['GET', '/api/pricing', false, false],
        // List tokens.
        'listTokens' => ['GET', '/api/tokens', false, false],
        // Create a token.
        'createToken' => ['POST', '/api/tokens', false, false],
        // Get a token.
        'getToken' => ['GET', '/api/tokens/{token_id}', false, false],
        // Change the spend limit of a token.
        'updateToken' => ['PATCH', '/api/tokens/{token_id}', false, false],
        // Revoke a token.
        'revokeToken' => ['DELETE', '/api/tokens/{token_id}', false, false],
        // Rotate the secret of a token.
        'rotateToken' => ['POST', '/api/tokens/{token_id}/rotate', false, false],
        // Get version and health.
        'getHealth' => ['GET', '/api/health', false, false],
        // Check liveness.
        'getLiveness' => ['GET', '/api/health/live', false, false],
        // Check readiness.
        'getReadiness' => ['GET', '/api/health/ready', false, false],
    ];
}
