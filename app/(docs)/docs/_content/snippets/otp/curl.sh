#!/usr/bin/env bash
code=$(printf '%06d' $(($(od -An -N4 -tu4 /dev/urandom) % 1000000)))
key=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)
curl -sS --max-time 10 --retry 2 --retry-all-errors http://localhost:3000/api/sms \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $key" \
  -d '{"from": "YourBrand", "to": "48732129000", "validity": 600,
    "body": "Your login code: '"$code"'"}'
