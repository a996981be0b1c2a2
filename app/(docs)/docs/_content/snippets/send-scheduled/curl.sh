#!/usr/bin/env bash
# Sends one SMS an hour from now and prints the answer.
at=$(date -u -d '+1 hour' +%Y-%m-%dT%H:%M:%SZ) # macOS: date -u -v+1H …

for attempt in 1 2 3; do
  answer=$(curl -sS -w '\n%{http_code} %header{retry-after}' http://localhost:3000/api/sms \
    -H "Authorization: Bearer $ACTIO_TOKEN" \
    -H "Content-Type: application/json" \
    -d '{
      "from": "YourBrand",
      "to": "48732129000",
      "body": "Your appointment is tomorrow at 9:00.",
      "scheduled_at": "'"$at"'"
    }')
  read -r status wait <<<"${answer##*$'\n'}"
  [ "$status" = 429 ] || break
  sleep "${wait:-1}"
done

# 401, 402 and 422 say in "detail" what to correct.
echo "${answer%$'\n'*}"
[ "$status" = 200 ]
