#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/opt-outs \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"number": "48732129000", "reason": "Asked by phone"}'
