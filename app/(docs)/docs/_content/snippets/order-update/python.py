# Tells a customer that an order is on its way, once.
import os
import sys
import time
import uuid

import requests

order = {
    "number": 1042,
    "phone": "48732129000",
    # Made and stored together with the change of the order's state,
    # so that a second run sends nothing.
    "sms_key": os.environ.get("SMS_KEY") or str(uuid.uuid4()),
}


def notify(order):
    for attempt in range(3):
        response = requests.post(
            "http://localhost:3000/api/sms",
            headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
            json={
                "from": "YourBrand",
                "to": order["phone"],
                "body": f"Order {order['number']} is on its way. Delivery: tomorrow, 9:00-12:00.",
                "client_ref": f"order-{order['number']}",
                "idempotency_key": order["sms_key"],
                "validity": 43_200,
            },
            timeout=10,
        )
        if response.status_code != 429 and response.status_code < 500:
            break
        time.sleep(int(response.headers.get("Retry-After", 1)))
    if not response.ok:
        # 401, 402 and 422 say in `detail` what to correct. The key is stored:
        # any process can run notify() for this order again later.
        sys.exit(response.json()["detail"])
    return response.json()


message = notify(order)
print(message["message_id"], message["status"], message["client_ref"])
