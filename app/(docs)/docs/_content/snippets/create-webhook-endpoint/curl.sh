#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/webhook-endpoints \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"url": "https://example.com/hooks/sms",
    "events": ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"]}'
