# Sends one SMS an hour from now and prints its id, status and time.
import os
import sys
import time
from datetime import datetime, timedelta, timezone

import requests


def send(message):
    for attempt in range(3):
        response = requests.post(
            "http://localhost:3000/api/sms",
            headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
            json=message,
            timeout=30,
        )
        if response.status_code != 429:
            break
        time.sleep(int(response.headers.get("Retry-After", 1)))
    if not response.ok:
        # 401, 402 and 422 say in `detail` what to correct.
        sys.exit(response.json()["detail"])
    return response.json()


at = datetime.now(timezone.utc) + timedelta(hours=1)
message = send(
    {
        "from": "YourBrand",
        "to": "48732129000",
        "body": "Your appointment is tomorrow at 9:00.",
        "scheduled_at": at.isoformat(timespec="seconds"),
    }
)
print(message["message_id"], message["status"], message["scheduled_at"])
