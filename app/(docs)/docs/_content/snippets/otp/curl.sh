#!/usr/bin/env bash
# Sends a login code that is good for ten minutes and prints the answer.
code=$(printf '%06d' $(($(od -An -N4 -tu4 /dev/urandom) % 1000000)))
key=$(cat /proc/sys/kernel/random/uuid) # macOS: uuidgen

# curl tries again after timeouts, lost connections, 429 and 5xx, and waits as Retry-After says.
answer=$(curl -sS -w '\n%{http_code}' http://localhost:3000/api/sms \
  --max-time 10 --retry 2 --retry-all-errors \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $key" \
  -d '{
    "from": "YourBrand",
    "to": "48732129000",
    "body": "Your login code: '"$code"'",
    "validity": 600
  }')

# 401, 402 and 422 say in "detail" what to correct.
echo "${answer%$'\n'*}"
[ "${answer##*$'\n'}" = 200 ]
