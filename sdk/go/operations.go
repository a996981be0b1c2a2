// Code generated from the OpenAPI document by npm run sdk. DO NOT EDIT.

package depesza

type operation struct {
	method, path string
	// keyed is whether it takes the header Idempotency-Key.
	keyed bool
	// paged is whether it is a list that goes on at next_cursor.
	paged bool
}

// operations has every call of the API by its ID in the OpenAPI document.
var operations = map[string]operation{
	// Send a message.
	"sendMessage": {"POST", "/api/sms", true, false},
	// List messages.
	"listMessages": {"GET", "/api/sms", false, true},
	// Send up to 10,000 messages.
	"sendBatch": {"POST", "/api/sms/batch", false, false},
	// Get a message with its history.
	"getMessage": {"GET", "/api/sms/{message_id}", false, false},
	// Reschedule a message.
	"rescheduleMessage": {"PATCH", "/api/sms/{message_id}", false, false},
	// Cancel a message.
	"cancelMessage": {"DELETE", "/api/sms/{message_id}", false, false},
	// Start a verification.
	"startVerification": {"POST", "/api/verifications", true, false},
	// List verifications.
	"listVerifications": {"GET", "/api/verifications", false, true},
	// Check a code.
	"checkVerification": {"POST", "/api/verifications/{verification_id}/check", false, false},
	// Check a code by number.
	"checkNumber": {"POST", "/api/verifications/check", false, false},
	// Retrieve a verification.
	"getVerification": {"GET", "/api/verifications/{verification_id}", false, false},
	// Cancel a verification.
	"cancelVerification": {"DELETE", "/api/verifications/{verification_id}", false, false},
	// Create and start a campaign.
	"createCampaign": {"POST", "/api/campaigns", true, false},
	// List campaigns.
	"listCampaigns": {"GET", "/api/campaigns", false, true},
	// Get a campaign and its progress.
	"getCampaign": {"GET", "/api/campaigns/{campaign_id}", false, false},
	// Change a campaign.
	"updateCampaign": {"PATCH", "/api/campaigns/{campaign_id}", false, false},
	// Delete a draft.
	"deleteCampaign": {"DELETE", "/api/campaigns/{campaign_id}", false, false},
	// Upload the recipients of a draft.
	"uploadRecipients": {"POST", "/api/campaigns/{campaign_id}/recipients", false, false},
	// List the recipients of a campaign.
	"listRecipients": {"GET", "/api/campaigns/{campaign_id}/recipients", false, true},
	// Start a draft.
	"startCampaign": {"POST", "/api/campaigns/{campaign_id}/start", false, false},
	// Pause a campaign.
	"pauseCampaign": {"POST", "/api/campaigns/{campaign_id}/pause", false, false},
	// Resume a campaign.
	"resumeCampaign": {"POST", "/api/campaigns/{campaign_id}/resume", false, false},
	// Cancel a campaign.
	"cancelCampaign": {"POST", "/api/campaigns/{campaign_id}/cancel", false, false},
	// List webhook endpoints.
	"listWebhookEndpoints": {"GET", "/api/webhook-endpoints", false, false},
	// Add a webhook endpoint.
	"createWebhookEndpoint": {"POST", "/api/webhook-endpoints", false, false},
	// Get a webhook endpoint.
	"getWebhookEndpoint": {"GET", "/api/webhook-endpoints/{endpoint_id}", false, false},
	// Change, enable, or disable a webhook endpoint.
	"updateWebhookEndpoint": {"PATCH", "/api/webhook-endpoints/{endpoint_id}", false, false},
	// Delete a webhook endpoint.
	"deleteWebhookEndpoint": {"DELETE", "/api/webhook-endpoints/{endpoint_id}", false, false},
	// Rotate the secret of a webhook endpoint.
	"rotateWebhookSecret": {"POST", "/api/webhook-endpoints/{endpoint_id}/rotate", false, false},
	// Send a test event.
	"sendTestEvent": {"POST", "/api/webhook-endpoints/{endpoint_id}/test", false, false},
	// List an endpoint's deliveries.
	"listDeliveries": {"GET", "/api/webhook-endpoints/{endpoint_id}/deliveries", false, true},
	// Export an endpoint's deliveries.
	"exportDeliveries": {"GET", "/api/webhook-endpoints/{endpoint_id}/deliveries.csv", false, false},
	// Get a delivery with every attempt.
	"getDelivery": {"GET", "/api/webhook-endpoints/{endpoint_id}/deliveries/{event_id}", false, false},
	// Replay events.
	"replayDeliveries": {"POST", "/api/webhook-endpoints/{endpoint_id}/replay", false, false},
	// Follow a replay.
	"getReplay": {"GET", "/api/webhook-endpoints/{endpoint_id}/replay/{replay_id}", false, false},
	// List received messages.
	"listInbound": {"GET", "/api/inbound", false, true},
	// Get a received message.
	"getInbound": {"GET", "/api/inbound/{message_id}", false, false},
	// List opt-outs.
	"listOptOuts": {"GET", "/api/opt-outs", false, true},
	// Add an opt-out.
	"addOptOut": {"POST", "/api/opt-outs", false, false},
	// Import opt-outs.
	"importOptOuts": {"POST", "/api/opt-outs/import", false, false},
	// Export opt-outs.
	"exportOptOuts": {"GET", "/api/opt-outs.csv", false, false},
	// Remove an opt-out.
	"removeOptOut": {"DELETE", "/api/opt-outs/{number}", false, false},
	// Look up a number.
	"lookUpNumber": {"GET", "/api/numbers/{number}", false, false},
	// Look up to 100 numbers.
	"lookUpNumbers": {"POST", "/api/numbers", false, false},
	// List contacts.
	"listContacts": {"GET", "/api/contacts", false, true},
	// Save a contact.
	"saveContact": {"POST", "/api/contacts", false, false},
	// Get a contact.
	"getContact": {"GET", "/api/contacts/{contact_id}", false, false},
	// Change a contact.
	"updateContact": {"PATCH", "/api/contacts/{contact_id}", false, false},
	// Delete a contact.
	"deleteContact": {"DELETE", "/api/contacts/{contact_id}", false, false},
	// List groups.
	"listGroups": {"GET", "/api/groups", false, true},
	// Create a group.
	"createGroup": {"POST", "/api/groups", false, false},
	// Rename a group.
	"renameGroup": {"PATCH", "/api/groups/{group_id}", false, false},
	// Delete a group.
	"deleteGroup": {"DELETE", "/api/groups/{group_id}", false, false},
	// Add contacts to a group.
	"addMembers": {"POST", "/api/groups/{group_id}/contacts", false, false},
	// Remove a contact from a group.
	"removeMember": {"DELETE", "/api/groups/{group_id}/contacts/{contact_id}", false, false},
	// List templates.
	"listTemplates": {"GET", "/api/templates", false, true},
	// Create a template.
	"createTemplate": {"POST", "/api/templates", false, false},
	// Get a template.
	"getTemplate": {"GET", "/api/templates/{template_id}", false, false},
	// Change a template.
	"updateTemplate": {"PATCH", "/api/templates/{template_id}", false, false},
	// Delete a template.
	"deleteTemplate": {"DELETE", "/api/templates/{template_id}", false, false},
	// Get the account of this token.
	"getAccount": {"GET", "/api/account", false, false},
	// Price a month's messages.
	"getPricing": {"GET", "/api/pricing", false, false},
	// List tokens.
	"listTokens": {"GET", "/api/tokens", false, false},
	// Create a token.
	"createToken": {"POST", "/api/tokens", false, false},
	// Get a token.
	"getToken": {"GET", "/api/tokens/{token_id}", false, false},
	// Change the spend limit of a token.
	"updateToken": {"PATCH", "/api/tokens/{token_id}", false, false},
	// Revoke a token.
	"revokeToken": {"DELETE", "/api/tokens/{token_id}", false, false},
	// Rotate the secret of a token.
	"rotateToken": {"POST", "/api/tokens/{token_id}/rotate", false, false},
	// Get version and health.
	"getHealth": {"GET", "/api/health", false, false},
	// Check liveness.
	"getLiveness": {"GET", "/api/health/live", false, false},
	// Check readiness.
	"getReadiness": {"GET", "/api/health/ready", false, false},
}
