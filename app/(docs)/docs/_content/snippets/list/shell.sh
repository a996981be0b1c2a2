#!/usr/bin/env bash
# Prints all messages of the last day, newest first, page by page.
list_messages() {
  local cursor='' page since
  since=$(date -u -d '-1 day' +%FT%TZ 2>/dev/null || date -u -v-1d +%FT%TZ)
  while :; do
    page=$(curl -sS --fail-with-body --max-time 30 -G http://localhost:3000/api/sms \
      -H "Authorization: Bearer $ACTIO_TOKEN" \
      --data-urlencode "since=$since" \
      --data-urlencode "limit=100" \
      ${cursor:+--data-urlencode "cursor=$cursor"}) || { printf '%s\n' "$page" >&2; return 1; }
    printf '%s\n' "$page"
    cursor=$(sed -n 's/.*"next_cursor":"\([^"]*\)".*/\1/p' <<<"$page")
    [ -n "$cursor" ] || break
  done
}

list_messages
