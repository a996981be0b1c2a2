# Cancels a scheduled message and refunds its credits.
import os
import sys

import requests

response = requests.delete(
    "http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    timeout=30,
)
message = response.json()
if not response.ok:
    # 409: it has left and cannot be called back.
    sys.exit(message["detail"])

print(message["message_id"], message["status"])
