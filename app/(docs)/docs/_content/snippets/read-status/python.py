# Prints the status of a message and each step that led to it.
import os
import sys

import requests

response = requests.get(
    "http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    timeout=30,
)
message = response.json()
if not response.ok:
    sys.exit(message["detail"])

print(message["message_id"], message["status"])
for event in message["events"]:
    print(event["at"], event["type"])
