# Adds a webhook endpoint and prints its id and secret.
# Takes a token with the scope manage.
import os
import sys

import requests

response = requests.post(
    "http://localhost:3000/api/webhook-endpoints",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={
        "url": "https://example.com/hooks/sms",
        "events": ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"],
    },
    timeout=30,
)
endpoint = response.json()
if not response.ok:
    # 422 says what is wrong with the address, 409 that there are ten endpoints.
    sys.exit(endpoint["detail"])

print(endpoint["id"], endpoint["secret"])
