#!/usr/bin/env bash
key=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)
curl -sS --max-time 10 --retry 5 --retry-all-errors http://localhost:3000/api/sms \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $key" \
  -d '{"from": "YourBrand", "to": "48732129000", "body": "Your parcel is on its way."}'
