#!/usr/bin/env bash
# Checks the signature of a webhook.
# Body on stdin, the three headers and the secret in the environment.
# For trying things out: a shell cannot compare in constant time.
verify() { # secret id timestamp signatures < body
  local key expected signature
  [ $(($(date +%s) - $3)) -le 300 ] && [ $(($3 - $(date +%s))) -le 300 ] || return 1
  key=$(printf %s "${1#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
  expected=$({ printf '%s.%s.' "$2" "$3"; cat; } |
    openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64 | tr -d '\n')
  for signature in $4; do
    [ "$signature" = "v1,$expected" ] && return 0
  done
  return 1
}

check_webhook() {
  if verify "$WEBHOOK_SECRET" "$WEBHOOK_ID" "$WEBHOOK_TIMESTAMP" "$WEBHOOK_SIGNATURE"; then
    echo "valid"
  else
    echo "not valid"
    return 1
  fi
}

check_webhook
