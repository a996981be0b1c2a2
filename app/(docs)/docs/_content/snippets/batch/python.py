# Sends several messages in one call and shows which of them were rejected, and why.
import os
import sys
import time
import uuid

import requests


def send_batch(messages):
    for attempt in range(3):
        response = requests.post(
            "http://localhost:3000/api/sms/batch",
            headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
            json={"messages": messages},
            timeout=60,
        )
        if response.status_code != 429:
            break
        time.sleep(int(response.headers.get("Retry-After", 1)))
    if not response.ok:
        # 401, 402 and 422 concern the whole call and say in `detail` what to correct.
        sys.exit(response.json()["detail"])
    return response.json()


recipients = ["48732129000", "48732129001", "12"]
result = send_batch(
    [
        {
            "from": "YourBrand",
            "to": to,
            "body": "We open at 9:00 tomorrow.",
            # Store the keys with your messages. Then you can send the same batch again without sending twice.
            "idempotency_key": str(uuid.uuid4()),
        }
        for to in recipients
    ]
)
print(f"{result['accepted']} accepted, {result['rejected']} rejected")
for item in result["data"]:
    outcome = item.get("message_id") or f"{item['code']}: {item['detail']}"
    print(recipients[item["index"]], outcome)
