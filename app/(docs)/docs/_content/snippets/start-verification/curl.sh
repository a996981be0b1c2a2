#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/verifications \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"to": "48732129000", "from": "YourBrand", "webotp_domain": "example.com"}'
