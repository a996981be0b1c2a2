# Sends one SMS exactly once, however often the network fails in between.
import os
import sys
import time
import uuid

import requests


def send_once(message):
    # One key for all attempts. Store it with the order, so that it survives a crash.
    key = str(uuid.uuid4())
    reason = "The server cannot be reached."
    for attempt in range(6):
        wait = 2**attempt
        try:
            response = requests.post(
                "http://localhost:3000/api/sms",
                headers={
                    "Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}",
                    "Idempotency-Key": key,
                },
                json=message,
                timeout=10,
            )
        except requests.RequestException:
            # No response: it's unknown whether the message was sent.
            time.sleep(wait)
            continue
        if response.ok:
            return response.json()
        reason = response.json()["detail"]
        if response.status_code not in (409, 429) and response.status_code < 500:
            # 401, 402 and 422 say in `detail` what to correct.
            break
        time.sleep(int(response.headers.get("Retry-After", wait)))
    sys.exit(reason)


message = send_once(
    {
        "from": "YourBrand",
        "to": "48732129000",
        "body": "Your parcel is on its way.",
    }
)
print(message["message_id"], message["status"])
