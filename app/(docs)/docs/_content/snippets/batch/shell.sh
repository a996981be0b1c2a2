#!/usr/bin/env bash
# Sends several messages in one request. "data" has one entry for each: a message_id, or what is wrong.
new_key() { uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid; }

send_batch() {
  local answer attempt body code wait
  body='{"messages": [
    {"from": "YourBrand", "to": "48732129000", "body": "We open at 9:00 tomorrow.", "idempotency_key": "'"$(new_key)"'"},
    {"from": "YourBrand", "to": "48732129001", "body": "We open at 9:00 tomorrow.", "idempotency_key": "'"$(new_key)"'"},
    {"from": "YourBrand", "to": "12", "body": "We open at 9:00 tomorrow.", "idempotency_key": "'"$(new_key)"'"}
  ]}'
  for attempt in 1 2 3; do
    answer=$(curl -sS --max-time 60 -w '\n%{http_code} %header{retry-after}' \
      http://localhost:3000/api/sms/batch \
      -H "Authorization: Bearer $ACTIO_TOKEN" \
      -H "Content-Type: application/json" \
      -d "$body")
    read -r code wait <<<"${answer##*$'\n'}"
    [ "$code" = 429 ] || break
    sleep "${wait:-1}"
  done

  # 401, 402, and 422 concern the whole request and say in "detail" what to correct.
  printf '%s\n' "${answer%$'\n'*}"
  [ "$code" = 200 ]
}

send_batch
