#!/usr/bin/env bash
key() { uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid; }
curl -sS --fail-with-body --max-time 60 http://localhost:3000/api/sms/batch \
  -H "Authorization: Bearer $ACTIO_TOKEN" -H "Content-Type: application/json" \
  -d '{"messages": [
    {"idempotency_key": "'"$(key)"'", "from": "YourBrand", "to": "48732129000", "body": "We open at 9:00 tomorrow."},
    {"idempotency_key": "'"$(key)"'", "from": "YourBrand", "to": "48732129001", "body": "We open at 9:00 tomorrow."},
    {"idempotency_key": "'"$(key)"'", "from": "YourBrand", "to": "12", "body": "We open at 9:00 tomorrow."}]}'
