# Reschedules a message to two hours from now.
import os
import sys
from datetime import datetime, timedelta, timezone

import requests

at = datetime.now(timezone.utc) + timedelta(hours=2)
response = requests.patch(
    "http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={"scheduled_at": at.isoformat(timespec="seconds")},
    timeout=30,
)
message = response.json()
if not response.ok:
    # 409: it was sent and can't be rescheduled.
    sys.exit(message["detail"])

print(message["message_id"], message["status"], message["scheduled_at"])
