#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 -X DELETE \
  http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA \
  -H "Authorization: Bearer $ACTIO_TOKEN"
