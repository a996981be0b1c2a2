#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 \
  http://localhost:3000/api/verifications/ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA/check \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"code": "123456"}'
