#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/contacts \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"number": "48732129000", "fields": {"first_name": "Ada"}}'
