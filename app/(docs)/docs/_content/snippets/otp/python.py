# Sends a login code that is good for ten minutes.
import hashlib
import hmac
import os
import secrets
import sys
import time
import uuid

import requests


def send_code(to):
    code = f"{secrets.randbelow(1_000_000):06d}"
    key = str(uuid.uuid4())
    for attempt in range(3):
        response = requests.post(
            "http://localhost:3000/api/sms",
            headers={
                "Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}",
                "Idempotency-Key": key,
            },
            json={
                "from": "YourBrand",
                "to": to,
                "body": f"Your login code: {code}",
                # A code that comes after it has run out only confuses.
                "validity": 600,
            },
            timeout=10,
        )
        if response.status_code != 429 and response.status_code < 500:
            break
        time.sleep(int(response.headers.get("Retry-After", 1)))
    if not response.ok:
        # 401, 402 and 422 say in `detail` what to correct.
        sys.exit(response.json()["detail"])
    return code, response.json()


code, message = send_code("48732129000")
# Store these with the login attempt; never the code itself.
key = secrets.token_bytes(32)
stored = {
    "key": key.hex(),
    "hash": hmac.new(key, code.encode(), hashlib.sha256).hexdigest(),
    "expires_at": time.time() + 600,
    "tries_left": 5,
}
print(message["message_id"], message["status"], *stored)
