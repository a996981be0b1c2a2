#!/usr/bin/env bash
# Sends a login code that is valid for ten minutes and prints the response.
send_code() {
  local answer key otp
  otp=$(printf '%06d' $(($(od -An -N4 -tu4 /dev/urandom) % 1000000)))
  key=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)

  # curl retries after timeouts, lost connections, 429, and 5xx, and waits as Retry-After says.
  answer=$(curl -sS -w '\n%{http_code}' http://localhost:3000/api/sms \
    --max-time 10 --retry 2 --retry-all-errors \
    -H "Authorization: Bearer $ACTIO_TOKEN" \
    -H "Content-Type: application/json" \
    -H "Idempotency-Key: $key" \
    -d '{
      "from": "YourBrand",
      "to": "48732129000",
      "body": "Your login code: '"$otp"'",
      "validity": 600
    }')

  # After 401, 402, and 422, "detail" names what to fix.
  printf '%s\n' "${answer%$'\n'*}"
  [ "${answer##*$'\n'}" = 200 ]
}

send_code
