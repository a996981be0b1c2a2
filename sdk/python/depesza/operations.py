# Made from the OpenAPI document by `npm run sdk`. Do not edit.
from typing import Dict, NamedTuple


class Operation(NamedTuple):
    method: str
    path: str
    #: Whether it takes the header Idempotency-Key.
    keyed: bool
    #: Whether it is a list that goes on at next_cursor.
    paged: bool


#: Every call of the API by its ID in the OpenAPI document.
OPERATIONS: Dict[str, Operation] = {
    # Send a message.
    "sendMessage": Operation("POST", "/api/sms", True, False),
    # List messages.
    "listMessages": Operation("GET", "/api/sms", False, True),
    # Send up to 10,000 messages.
    "sendBatch": Operation("POST", "/api/sms/batch", False, False),
    # Get a message with its history.
    "getMessage": Operation("GET", "/api/sms/{message_id}", False, False),
    # Reschedule a message.
    "rescheduleMessage": Operation("PATCH", "/api/sms/{message_id}", False, False),
    # Cancel a message.
    "cancelMessage": Operation("DELETE", "/api/sms/{message_id}", False, False),
    # Start a verification.
    "startVerification": Operation("POST", "/api/verifications", True, False),
    # List verifications.
    "listVerifications": Operation("GET", "/api/verifications", False, True),
    # Check a code.
    "checkVerification": Operation("POST", "/api/verifications/{verification_id}/check", False, False),
    # Check a code by number.
    "checkNumber": Operation("POST", "/api/verifications/check", False, False),
    # Retrieve a verification.
    "getVerification": Operation("GET", "/api/verifications/{verification_id}", False, False),
    # Cancel a verification.
    "cancelVerification": Operation("DELETE", "/api/verifications/{verification_id}", False, False),
    # Create and start a campaign.
    "createCampaign": Operation("POST", "/api/campaigns", True, False),
    # List campaigns.
    "listCampaigns": Operation("GET", "/api/campaigns", False, True),
    # Get a campaign and its progress.
    "getCampaign": Operation("GET", "/api/campaigns/{campaign_id}", False, False),
    # Change a campaign.
    "updateCampaign": Operation("PATCH", "/api/campaigns/{campaign_id}", False, False),
    # Delete a draft.
    "deleteCampaign": Operation("DELETE", "/api/campaigns/{campaign_id}", False, False),
    # Upload the recipients of a draft.
    "uploadRecipients": Operation("POST", "/api/campaigns/{campaign_id}/recipients", False, False),
    # List the recipients of a campaign.
    "listRecipients": Operation("GET", "/api/campaigns/{campaign_id}/recipients", False, True),
    # Start a draft.
    "startCampaign": Operation("POST", "/api/campaigns/{campaign_id}/start", False, False),
    # Pause a campaign.
    "pauseCampaign": Operation("POST", "/api/campaigns/{campaign_id}/pause", False, False),
    # Resume a campaign.
    "resumeCampaign": Operation("POST", "/api/campaigns/{campaign_id}/resume", False, False),
    # Cancel a campaign.
    "cancelCampaign": Operation("POST", "/api/campaigns/{campaign_id}/cancel", False, False),
    # List webhook endpoints.
    "listWebhookEndpoints": Operation("GET", "/api/webhook-endpoints", False, False),
    # Add a webhook endpoint.
    "createWebhookEndpoint": Operation("POST", "/api/webhook-endpoints", False, False),
    # Get a webhook endpoint.
    "getWebhookEndpoint": Operation("GET", "/api/webhook-endpoints/{endpoint_id}", False, False),
    # Change, enable, or disable a webhook endpoint.
    "updateWebhookEndpoint": Operation("PATCH", "/api/webhook-endpoints/{endpoint_id}", False, False),
    # Delete a webhook endpoint.
    "deleteWebhookEndpoint": Operation("DELETE", "/api/webhook-endpoints/{endpoint_id}", False, False),
    # Rotate the secret of a webhook endpoint.
    "rotateWebhookSecret": Operation("POST", "/api/webhook-endpoints/{endpoint_id}/rotate", False, False),
    # Send a test event.
    "sendTestEvent": Operation("POST", "/api/webhook-endpoints/{endpoint_id}/test", False, False),
    # List an endpoint's deliveries.
    "listDeliveries": Operation("GET", "/api/webhook-endpoints/{endpoint_id}/deliveries", False, True),
    # Export an endpoint's deliveries.
    "exportDeliveries": Operation("GET", "/api/webhook-endpoints/{endpoint_id}/deliveries.csv", False, False),
    # Get a delivery with every attempt.
    "getDelivery": Operation("GET", "/api/webhook-endpoints/{endpoint_id}/deliveries/{event_id}", False, False),
    # Replay events.
    "replayDeliveries": Operation("POST", "/api/webhook-endpoints/{endpoint_id}/replay", False, False),
    # Follow a replay.
    "getReplay": Operation("GET", "/api/webhook-endpoints/{endpoint_id}/replay/{replay_id}", False, False),
    # List received messages.
    "listInbound": Operation("GET", "/api/inbound", False, True),
    # Get a received message.
    "getInbound": Operation("GET", "/api/inbound/{message_id}", False, False),
    # List opt-outs.
    "listOptOuts": Operation("GET", "/api/opt-outs", False, True),
    # Add an opt-out.
    "addOptOut": Operation("POST", "/api/opt-outs", False, False),
    # Import opt-outs.
    "importOptOuts": Operation("POST", "/api/opt-outs/import", False, False),
    # Export opt-outs.
    "exportOptOuts": Operation("GET", "/api/opt-outs.csv", False, False),
    # Remove an opt-out.
    "removeOptOut": Operation("DELETE", "/api/opt-outs/{number}", False, False),
    # Look up a number.
    "lookUpNumber": Operation("GET", "/api/numbers/{number}", False, False),
    # Look up to 100 numbers.
    "lookUpNumbers": Operation("POST", "/api/numbers", False, False),
    # List contacts.
    "listContacts": Operation("GET", "/api/contacts", False, True),
    # Save a contact.
    "saveContact": Operation("POST", "/api/contacts", False, False),
    # Get a contact.
    "getContact": Operation("GET", "/api/contacts/{contact_id}", False, False),
    # Change a contact.
    "updateContact": Operation("PATCH", "/api/contacts/{contact_id}", False, False),
    # Delete a contact.
    "deleteContact": Operation("DELETE", "/api/contacts/{contact_id}", False, False),
    # List groups.
    "listGroups": Operation("GET", "/api/groups", False, True),
    # Create a group.
    "createGroup": Operation("POST", "/api/groups", False, False),
    # Rename a group.
    "renameGroup": Operation("PATCH", "/api/groups/{group_id}", False, False),
    # Delete a group.
    "deleteGroup": Operation("DELETE", "/api/groups/{group_id}", False, False),
    # Add contacts to a group.
    "addMembers": Operation("POST", "/api/groups/{group_id}/contacts", False, False),
    # Remove a contact from a group.
    "removeMember": Operation("DELETE", "/api/groups/{group_id}/contacts/{contact_id}", False, False),
    # List templates.
    "listTemplates": Operation("GET", "/api/templates", False, True),
    # Create a template.
    "createTemplate": Operation("POST", "/api/templates", False, False),
    # Get a template.
    "getTemplate": Operation("GET", "/api/templates/{template_id}", False, False),
    # Change a template.
    "updateTemplate": Operation("PATCH", "/api/templates/{template_id}", False, False),
    # Delete a template.
    "deleteTemplate": Operation("DELETE", "/api/templates/{template_id}", False, False),
    # Get the account of this token.
    "getAccount": Operation("GET", "/api/account", False, False),
    # Price a month's messages.
    "getPricing": Operation("GET", "/api/pricing", False, False),
    # List tokens.
    "listTokens": Operation("GET", "/api/tokens", False, False),
    # Create a token.
    "createToken": Operation("POST", "/api/tokens", False, False),
    # Get a token.
    "getToken": Operation("GET", "/api/tokens/{token_id}", False, False),
    # Change the spend limit of a token.
    "updateToken": Operation("PATCH", "/api/tokens/{token_id}", False, False),
    # Revoke a token.
    "revokeToken": Operation("DELETE", "/api/tokens/{token_id}", False, False),
    # Rotate the secret of a token.
    "rotateToken": Operation("POST", "/api/tokens/{token_id}/rotate", False, False),
    # Get version and health.
    "getHealth": Operation("GET", "/api/health", False, False),
    # Check liveness.
    "getLiveness": Operation("GET", "/api/health/live", False, False),
    # Check readiness.
    "getReadiness": Operation("GET", "/api/health/ready", False, False),
}
