#!/usr/bin/env bash
at=$(date -u -d '+1 hour' +%FT%TZ 2>/dev/null || date -u -v+1H +%FT%TZ)
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/sms \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"from": "YourBrand", "to": "48732129000", "scheduled_at": "'"$at"'",
    "body": "Your appointment is tomorrow at 9:00."}'
