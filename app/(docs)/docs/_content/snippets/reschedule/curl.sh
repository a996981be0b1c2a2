#!/usr/bin/env bash
at=$(date -u -d '+2 hours' +%FT%TZ 2>/dev/null || date -u -v+2H +%FT%TZ)
curl -sS --fail-with-body --max-time 30 -X PATCH \
  http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"scheduled_at": "'"$at"'"}'
