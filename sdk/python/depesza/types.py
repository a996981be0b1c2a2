# Made from the OpenAPI document by `npm run sdk`. Do not edit.
from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

AcceptedMessage = TypedDict(
    "AcceptedMessage",
    {
        "message_id": "Optional[str]",
        "status": "Literal['queued', 'scheduled', 'dry_run']",
        "from": "str",
        "to": "str",
        "segments": "int",
        "encoding": "Literal['GSM-7', 'UCS-2']",
        "credits": "int",
        "scheduled_at": "Optional[str]",
        "created_at": "str",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "test": "bool",
        "store_body": "bool",
    },
    total=False,
)

NewMessage = TypedDict(
    "NewMessage",
    {
        "from": "str",
        "to": "str",
        "body": "Optional[str]",
        "scheduled_at": "Optional[str]",
        "idempotency_key": "Optional[str]",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "validity": "Optional[int]",
        "store_body": "Optional[bool]",
        "dry_run": "Optional[bool]",
        "template_id": "Optional[str]",
        "variables": "Optional[Dict[str, str]]",
    },
    total=False,
)

Message = TypedDict(
    "Message",
    {
        "message_id": "str",
        "status": "Literal['scheduled', 'queued', 'sending', 'sent', 'unknown', 'delivered', 'failed', 'expired', 'bounced', 'cancelled']",
        "from": "str",
        "to": "str",
        "body": "str",
        "segments": "int",
        "encoding": "Literal['GSM-7', 'UCS-2']",
        "credits": "int",
        "scheduled_at": "Optional[str]",
        "created_at": "str",
        "sent_at": "Optional[str]",
        "ended_at": "Optional[str]",
        "valid_until": "str",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "idempotency_key": "Optional[str]",
        "wait_reason": "Optional[str]",
        "reason": "Optional[str]",
        "carrier": "Optional[str]",
        "carrier_code": "Optional[str]",
        "operator": "Optional[str]",
        "operator_source": "Optional[Literal['carrier', 'range']]",
        "source": "Literal['api', 'panel']",
        "campaign_id": "Optional[str]",
        "verification_id": "Optional[str]",
        "test": "bool",
        "webhook_state": "Literal['none', 'waiting', 'done', 'failed']",
        "store_body": "bool",
        "body_erased_at": "Optional[str]",
    },
    total=False,
)

