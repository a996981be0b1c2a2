#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 -X POST \
  http://localhost:3000/api/webhook-endpoints/whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA/test \
  -H "Authorization: Bearer $ACTIO_TOKEN"
