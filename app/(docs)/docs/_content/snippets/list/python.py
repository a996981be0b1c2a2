# Prints all messages of the last day, newest first, one page after the other.
import os
import sys
from datetime import datetime, timedelta, timezone

import requests


def messages_since(since):
    cursor = None
    while True:
        response = requests.get(
            "http://localhost:3000/api/sms",
            headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
            params={"since": since.isoformat(), "limit": "100", "cursor": cursor},
            timeout=30,
        )
        page = response.json()
        if not response.ok:
            sys.exit(page["detail"])
        yield from page["data"]
        cursor = page["next_cursor"]
        if not cursor:
            return


for message in messages_since(datetime.now(timezone.utc) - timedelta(days=1)):
    print(message["message_id"], message["status"], message["to"])
