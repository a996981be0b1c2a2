# Sends one text to many people, and shows which of them it can't be sent to, and why.
import os
import sys
import uuid

import requests

response = requests.post(
    "http://localhost:3000/api/campaigns",
    headers={
        "Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}",
        # Store the key before you send. Then you can repeat the request without starting a second campaign.
        "Idempotency-Key": str(uuid.uuid4()),
    },
    json={
        "name": "May sale",
        "from": "YourBrand",
        "body": "Hi {{first_name|there}}, our sale ends on Sunday.",
        "recipients": [
            {"to": "48732129000", "variables": {"first_name": "Ada"}},
            {"to": "48221234567", "variables": {"first_name": "Jan"}},
        ],
    },
    timeout=60,
)
campaign = response.json()
if not response.ok:
    sys.exit(campaign["detail"])

print(campaign["campaign_id"], campaign["status"], campaign["credits"], "credits")
for rejected in campaign["rejected"]:
    print(rejected["row"], rejected["code"], *rejected["errors"])
