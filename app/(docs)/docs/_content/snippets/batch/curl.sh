#!/usr/bin/env bash
# Sends several messages in one call. "data" has a line for each: a message_id, or what was wrong.
for attempt in 1 2 3; do
  answer=$(curl -sS -w '\n%{http_code} %header{retry-after}' http://localhost:3000/api/sms/batch \
    -H "Authorization: Bearer $ACTIO_TOKEN" \
    -H "Content-Type: application/json" \
    -d '{
      "messages": [
        {"from": "YourBrand", "to": "48732129000", "body": "We open at 9:00 tomorrow."},
        {"from": "YourBrand", "to": "48732129001", "body": "We open at 9:00 tomorrow."},
        {"from": "YourBrand", "to": "12", "body": "We open at 9:00 tomorrow."}
      ]
    }')
  read -r status wait <<<"${answer##*$'\n'}"
  [ "$status" = 429 ] || break
  sleep "${wait:-1}"
done

# 401, 402 and 422 concern the whole call and say in "detail" what to correct.
echo "${answer%$'\n'*}"
[ "$status" = 200 ]
