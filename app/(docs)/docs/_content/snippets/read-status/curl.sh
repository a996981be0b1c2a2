#!/usr/bin/env bash
# Prints a message with its history. An unknown id is 404 and exit code 22.
curl -sS --fail-with-body http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA \
  -H "Authorization: Bearer $ACTIO_TOKEN"
