#!/usr/bin/env bash
# Sends one SMS and prints the response. Waits and retries after a 429.
send_sms() {
  local answer attempt code wait
  for attempt in 1 2 3; do
    answer=$(curl -sS --max-time 30 -w '\n%{http_code} %header{retry-after}' \
      http://localhost:3000/api/sms \
      -H "Authorization: Bearer $ACTIO_TOKEN" \
      -H "Content-Type: application/json" \
      -d '{
        "from": "YourBrand",
        "to": "48732129000",
        "body": "Your login code: 482910"
      }')
    read -r code wait <<<"${answer##*$'\n'}"
    [ "$code" = 429 ] || break
    sleep "${wait:-1}"
  done

  printf '%s\n' "${answer%$'\n'*}"
  case $code in
    200) return 0 ;;
    401) echo "The token is not valid. Check ACTIO_TOKEN." >&2 ;;
    402) echo "Not enough credits. Top up, then retry." >&2 ;;
    422) echo "Fix the fields that the response names, then retry." >&2 ;;
    429) echo "Still over the rate limit. Retry later." >&2 ;;
    *) echo "Not sent. HTTP status: $code" >&2 ;;
  esac
  return 1
}

send_sms
