#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 http://localhost:3000/api/numbers \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"numbers": ["48732129000", "+48 22 123 45 67"]}'
