# Prints the newest 20 messages from phones.
import os
import sys

import requests

response = requests.get(
    "http://localhost:3000/api/inbound",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    params={"limit": "20"},
    timeout=30,
)
page = response.json()
if not response.ok:
    sys.exit(page["detail"])

for message in page["data"]:
    print(message["message_id"], message["from"], message["body"])
