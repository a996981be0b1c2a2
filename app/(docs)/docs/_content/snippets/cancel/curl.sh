#!/usr/bin/env bash
# Cancels a scheduled message and prints it. 409 means that it has left; the exit code is 22 then.
curl -sS --fail-with-body -X DELETE \
  http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA \
  -H "Authorization: Bearer $ACTIO_TOKEN"
