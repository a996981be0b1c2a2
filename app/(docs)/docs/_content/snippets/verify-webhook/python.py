# Receives webhooks with Flask (pip install flask). The secret is in WEBHOOK_SECRET.
import base64
import hashlib
import hmac
import os
import time

from flask import Flask, request


def is_signed(secret, headers, body):
    """`body` is the raw body, as bytes: parsing and re-serializing it may change it."""
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers.get('webhook-id')}.{timestamp}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    # While you rotate the secret, there are two signatures.
    signatures = headers.get("webhook-signature", "").split()
    return any(hmac.compare_digest(each.encode(), expected.encode()) for each in signatures)


app = Flask(__name__)


@app.post("/hooks/sms")
def receive():
    if not is_signed(os.environ["WEBHOOK_SECRET"], request.headers, request.get_data()):
        return "", 401
    event = request.get_json()
    # Store the event here and process it later. Skip it if you have stored its webhook-id before.
    print(event["event"], event["message_id"])
    return "", 204


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", 4000)))
