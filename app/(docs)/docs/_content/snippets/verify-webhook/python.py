# Checks the signature of a webhook.
# Body on stdin, the three headers and the secret in the environment.
import base64
import hashlib
import hmac
import os
import sys
import time


def is_signed(secret, webhook_id, timestamp, signatures, body):
    """`body` is the raw body, as bytes: parsing and printing it again may change it."""
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    # While a secret is being changed there are two signatures.
    return any(hmac.compare_digest(each, expected) for each in signatures.split())


is_valid = is_signed(
    os.environ["WEBHOOK_SECRET"],
    os.environ["WEBHOOK_ID"],
    os.environ["WEBHOOK_TIMESTAMP"],
    os.environ["WEBHOOK_SIGNATURE"],
    sys.stdin.buffer.read(),
)
print("valid" if is_valid else "not valid")
sys.exit(0 if is_valid else 1)
