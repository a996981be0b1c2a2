# Sends one SMS and prints its id and status.
import os
import sys
import time

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
        sys.exit(explain(response.json()))
    return response.json()


def explain(problem):
    status = problem["status"]
    if status == 401:
        return "The token is not valid: check ACTIO_TOKEN."
    if status == 402:
        return (
            f"This needs {problem['required']} credits, "
            f"you have {problem['available']}: {problem['topup_url']}"
        )
    if status == 422:
        return f"Fix these fields: {problem.get('errors', problem['detail'])}"
    if status == 429:
        return "Still over the rate limit: retry later."
    return f"{problem['detail']} ({problem['request_id']})"


message = send(
    {
        "from": "YourBrand",
        "to": "48732129000",
        "body": "Your login code: 482910",
    }
)
print(message["message_id"], message["status"])
