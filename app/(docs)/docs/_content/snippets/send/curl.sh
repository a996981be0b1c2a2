#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/sms \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"from": "YourBrand", "to": "48732129000", "body": "Your login code: 482910"}'
