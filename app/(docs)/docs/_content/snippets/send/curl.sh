#!/usr/bin/env bash
# Sends one SMS and prints the answer.
for attempt in 1 2 3; do
  answer=$(curl -sS -w '\n%{http_code} %header{retry-after}' http://localhost:3000/api/sms \
    -H "Authorization: Bearer $ACTIO_TOKEN" \
    -H "Content-Type: application/json" \
    -d '{
      "from": "YourBrand",
      "to": "48732129000",
      "body": "Your login code: 482910"
    }')
  read -r status wait <<<"${answer##*$'\n'}"
  [ "$status" = 429 ] || break
  sleep "${wait:-1}"
done

echo "${answer%$'\n'*}"
case $status in
  200) exit 0 ;;
  401) echo "The token is not valid: check ACTIO_TOKEN." >&2 ;;
  402) echo "Not enough credits: top up, then send again." >&2 ;;
  422) echo "Correct what the answer names, then send again." >&2 ;;
  429) echo "Still over the rate limit: try again later." >&2 ;;
  *) echo "Not sent: HTTP status $status." >&2 ;;
esac
exit 1
