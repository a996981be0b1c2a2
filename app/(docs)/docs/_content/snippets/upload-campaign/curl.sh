#!/usr/bin/env bash
printf 'Phone,First name\n48732129000,Ada\n48732129001,Jan\n' |
  curl -sS --fail-with-body --max-time 600 --data-binary @- \
    -H "Authorization: Bearer $ACTIO_TOKEN" -H "Content-Type: text/csv" \
    "http://localhost:3000/api/campaigns/cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA/recipients?file_name=customers.csv" &&
  curl -sS --fail-with-body --max-time 60 --retry 20 --retry-delay 1 --retry-all-errors -X POST \
    -H "Authorization: Bearer $ACTIO_TOKEN" http://localhost:3000/api/campaigns/cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA/start
