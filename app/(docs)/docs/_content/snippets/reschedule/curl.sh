#!/usr/bin/env bash
# Moves a scheduled message to two hours from now and prints it. 409 means that it has left.
at=$(date -u -d '+2 hours' +%Y-%m-%dT%H:%M:%SZ) # macOS: date -u -v+2H …

curl -sS --fail-with-body -X PATCH \
  http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"scheduled_at": "'"$at"'"}'
