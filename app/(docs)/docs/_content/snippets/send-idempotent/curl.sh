#!/usr/bin/env bash
# Sends one SMS exactly once, however often the network fails in between.
key=$(cat /proc/sys/kernel/random/uuid) # macOS: uuidgen

# curl tries again after timeouts, lost connections, 429 and 5xx, and waits as Retry-After says.
answer=$(curl -sS -w '\n%{http_code}' http://localhost:3000/api/sms \
  --max-time 10 --retry 5 --retry-all-errors \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $key" \
  -d '{
    "from": "YourBrand",
    "to": "48732129000",
    "body": "Your parcel is on its way."
  }')

# 401, 402 and 422 say in "detail" what to correct.
echo "${answer%$'\n'*}"
[ "${answer##*$'\n'}" = 200 ]
