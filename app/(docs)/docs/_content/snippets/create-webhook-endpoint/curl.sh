#!/usr/bin/env bash
# Adds a webhook endpoint and prints it with its secret; the exit code is 22 when it is refused.
# Takes a token with the scope manage.
curl -sS --fail-with-body http://localhost:3000/api/webhook-endpoints \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{
    "url": "https://example.com/hooks/sms",
    "events": ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"]
  }'
