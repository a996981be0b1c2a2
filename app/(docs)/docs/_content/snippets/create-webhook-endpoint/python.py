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
    # 422: the URL is invalid. 409: the account has ten endpoints already.
    sys.exit(endpoint["detail"])

print(endpoint["id"], endpoint["secret"])
