#!/usr/bin/env bash
curl -sS --fail-with-body --max-time 60 http://localhost:3000/api/campaigns \
  -H "Authorization: Bearer $ACTIO_TOKEN" -H "Content-Type: application/json" \
  -d '{"name": "May sale", "from": "YourBrand", "body": "Hi {{first_name|there}}, our sale ends on Sunday.",
    "recipients": [
      {"to": "48732129000", "variables": {"first_name": "Ada"}},
      {"to": "48221234567", "variables": {"first_name": "Jan"}}]}'
