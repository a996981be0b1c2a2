#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 30 -G http://localhost:3000/api/inbound \
  -H "Authorization: Bearer $ACTIO_TOKEN" \
  --data-urlencode "limit=20"
