#!/usr/bin/env bash
# Sends one SMS an hour from now and prints the response.
schedule_sms() {
  local answer at attempt code wait
  at=$(date -u -d '+1 hour' +%FT%TZ 2>/dev/null || date -u -v+1H +%FT%TZ)
  for attempt in 1 2 3; do
    answer=$(curl -sS --max-time 30 -w '\n%{http_code} %header{retry-after}' \
      http://localhost:3000/api/sms \
      -H "Authorization: Bearer $ACTIO_TOKEN" \
      -H "Content-Type: application/json" \
      -d '{
        "from": "YourBrand",
        "to": "48732129000",
        "body": "Your appointment is tomorrow at 9:00.",
        "scheduled_at": "'"$at"'"
      }')
    read -r code wait <<<"${answer##*$'\n'}"
    [ "$code" = 429 ] || break
    sleep "${wait:-1}"
  done

  # After 401, 402, and 422, "detail" names what to fix.
  printf '%s\n' "${answer%$'\n'*}"
  [ "$code" = 200 ]
}

schedule_sms
