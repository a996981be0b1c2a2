#!/usr/bin/env bash
# Prints all messages of the last day, newest first, one page after the other.
since=$(date -u -d '-1 day' +%Y-%m-%dT%H:%M:%SZ) # macOS: date -u -v-1d …
cursor=

while :; do
  page=$(curl -sS --fail-with-body -G http://localhost:3000/api/sms \
    -H "Authorization: Bearer $ACTIO_TOKEN" \
    --data-urlencode "since=$since" \
    --data-urlencode "limit=100" \
    ${cursor:+--data-urlencode "cursor=$cursor"}) || { echo "$page" >&2; exit 1; }
  echo "$page"
  cursor=$(sed -n 's/.*"next_cursor":"\([^"]*\)".*/\1/p' <<<"$page")
  [ -n "$cursor" ] || break
done
