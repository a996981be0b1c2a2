#!/usr/bin/env bash
key=${SMS_KEY:-$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)}
curl -sS --max-time 10 --retry 5 --retry-all-errors http://localhost:3000/api/sms \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $key" \
  -d '{"from": "YourBrand", "to": "48732129000", "client_ref": "order-1042", "validity": 43200,
    "body": "Order 1042 is on its way. Delivery: tomorrow, 9:00-12:00."}'
