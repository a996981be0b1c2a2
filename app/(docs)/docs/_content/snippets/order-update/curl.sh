#!/usr/bin/env bash
# Tells a customer that an order is on its way, once, and prints the answer.
order=1042
# Made and stored together with the change of the order's state, so that a second run sends nothing.
key=${SMS_KEY:-$(cat /proc/sys/kernel/random/uuid)}

# curl tries again after timeouts, lost connections, 429 and 5xx, and waits as Retry-After says.
answer=$(curl -sS -w '\n%{http_code}' http://localhost:3000/api/sms \
  --max-time 10 --retry 5 --retry-all-errors \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $key" \
  -d '{
    "from": "YourBrand",
    "to": "48732129000",
    "body": "Order '$order' is on its way. Delivery: tomorrow, 9:00-12:00.",
    "client_ref": "order-'$order'",
    "validity": 43200
  }')

# 401, 402 and 422 say in "detail" what to correct.
echo "${answer%$'\n'*}"
[ "${answer##*$'\n'}" = 200 ]
