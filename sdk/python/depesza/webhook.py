"""The signature of webhooks, by Standard Webhooks 1.0.0."""

import base64
import hashlib
import hmac
import json
import time
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, cast

if TYPE_CHECKING:
    from .types import WebhookEvent


def is_signed(
    secret: str,
    headers: Mapping[str, Any],
    body: bytes,
    *,
    tolerance: float = 300,
    now: Optional[float] = None,
) -> bool:
    """Whether a request comes from the installation that has this secret, unchanged and not older than the tolerance.

    `body` is the raw body: parsing and re-serializing it may change it.
    """
    fields = {str(name).lower(): str(value) for name, value in headers.items()}
    event_id = fields.get("webhook-id", "")
    timestamp = fields.get("webhook-timestamp", "")
    if not event_id or not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        return False
    if abs((time.time() if now is None else now) - int(timestamp)) > tolerance:
        return False
    expected = _signature(secret, event_id, timestamp, body).encode()
    # While the secret is rotated, there are two signatures.
    given = fields.get("webhook-signature", "").split()
    return any([hmac.compare_digest(each.encode(), expected) for each in given])


def read_webhook(
    secret: str,
    headers: Mapping[str, Any],
    body: bytes,
    *,
    tolerance: float = 300,
    now: Optional[float] = None,
) -> "WebhookEvent":
    """The event in a request. Raises ValueError if it isn't signed."""
    if not is_signed(secret, headers, body, tolerance=tolerance, now=now):
        raise ValueError("The signature of the webhook is not valid.")
    return cast("WebhookEvent", json.loads(body))


def sign_webhook(secret: str, event_id: str, body: bytes, *, now: Optional[float] = None) -> Dict[str, str]:
    """The headers that sign a body, as the installation sends them: for tests of a receiver."""
    timestamp = str(int(time.time() if now is None else now))
    return {
        "webhook-id": event_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": _signature(secret, event_id, timestamp, body),
    }


def _signature(secret: str, event_id: str, timestamp: str, body: bytes) -> str:
    prefix = "whsec_"
    key = base64.b64decode(secret[len(prefix) :] if secret.startswith(prefix) else secret)
    # An empty key would sign what anybody can sign.
    if not key:
        raise ValueError("The secret of the webhook endpoint is missing.")
    digest = hmac.new(key, f"{event_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()