ListMessagesAnswer = TypedDict(
    "ListMessagesAnswer",
    {
        "data": "List[Message]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListMessagesQuery = TypedDict(
    "ListMessagesQuery",
    {
        "status": "List[Literal['scheduled', 'queued', 'sending', 'sent', 'unknown', 'delivered', 'failed', 'expired', 'bounced', 'cancelled']]",
        "to": "str",
        "from": "str",
        "q": "str",
        "client_ref": "str",
        "campaign_id": "str",
        "metadata": "Dict[str, str]",
        "since": "str",
        "until": "str",
        "test": "Literal['true', 'false']",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

AcceptedBatchItem = TypedDict(
    "AcceptedBatchItem",
    {
        "index": "int",
        "message_id": "Optional[str]",
        "status": "Literal['queued', 'scheduled', 'dry_run']",
        "segments": "int",
        "credits": "int",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "replayed": "Literal[True]",
    },
    total=False,
)

RejectedBatchItem = TypedDict(
    "RejectedBatchItem",
    {
        "index": "int",
        "code": "Literal['invalid_json', 'unauthorized', 'insufficient_credits', 'spend_limit_reached', 'forbidden', 'not_found', 'method_not_allowed', 'conflict', 'payload_too_large', 'unsupported_media_type', 'invalid_request', 'opted_out', 'sender_not_approved', 'idempotency_mismatch', 'rate_limited', 'internal', 'unavailable']",
        "detail": "str",
        "errors": "Dict[str, List[str]]",
        "required": "int",
        "available": "int",
    },
    total=False,
)

SendBatchAnswer = TypedDict(
    "SendBatchAnswer",
    {
        "accepted": "int",
        "rejected": "int",
        "data": "List[Union[AcceptedBatchItem, RejectedBatchItem]]",
    },
    total=False,
)

SendBatchBody = TypedDict(
    "SendBatchBody",
    {
        "messages": "List[NewMessage]",
    },
    total=False,
)

MessageDetailEventsItem = TypedDict(
    "MessageDetailEventsItem",
    {
        "type": "str",
        "at": "str",
        "source": "str",
        "reason": "Optional[str]",
        "carrier_code": "Optional[str]",
        "operator": "Optional[str]",
    },
    total=False,
)

MessageDetail = TypedDict(
    "MessageDetail",
    {
        "message_id": "str",
        "status": "Literal['scheduled', 'queued', 'sending', 'sent', 'unknown', 'delivered', 'failed', 'expired', 'bounced', 'cancelled']",
        "from": "str",
        "to": "str",
        "body": "str",
        "segments": "int",
        "encoding": "Literal['GSM-7', 'UCS-2']",
        "credits": "int",
        "scheduled_at": "Optional[str]",
        "created_at": "str",
        "sent_at": "Optional[str]",
        "ended_at": "Optional[str]",
        "valid_until": "str",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "idempotency_key": "Optional[str]",
        "wait_reason": "Optional[str]",
        "reason": "Optional[str]",
        "carrier": "Optional[str]",
        "carrier_code": "Optional[str]",
        "operator": "Optional[str]",
        "operator_source": "Optional[Literal['carrier', 'range']]",
        "source": "Literal['api', 'panel']",
        "campaign_id": "Optional[str]",
        "verification_id": "Optional[str]",
        "test": "bool",
        "webhook_state": "Literal['none', 'waiting', 'done', 'failed']",
        "store_body": "bool",
        "body_erased_at": "Optional[str]",
        "events": "List[MessageDetailEventsItem]",
    },
    total=False,
)

RescheduleMessageBody = TypedDict(
    "RescheduleMessageBody",
    {
        "scheduled_at": "str",
    },
    total=False,
)

Verification = TypedDict(
    "Verification",
    {
        "verification_id": "str",
        "status": "Literal['pending', 'approved', 'expired', 'max_attempts', 'cancelled']",
        "to": "str",
        "created_at": "str",
        "expires_at": "str",
        "ended_at": "Optional[str]",
        "attempts_left": "int",
        "sends": "int",
        "message_id": "Optional[str]",
        "client_ref": "Optional[str]",
        "test": "bool",
    },
    total=False,
)

StartVerificationBody = TypedDict(
    "StartVerificationBody",
    {
        "to": "str",
        "from": "Optional[str]",
        "template": "Optional[str]",
        "language": "Optional[Literal['en', 'pl']]",
        "code_length": "Optional[int]",
        "ttl": "Optional[int]",
        "webotp_domain": "Optional[str]",
        "client_ref": "Optional[str]",
        "idempotency_key": "Optional[str]",
    },
    total=False,
)

ListVerificationsAnswer = TypedDict(
    "ListVerificationsAnswer",
    {
        "data": "List[Verification]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListVerificationsQuery = TypedDict(
    "ListVerificationsQuery",
    {
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

VerificationCheck = TypedDict(
    "VerificationCheck",
    {
        "status": "Literal['approved', 'pending', 'expired', 'max_attempts']",
    },
    total=False,
)

CheckVerificationBody = TypedDict(
    "CheckVerificationBody",
    {
        "code": "str",
    },
    total=False,
)

CheckNumberBody = TypedDict(
    "CheckNumberBody",
    {
        "to": "str",
        "code": "str",
    },
    total=False,
)

CreateCampaignAnswerCounts = TypedDict(
    "CreateCampaignAnswerCounts",
    {
        "rows": "int",
        "valid": "int",
        "empty": "int",
        "invalid": "int",
        "landline": "int",
        "duplicate": "int",
        "opted_out": "int",
        "missing_variable": "int",
        "too_long": "int",
    },
    total=False,
)

CreateCampaignAnswerRejectedItem = TypedDict(
    "CreateCampaignAnswerRejectedItem",
    {
        "row": "int",
        "to": "str",
        "code": "Literal['unchecked', 'ready', 'empty', 'invalid', 'landline', 'duplicate', 'opted_out', 'missing_variable', 'too_long']",
        "errors": "List[str]",
    },
    total=False,
)

CreateCampaignAnswer = TypedDict(
    "CreateCampaignAnswer",
    {
        "campaign_id": "Optional[str]",
        "status": "Literal['draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled', 'dry_run']",
        "counts": "CreateCampaignAnswerCounts",
        "segments": "int",
        "credits": "int",
        "rejected": "List[CreateCampaignAnswerRejectedItem]",
    },
    total=False,
)

NewCampaignQuietHours = TypedDict(
    "NewCampaignQuietHours",
    {
        "from": "str",
        "until": "str",
    },
    total=False,
)

NewCampaignRecipientsItem = TypedDict(
    "NewCampaignRecipientsItem",
    {
        "to": "str",
        "variables": "Dict[str, Optional[Union[str, float]]]",
        "client_ref": "Optional[str]",
    },
    total=False,
)

NewCampaign = TypedDict(
    "NewCampaign",
    {
        "name": "str",
        "from": "str",
        "body": "str",
        "default_country": "Optional[str]",
        "rate": "Optional[int]",
        "quiet_hours": "Optional[NewCampaignQuietHours]",
        "scheduled_at": "Optional[str]",
        "store_body": "Optional[bool]",
        "idempotency_key": "Optional[str]",
        "template_id": "Optional[str]",
        "recipients": "Optional[List[NewCampaignRecipientsItem]]",
        "group_id": "Optional[str]",
        "dry_run": "Optional[bool]",
        "start": "Optional[bool]",
    },
    total=False,
)

CampaignQuietHours = TypedDict(
    "CampaignQuietHours",
    {
        "from": "str",
        "until": "str",
    },
    total=False,
)

CampaignSummaryCounts = TypedDict(
    "CampaignSummaryCounts",
    {
        "rows": "int",
        "valid": "int",
        "empty": "int",
        "invalid": "int",
        "landline": "int",
        "duplicate": "int",
        "opted_out": "int",
        "missing_variable": "int",
        "too_long": "int",
    },
    total=False,
)

CampaignSummarySegmentsItem = TypedDict(
    "CampaignSummarySegmentsItem",
    {
        "segments": "int",
        "people": "int",
    },
    total=False,
)

CampaignSummaryCausesItem = TypedDict(
    "CampaignSummaryCausesItem",
    {
        "character": "str",
        "variable": "Optional[str]",
        "people": "int",
        "segments": "int",
    },
    total=False,
)

CampaignSummarySamplesItem = TypedDict(
    "CampaignSummarySamplesItem",
    {
        "row": "int",
        "to": "str",
        "body": "str",
        "segments": "int",
        "credits": "int",
    },
    total=False,
)

CampaignSummary = TypedDict(
    "CampaignSummary",
    {
        "counts": "CampaignSummaryCounts",
        "segments": "List[CampaignSummarySegmentsItem]",
        "causes": "List[CampaignSummaryCausesItem]",
        "credits": "int",
        "samples": "List[CampaignSummarySamplesItem]",
    },
    total=False,
)

CampaignProgress = TypedDict(
    "CampaignProgress",
    {
        "people": "int",
        "waiting": "int",
        "statuses": "Dict[str, int]",
        "opted_out": "int",
        "not_sent": "int",
        "submitted": "int",
        "messages_per_second": "float",
        "seconds_left": "Optional[int]",
    },
    total=False,
)

CampaignCredits = TypedDict(
    "CampaignCredits",
    {
        "reserved": "int",
        "charged": "int",
        "refunded": "int",
    },
    total=False,
)

Campaign = TypedDict(
    "Campaign",
    {
        "campaign_id": "str",
        "name": "str",
        "status": "Literal['draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled']",
        "test": "bool",
        "from": "str",
        "body": "str",
        "store_body": "bool",
        "body_erased_at": "Optional[str]",
        "columns": "List[str]",
        "mapping": "List[Optional[str]]",
        "default_country": "Optional[str]",
        "file_name": "Optional[str]",
        "rows": "int",
        "scheduled_at": "Optional[str]",
        "rate": "Optional[int]",
        "quiet_hours": "Optional[CampaignQuietHours]",
        "is_checked": "bool",
        "summary": "Optional[CampaignSummary]",
        "progress": "Optional[CampaignProgress]",
        "credits": "CampaignCredits",
        "wait_reason": "Optional[Literal['quiet_hours', 'account']]",
        "wait_until": "Optional[str]",
        "wait_countries": "List[str]",
        "created_at": "str",
        "started_at": "Optional[str]",
        "paused_at": "Optional[str]",
        "ended_at": "Optional[str]",
    },
    total=False,
)

ListCampaignsAnswer = TypedDict(
    "ListCampaignsAnswer",
    {
        "data": "List[Campaign]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListCampaignsQuery = TypedDict(
    "ListCampaignsQuery",
    {
        "status": "Literal['draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled']",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

UpdateCampaignBodyQuietHours = TypedDict(
    "UpdateCampaignBodyQuietHours",
    {
        "from": "str",
        "until": "str",
    },
    total=False,
)

UpdateCampaignBody = TypedDict(
    "UpdateCampaignBody",
    {
        "name": "str",
        "from": "str",
        "body": "str",
        "default_country": "Optional[str]",
        "rate": "Optional[int]",
        "quiet_hours": "Optional[UpdateCampaignBodyQuietHours]",
        "scheduled_at": "Optional[str]",
        "store_body": "Optional[bool]",
        "mapping": "List[Optional[str]]",
        "template_id": "Optional[str]",
    },
    total=False,
)

UploadRecipientsQuery = TypedDict(
    "UploadRecipientsQuery",
    {
        "file_name": "str",
    },
    total=False,
)

ListRecipientsAnswerDataItem = TypedDict(
    "ListRecipientsAnswerDataItem",
    {
        "row": "int",
        "cells": "List[str]",
        "to": "Optional[str]",
        "country": "Optional[str]",
        "state": "Literal['unchecked', 'ready', 'empty', 'invalid', 'landline', 'duplicate', 'opted_out', 'missing_variable', 'too_long']",
        "detail": "Optional[str]",
        "segments": "int",
        "credits": "int",
        "client_ref": "Optional[str]",
        "message_id": "Optional[str]",
        "status": "Optional[Literal['waiting', 'opted_out', 'not_sent', 'scheduled', 'queued', 'sending', 'sent', 'unknown', 'delivered', 'failed', 'expired', 'bounced', 'cancelled']]",
        "reason": "Optional[str]",
    },
    total=False,
)

ListRecipientsAnswer = TypedDict(
    "ListRecipientsAnswer",
    {
        "data": "List[ListRecipientsAnswerDataItem]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListRecipientsQuery = TypedDict(
    "ListRecipientsQuery",
    {
        "state": "Literal['unchecked', 'ready', 'empty', 'invalid', 'landline', 'duplicate', 'opted_out', 'missing_variable', 'too_long']",
        "status": "Literal['waiting', 'opted_out', 'not_sent', 'scheduled', 'queued', 'sending', 'sent', 'unknown', 'delivered', 'failed', 'expired', 'bounced', 'cancelled']",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

WebhookEndpoint = TypedDict(
    "WebhookEndpoint",
    {
        "id": "str",
        "url": "str",
        "description": "Optional[str]",
        "events": "List[Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']]",
        "test": "bool",
        "enabled": "bool",
        "disabled_reason": "Optional[Literal['manual', 'gone', 'failing']]",
        "disabled_at": "Optional[str]",
        "failing_since": "Optional[str]",
        "previous_secret_until": "Optional[str]",
        "created_at": "str",
    },
    total=False,
)

ListWebhookEndpointsAnswer = TypedDict(
    "ListWebhookEndpointsAnswer",
    {
        "data": "List[WebhookEndpoint]",
    },
    total=False,
)

WebhookEndpointWithSecret = TypedDict(
    "WebhookEndpointWithSecret",
    {
        "id": "str",
        "url": "str",
        "description": "Optional[str]",
        "events": "List[Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']]",
        "test": "bool",
        "enabled": "bool",
        "disabled_reason": "Optional[Literal['manual', 'gone', 'failing']]",
        "disabled_at": "Optional[str]",
        "failing_since": "Optional[str]",
        "previous_secret_until": "Optional[str]",
        "created_at": "str",
        "secret": "str",
    },
    total=False,
)

CreateWebhookEndpointBody = TypedDict(
    "CreateWebhookEndpointBody",
    {
        "url": "str",
        "events": "List[Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']]",
        "description": "Optional[str]",
    },
    total=False,
)

UpdateWebhookEndpointBody = TypedDict(
    "UpdateWebhookEndpointBody",
    {
        "url": "str",
        "events": "List[Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']]",
        "description": "Optional[str]",
        "enabled": "bool",
    },
    total=False,
)

WebhookExchangeRequest = TypedDict(
    "WebhookExchangeRequest",
    {
        "url": "str",
        "headers": "Dict[str, str]",
        "body": "str",
    },
    total=False,
)

WebhookExchange = TypedDict(
    "WebhookExchange",
    {
        "at": "str",
        "duration_ms": "int",
        "request": "WebhookExchangeRequest",
        "status": "Optional[int]",
        "error": "Optional[str]",
        "answer": "Optional[str]",
    },
    total=False,
)

SendTestEventBody = TypedDict(
    "SendTestEventBody",
    {
        "event": "Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']",
    },
    total=False,
)

WebhookDelivery = TypedDict(
    "WebhookDelivery",
    {
        "event_id": "str",
        "endpoint_id": "str",
        "message_id": "Optional[str]",
        "event": "Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']",
        "status": "Literal['pending', 'delivered', 'failed']",
        "reason": "Optional[Literal['exhausted', 'endpoint_disabled', 'endpoint_deleted']]",
        "attempts": "int",
        "last_status": "Optional[int]",
        "last_error": "Optional[str]",
        "next_attempt_at": "Optional[str]",
        "wait_reason": "Optional[Literal['endpoint_failing']]",
        "created_at": "str",
        "ended_at": "Optional[str]",
    },
    total=False,
)

ListDeliveriesAnswer = TypedDict(
    "ListDeliveriesAnswer",
    {
        "data": "List[WebhookDelivery]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListDeliveriesQuery = TypedDict(
    "ListDeliveriesQuery",
    {
        "status": "Literal['pending', 'delivered', 'failed']",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

WebhookDeliveryDetailTriesItem = TypedDict(
    "WebhookDeliveryDetailTriesItem",
    {
        "at": "str",
        "duration_ms": "int",
        "url": "str",
        "request_headers": "Dict[str, str]",
        "status": "Optional[int]",
        "error": "Optional[str]",
        "answer": "Optional[str]",
        "next_attempt_at": "Optional[str]",
    },
    total=False,
)

WebhookDeliveryDetail = TypedDict(
    "WebhookDeliveryDetail",
    {
        "event_id": "str",
        "endpoint_id": "str",
        "message_id": "Optional[str]",
        "event": "Literal['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced', 'sms.received', 'campaign.finished', 'verification.approved', 'verification.expired', 'balance.low', 'carrier.alarm']",
        "status": "Literal['pending', 'delivered', 'failed']",
        "reason": "Optional[Literal['exhausted', 'endpoint_disabled', 'endpoint_deleted']]",
        "attempts": "int",
        "last_status": "Optional[int]",
        "last_error": "Optional[str]",
        "next_attempt_at": "Optional[str]",
        "wait_reason": "Optional[Literal['endpoint_failing']]",
        "created_at": "str",
        "ended_at": "Optional[str]",
        "url": "str",
        "body": "Optional[str]",
        "tries": "List[WebhookDeliveryDetailTriesItem]",
    },
    total=False,
)

WebhookReplay = TypedDict(
    "WebhookReplay",
    {
        "replay_id": "Optional[str]",
        "count": "int",
        "dry_run": "bool",
    },
    total=False,
)

ReplayDeliveriesBody = TypedDict(
    "ReplayDeliveriesBody",
    {
        "event_id": "str",
        "failed_since": "str",
        "missing_since": "str",
        "dry_run": "bool",
    },
    total=False,
)

WebhookReplayProgress = TypedDict(
    "WebhookReplayProgress",
    {
        "replay_id": "str",
        "total": "int",
        "pending": "int",
        "delivered": "int",
        "failed": "int",
    },
    total=False,
)

InboundMessage = TypedDict(
    "InboundMessage",
    {
        "message_id": "str",
        "from": "str",
        "to": "str",
        "body": "str",
        "keyword": "Optional[Literal['opt_out', 'opt_in', 'help']]",
        "in_reply_to": "Optional[str]",
        "carrier": "str",
        "sent_at": "str",
        "received_at": "str",
        "test": "bool",
        "body_erased_at": "Optional[str]",
    },
    total=False,
)

ListInboundAnswer = TypedDict(
    "ListInboundAnswer",
    {
        "data": "List[InboundMessage]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListInboundQuery = TypedDict(
    "ListInboundQuery",
    {
        "from": "str",
        "to": "str",
        "since": "str",
        "until": "str",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

OptOut = TypedDict(
    "OptOut",
    {
        "number": "str",
        "sender": "Optional[str]",
        "reason": "str",
        "source": "Literal['keyword', 'panel', 'api', 'import', 'carrier']",
        "created_at": "str",
    },
    total=False,
)

ListOptOutsAnswer = TypedDict(
    "ListOptOutsAnswer",
    {
        "data": "List[OptOut]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListOptOutsQuery = TypedDict(
    "ListOptOutsQuery",
    {
        "number": "str",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

AddOptOutBody = TypedDict(
    "AddOptOutBody",
    {
        "number": "str",
        "sender": "Optional[str]",
        "reason": "Optional[str]",
    },
    total=False,
)

ImportOptOutsAnswerErrorsItem = TypedDict(
    "ImportOptOutsAnswerErrorsItem",
    {
        "index": "int",
        "detail": "str",
    },
    total=False,
)

ImportOptOutsAnswer = TypedDict(
    "ImportOptOutsAnswer",
    {
        "added": "int",
        "known": "int",
        "rejected": "int",
        "errors": "List[ImportOptOutsAnswerErrorsItem]",
    },
    total=False,
)

ImportOptOutsBody = TypedDict(
    "ImportOptOutsBody",
    {
        "opt_outs": "List[Any]",
    },
    total=False,
)

NumberLookupRangeHolder = TypedDict(
    "NumberLookupRangeHolder",
    {
        "name": "str",
        "source": "Literal['libphonenumber']",
    },
    total=False,
)

NumberLookup = TypedDict(
    "NumberLookup",
    {
        "input": "str",
        "number": "Optional[str]",
        "valid": "bool",
        "sendable": "bool",
        "type": "Optional[Literal['mobile', 'fixed_line', 'fixed_line_or_mobile', 'voip', 'toll_free', 'premium_rate', 'shared_cost', 'personal_number', 'pager', 'uan', 'voicemail', 'unknown']]",
        "country": "Optional[str]",
        "country_code": "Optional[str]",
        "international": "Optional[str]",
        "national": "Optional[str]",
        "range_holder": "Optional[NumberLookupRangeHolder]",
        "opted_out": "bool",
        "opted_out_senders": "List[str]",
        "problem": "Optional[Literal['no_country_code', 'ambiguous', 'no_mobile_digit', 'wrong_length', 'landline', 'no_such_country', 'spreadsheet', 'not_a_number']]",
        "detail": "Optional[str]",
        "suggestion": "Optional[str]",
    },
    total=False,
)

LookUpNumberQuery = TypedDict(
    "LookUpNumberQuery",
    {
        "country": "str",
    },
    total=False,
)

LookUpNumbersAnswer = TypedDict(
    "LookUpNumbersAnswer",
    {
        "data": "List[NumberLookup]",
    },
    total=False,
)

LookUpNumbersBody = TypedDict(
    "LookUpNumbersBody",
    {
        "numbers": "List[str]",
        "country": "Optional[str]",
    },
    total=False,
)

Contact = TypedDict(
    "Contact",
    {
        "contact_id": "str",
        "number": "str",
        "fields": "Dict[str, str]",
        "groups": "List[str]",
        "created_at": "str",
        "updated_at": "str",
    },
    total=False,
)

ListContactsAnswer = TypedDict(
    "ListContactsAnswer",
    {
        "data": "List[Contact]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListContactsQuery = TypedDict(
    "ListContactsQuery",
    {
        "q": "str",
        "group_id": "str",
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

SaveContactBody = TypedDict(
    "SaveContactBody",
    {
        "number": "str",
        "fields": "Dict[str, Optional[str]]",
        "groups": "List[str]",
    },
    total=False,
)

UpdateContactBody = TypedDict(
    "UpdateContactBody",
    {
        "number": "str",
        "fields": "Dict[str, Optional[str]]",
        "groups": "List[str]",
    },
    total=False,
)

Group = TypedDict(
    "Group",
    {
        "group_id": "str",
        "name": "str",
        "contacts": "int",
        "created_at": "str",
    },
    total=False,
)

ListGroupsAnswer = TypedDict(
    "ListGroupsAnswer",
    {
        "data": "List[Group]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListGroupsQuery = TypedDict(
    "ListGroupsQuery",
    {
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

CreateGroupBody = TypedDict(
    "CreateGroupBody",
    {
        "name": "str",
    },
    total=False,
)

RenameGroupBody = TypedDict(
    "RenameGroupBody",
    {
        "name": "str",
    },
    total=False,
)

AddMembersAnswer = TypedDict(
    "AddMembersAnswer",
    {
        "changed": "int",
        "unchanged": "int",
        "unknown": "int",
    },
    total=False,
)

AddMembersBody = TypedDict(
    "AddMembersBody",
    {
        "contact_ids": "List[str]",
    },
    total=False,
)

TemplateVariablesItem = TypedDict(
    "TemplateVariablesItem",
    {
        "name": "str",
        "required": "bool",
    },
    total=False,
)

Template = TypedDict(
    "Template",
    {
        "template_id": "str",
        "name": "str",
        "body": "str",
        "variables": "List[TemplateVariablesItem]",
        "created_at": "str",
        "updated_at": "str",
    },
    total=False,
)

ListTemplatesAnswer = TypedDict(
    "ListTemplatesAnswer",
    {
        "data": "List[Template]",
        "next_cursor": "Optional[str]",
    },
    total=False,
)

ListTemplatesQuery = TypedDict(
    "ListTemplatesQuery",
    {
        "limit": "int",
        "cursor": "str",
    },
    total=False,
)

CreateTemplateBody = TypedDict(
    "CreateTemplateBody",
    {
        "name": "str",
        "body": "str",
    },
    total=False,
)

UpdateTemplateBody = TypedDict(
    "UpdateTemplateBody",
    {
        "name": "str",
        "body": "str",
    },
    total=False,
)

AccountToken = TypedDict(
    "AccountToken",
    {
        "token_id": "str",
        "name": "str",
        "expires_at": "Optional[str]",
    },
    total=False,
)

AccountLimits = TypedDict(
    "AccountLimits",
    {
        "requests_per_second": "Optional[int]",
        "requests_per_minute": "Optional[int]",
        "messages_per_minute": "Optional[int]",
    },
    total=False,
)

Account = TypedDict(
    "Account",
    {
        "account_id": "str",
        "name": "str",
        "credits": "int",
        "test": "bool",
        "created_at": "str",
        "scopes": "List[str]",
        "token": "AccountToken",
        "limits": "AccountLimits",
        "account_sid": "str",
    },
    total=False,
)

PriceQuoteNextTier = TypedDict(
    "PriceQuoteNextTier",
    {
        "from": "int",
        "rate_micros": "int",
        "more_messages": "int",
        "net_micros": "int",
    },
    total=False,
)

PriceQuoteTiersItem = TypedDict(
    "PriceQuoteTiersItem",
    {
        "from": "int",
        "rate_micros": "int",
    },
    total=False,
)

PriceQuote = TypedDict(
    "PriceQuote",
    {
        "messages": "int",
        "segments": "int",
        "credits": "int",
        "currency": "str",
        "vat_percent": "int",
        "rate_micros": "int",
        "per_message_micros": "int",
        "net_micros": "int",
        "vat_micros": "int",
        "gross_micros": "int",
        "next_tier": "Optional[PriceQuoteNextTier]",
        "tiers": "List[PriceQuoteTiersItem]",
    },
    total=False,
)

GetPricingQuery = TypedDict(
    "GetPricingQuery",
    {
        "messages": "int",
        "segments": "int",
    },
    total=False,
)

TokenPreviousSecret = TypedDict(
    "TokenPreviousSecret",
    {
        "masked": "str",
        "ends_at": "str",
    },
    total=False,
)

Token = TypedDict(
    "Token",
    {
        "token_id": "str",
        "name": "str",
        "mode": "Literal['live', 'test']",
        "scopes": "List[Literal['send', 'read', 'manage']]",
        "masked": "str",
        "cidrs": "List[str]",
        "daily_limit": "Optional[int]",
        "spent_today": "Optional[int]",
        "created_at": "str",
        "expires_at": "Optional[str]",
        "last_used_at": "Optional[str]",
        "last_used_address": "Optional[str]",
        "requests_24h": "int",
        "rotated_at": "Optional[str]",
        "previous_secret": "Optional[TokenPreviousSecret]",
        "revoked_at": "Optional[str]",
    },
    total=False,
)

ListTokensAnswer = TypedDict(
    "ListTokensAnswer",
    {
        "data": "List[Token]",
    },
    total=False,
)

FreshTokenPreviousSecret = TypedDict(
    "FreshTokenPreviousSecret",
    {
        "masked": "str",
        "ends_at": "str",
    },
    total=False,
)

FreshToken = TypedDict(
    "FreshToken",
    {
        "token_id": "str",
        "name": "str",
        "mode": "Literal['live', 'test']",
        "scopes": "List[Literal['send', 'read', 'manage']]",
        "masked": "str",
        "cidrs": "List[str]",
        "daily_limit": "Optional[int]",
        "spent_today": "Optional[int]",
        "created_at": "str",
        "expires_at": "Optional[str]",
        "last_used_at": "Optional[str]",
        "last_used_address": "Optional[str]",
        "requests_24h": "int",
        "rotated_at": "Optional[str]",
        "previous_secret": "Optional[FreshTokenPreviousSecret]",
        "revoked_at": "Optional[str]",
        "token": "str",
    },
    total=False,
)

CreateTokenBody = TypedDict(
    "CreateTokenBody",
    {
        "name": "str",
        "mode": "Literal['live', 'test']",
        "scopes": "List[Literal['send', 'read', 'manage']]",
        "expires_at": "Optional[str]",
        "cidrs": "Optional[List[str]]",
        "daily_limit": "Optional[int]",
    },
    total=False,
)

UpdateTokenBody = TypedDict(
    "UpdateTokenBody",
    {
        "daily_limit": "Optional[int]",
    },
    total=False,
)

RotateTokenBody = TypedDict(
    "RotateTokenBody",
    {
        "grace_hours": "int",
    },
    total=False,
)

GetHealthAnswerParts = TypedDict(
    "GetHealthAnswerParts",
    {
        "database": "Union[Literal['ok'], Literal['failed']]",
        "migrations": "Union[Literal['ok'], Literal['failed']]",
        "disk": "Literal['ok', 'low', 'failed']",
        "worker": "Literal['ok', 'late']",
        "carrier": "Literal['ok', 'in_trouble']",
        "replica": "Literal['ok', 'late', 'away']",
        "backup": "Literal['ok', 'late']",
    },
    total=False,
)

GetHealthAnswer = TypedDict(
    "GetHealthAnswer",
    {
        "status": "Literal['ok', 'degraded', 'unavailable']",
        "version": "str",
        "parts": "GetHealthAnswerParts",
    },
    total=False,
)

GetLivenessAnswer = TypedDict(
    "GetLivenessAnswer",
    {
        "status": "Literal['ok']",
    },
    total=False,
)

GetReadinessAnswerChecks = TypedDict(
    "GetReadinessAnswerChecks",
    {
        "database": "Literal['ok']",
        "migrations": "Literal['ok']",
        "disk": "Literal['ok', 'low']",
        "worker": "Literal['ok', 'late']",
        "carrier": "Literal['ok', 'in_trouble']",
        "replica": "Literal['ok', 'late', 'away']",
        "backup": "Literal['ok', 'late']",
    },
    total=False,
)

GetReadinessAnswer = TypedDict(
    "GetReadinessAnswer",
    {
        "status": "Literal['ok']",
        "checks": "GetReadinessAnswerChecks",
    },
    total=False,
)

SmsDeliveredEvent = TypedDict(
    "SmsDeliveredEvent",
    {
        "event": "Literal['sms.delivered']",
        "message_id": "str",
        "to": "str",
        "delivered_at": "str",
        "operator": "Optional[str]",
        "segments": "int",
        "id": "str",
        "timestamp": "str",
        "from": "str",
        "status": "Literal['delivered']",
        "reason": "Optional[Any]",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "idempotency_key": "Optional[str]",
        "test": "bool",
        "operator_source": "Optional[Literal['carrier', 'range']]",
    },
    total=False,
)

SmsFailedEvent = TypedDict(
    "SmsFailedEvent",
    {
        "event": "Literal['sms.failed']",
        "message_id": "str",
        "to": "str",
        "failed_at": "str",
        "operator": "Optional[str]",
        "segments": "int",
        "id": "str",
        "timestamp": "str",
        "from": "str",
        "status": "Literal['failed']",
        "reason": "Optional[str]",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "idempotency_key": "Optional[str]",
        "test": "bool",
        "operator_source": "Optional[Literal['carrier', 'range']]",
    },
    total=False,
)

SmsExpiredEvent = TypedDict(
    "SmsExpiredEvent",
    {
        "event": "Literal['sms.expired']",
        "message_id": "str",
        "to": "str",
        "expired_at": "str",
        "operator": "Optional[str]",
        "segments": "int",
        "id": "str",
        "timestamp": "str",
        "from": "str",
        "status": "Literal['expired']",
        "reason": "Optional[str]",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "idempotency_key": "Optional[str]",
        "test": "bool",
        "operator_source": "Optional[Literal['carrier', 'range']]",
    },
    total=False,
)

SmsBouncedEvent = TypedDict(
    "SmsBouncedEvent",
    {
        "event": "Literal['sms.bounced']",
        "message_id": "str",
        "to": "str",
        "bounced_at": "str",
        "operator": "Optional[str]",
        "segments": "int",
        "id": "str",
        "timestamp": "str",
        "from": "str",
        "status": "Literal['bounced']",
        "reason": "Optional[str]",
        "client_ref": "Optional[str]",
        "metadata": "Optional[Dict[str, Any]]",
        "idempotency_key": "Optional[str]",
        "test": "bool",
        "operator_source": "Optional[Literal['carrier', 'range']]",
    },
    total=False,
)

SmsReceivedEvent = TypedDict(
    "SmsReceivedEvent",
    {
        "event": "Literal['sms.received']",
        "message_id": "str",
        "to": "str",
        "received_at": "str",
        "id": "str",
        "timestamp": "str",
        "from": "str",
        "body": "str",
        "keyword": "Optional[Literal['opt_out', 'opt_in', 'help']]",
        "in_reply_to": "Optional[str]",
        "test": "bool",
    },
    total=False,
)

CampaignFinishedEventCredits = TypedDict(
    "CampaignFinishedEventCredits",
    {
        "charged": "int",
        "refunded": "int",
        "reserved": "int",
    },
    total=False,
)

CampaignFinishedEvent = TypedDict(
    "CampaignFinishedEvent",
    {
        "event": "Literal['campaign.finished']",
        "campaign_id": "str",
        "name": "str",
        "status": "Literal['finished', 'cancelled']",
        "ended_at": "str",
        "people": "int",
        "statuses": "Dict[str, int]",
        "opted_out": "int",
        "not_sent": "int",
        "credits": "CampaignFinishedEventCredits",
        "id": "str",
        "timestamp": "str",
        "test": "bool",
    },
    total=False,
)

VerificationApprovedEvent = TypedDict(
    "VerificationApprovedEvent",
    {
        "event": "Literal['verification.approved']",
        "verification_id": "str",
        "approved_at": "str",
        "id": "str",
        "timestamp": "str",
        "status": "Literal['approved']",
        "client_ref": "Optional[str]",
        "test": "bool",
    },
    total=False,
)

VerificationExpiredEvent = TypedDict(
    "VerificationExpiredEvent",
    {
        "event": "Literal['verification.expired']",
        "verification_id": "str",
        "expired_at": "str",
        "id": "str",
        "timestamp": "str",
        "status": "Literal['expired']",
        "client_ref": "Optional[str]",
        "test": "bool",
    },
    total=False,
)

BalanceLowEvent = TypedDict(
    "BalanceLowEvent",
    {
        "event": "Literal['balance.low']",
        "balance": "int",
        "threshold": "Optional[int]",
        "threshold_days": "Optional[int]",
        "since": "str",
        "id": "str",
        "timestamp": "str",
        "topup_url": "str",
        "test": "bool",
    },
    total=False,
)

CarrierAlarmEvent = TypedDict(
    "CarrierAlarmEvent",
    {
        "event": "Literal['carrier.alarm']",
        "carrier": "Optional[str]",
        "alarm": "str",
        "since": "str",
        "id": "str",
        "timestamp": "str",
        "status": "Literal['open', 'resolved']",
        "summary": "str",
    },
    total=False,
)

#: The body of a webhook.
WebhookEvent = Union[SmsDeliveredEvent, SmsFailedEvent, SmsExpiredEvent, SmsBouncedEvent, SmsReceivedEvent, CampaignFinishedEvent, VerificationApprovedEvent, VerificationExpiredEvent, BalanceLowEvent, CarrierAlarmEvent]
