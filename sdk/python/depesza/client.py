"""Calls of the API, with retries that never send twice."""

import email.utils
import http.client
import json
import random
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Tuple, Union, cast

from .operations import OPERATIONS
from .transport import new_opener

if TYPE_CHECKING:
    from .types import AcceptedMessage, Message, MessageDetail, NewMessage

_USER_AGENT = "depesza-python/0.2.0"
#: A wait longer than this is the caller's to decide about, in seconds.
_MAX_WAIT = 60.0
_HTTP_DATE = re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", re.ASCII)
_TOO_LARGE: Dict[str, Any] = {"code": "response_too_large", "detail": "The response is too large."}

Query = Mapping[str, Any]


class DepeszaError(Exception):
    """A refusal of the API, or no response at all: then `status` is 0, and nobody knows whether it took effect."""

    def __init__(
        self,
        status: int,
        problem: Optional[Dict[str, Any]] = None,
        retry_after: Optional[float] = None,
        idempotency_key: Optional[str] = None,
    ) -> None:
        self.problem: Dict[str, Any] = problem or {}
        fallback = "The server cannot be reached." if status == 0 else f"HTTP {status}"
        super().__init__(self.problem.get("detail", fallback))
        self.status = status
        #: The stable code, such as "insufficient_credits"; "no_response", "response_too_large", and "unknown" are the library's own.
        self.code: str = self.problem.get("code", "no_response" if status == 0 else "unknown")
        #: Sentences by field, of a 422.
        self.errors: Dict[str, List[str]] = self.problem.get("errors", {})
        self.request_id: Optional[str] = self.problem.get("request_id")
        self.retry_after = retry_after
        #: The key that all attempts carried. Use it when you repeat the request later.
        self.idempotency_key = idempotency_key


class Depesza:
    """A client of one installation. Threads may share it: it has no state between calls."""

    def __init__(
        self,
        base_url: str,
        token: str,
        *,
        timeout: float = 30.0,
        max_retries: int = 5,
        max_response_bytes: int = 64 * 1024 * 1024,
    ) -> None:
        if urllib.parse.urlsplit(base_url).scheme not in ("http", "https"):
            raise ValueError("base_url must begin with https://.")
        # A line break, as files end with, would begin another header.
        if not re.fullmatch(r"[\x21-\x7e]+", token):
            raise ValueError("The token is missing or has characters that tokens don't have.")
        self._base_url = base_url.rstrip("/")
        self._token = token
        self._timeout = timeout
        self._max_retries = max_retries
        self._max_bytes = max_response_bytes
        self._opener = new_opener()

    def call(
        self,
        operation_id: str,
        *,
        params: Optional[Mapping[str, str]] = None,
        query: Optional[Query] = None,
        body: Any = None,
        content_type: Optional[str] = None,
        idempotency_key: Optional[str] = None,
    ) -> Any:
        """Makes a call by its ID in the API reference, such as "getAccount", and returns what the API returns."""
        operation = OPERATIONS.get(operation_id)
        if operation is None:
            raise ValueError(f"The API has no call {operation_id}.")
        key = _key_of(idempotency_key, body) if operation.keyed else None
        if key is not None and not re.fullmatch(r"[0-9A-Fa-f-]{1,64}", key):
            raise ValueError("An idempotency key is a UUID v4.")
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Accept": "application/json, text/csv",
            "User-Agent": _USER_AGENT,
        }
        if key is not None:
            headers["Idempotency-Key"] = key
        data: Optional[bytes] = None
        if body is not None:
            data, media_type = _encode(body)
            headers["Content-Type"] = content_type or media_type
        request = urllib.request.Request(
            self._base_url + _fill_path(operation.path, params or {}) + _to_query(query or {}),
            data=data,
            headers=headers,
            method=operation.method,
        )
        # A batch has a key for each message, in its body.
        repeatable = operation.method == "GET" or key is not None or _is_keyed_batch(operation_id, body)
        return self._persist(request, key, repeatable)

    def send(self, message: "NewMessage", *, idempotency_key: Optional[str] = None) -> "AcceptedMessage":
        """Sends one message. All attempts of this call carry one idempotency key, so it is sent once."""
        return self.call("sendMessage", body=message, idempotency_key=idempotency_key)

    def send_batch(self, messages: List["NewMessage"]) -> Any:
        """Sends up to 10,000 messages, each with an idempotency key of its own."""
        keyed = [
            {**message, "idempotency_key": message.get("idempotency_key") or str(uuid.uuid4())}
            for message in cast(List[Dict[str, Any]], messages)
        ]
        return self.call("sendBatch", body={"messages": keyed})

    def message(self, message_id: str) -> "MessageDetail":
        """One message with its history."""
        return self.call("getMessage", params={"message_id": message_id})

    def cancel(self, message_id: str) -> "Message":
        """Cancels a message that has not left."""
        return self.call("cancelMessage", params={"message_id": message_id})

    def messages(self, **query: Any) -> Iterator["Message"]:
        """Every message that matches, newest first, page after page. A filter that is a reserved word: `from_`."""
        return self.iterate("listMessages", query={name.rstrip("_"): value for name, value in query.items()})

    def received(self, **query: Any) -> Iterator[Dict[str, Any]]:
        """Every message from a phone, newest first, page after page."""
        return self.iterate("listInbound", query={name.rstrip("_"): value for name, value in query.items()})

    def iterate(
        self,
        operation_id: str,
        *,
        params: Optional[Mapping[str, str]] = None,
        query: Optional[Query] = None,
    ) -> Iterator[Any]:
        """Every entry of a list of the API; it asks for the next page when you come to its end."""
        if operation_id not in OPERATIONS or not OPERATIONS[operation_id].paged:
            raise ValueError(f"{operation_id} is no list with pages.")
        return self._pages(operation_id, params, dict(query or {}))

    def _pages(
        self, operation_id: str, params: Optional[Mapping[str, str]], query: Dict[str, Any]
    ) -> Iterator[Any]:
        while True:
            page = self.call(operation_id, params=params, query=query)
            yield from page["data"]
            if page["next_cursor"] is None:
                return
            query["cursor"] = page["next_cursor"]

    def _persist(self, request: urllib.request.Request, key: Optional[str], repeatable: bool) -> Any:
        attempt = 0
        while True:
            try:
                return self._attempt(request, key)
            except DepeszaError as error:
                wait = max(error.retry_after or 0.0, _backoff(attempt))
                over = attempt >= self._max_retries or wait > _MAX_WAIT
                if not repeatable or over or not _is_temporary(error):
                    raise
            time.sleep(wait)
            attempt += 1

    def _attempt(self, request: urllib.request.Request, key: Optional[str]) -> Any:
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                text = _read(response, self._max_bytes)
                media_type = response.headers.get("Content-Type", "")
                if text is None:
                    raise DepeszaError(response.status, dict(_TOO_LARGE), idempotency_key=key)
                if response.status == 204:
                    return None
                return json.loads(text) if "json" in media_type else text.decode("utf-8-sig")
        except urllib.error.HTTPError as refusal:
            with refusal:
                problem = _problem_in(refusal, self._max_bytes)
                retry_after = _wait_in(refusal.headers.get("Retry-After", "").strip())
            raise DepeszaError(refusal.code, problem, retry_after, key) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise DepeszaError(0, idempotency_key=key) from error


def _read(response: Any, max_bytes: int) -> Optional[bytes]:
    """The body of a response, unless it has more bytes."""
    text = bytearray()
    while len(text) <= max_bytes:
        part = response.read(65536)
        if not part:
            # With a size, `read` returns half a body as if it were whole.
            if response.length:
                raise http.client.IncompleteRead(bytes(text), response.length)
            return bytes(text)
        text += part
    return None


def _problem_in(refusal: urllib.error.HTTPError, max_bytes: int) -> Dict[str, Any]:
    try:
        text = _read(refusal, max_bytes)
        problem = dict(_TOO_LARGE) if text is None else json.loads(text)
    except (OSError, http.client.HTTPException, ValueError):
        # Something in between answered, such as a proxy.
        return {}
    return problem if isinstance(problem, dict) else {}


def _wait_in(text: str) -> Optional[float]:
    """What `Retry-After` asks for, in seconds or as a date."""
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        at = email.utils.parsedate_to_datetime(text) if _HTTP_DATE.fullmatch(text) else None
    except (TypeError, ValueError):
        return None
    return at and max(0.0, at.timestamp() - time.time())


def _key_of(given: Optional[str], body: Any) -> str:
    if given is None and isinstance(body, Mapping):
        given = body.get("idempotency_key")
    return str(uuid.uuid4() if given is None else given)


def _is_temporary(error: DepeszaError) -> bool:
    """Whether the same request may succeed later: no response, a limit, an error of the server, a key still in progress."""
    if error.status == 409:
        return error.retry_after is not None
    return error.status in (0, 429) or error.status >= 500


def _backoff(attempt: int) -> float:
    """Half a second, then twice as long each time, up to 16 s, less a random part, so that clients don't return together."""
    return float(0.5 * 2 ** min(attempt, 5) * (1 - random.random() / 2))


def _fill_path(path: str, params: Mapping[str, str]) -> str:
    parts = path.split("/")
    for place, part in enumerate(parts):
        if not part.startswith("{"):
            continue
        name = part.strip("{}")
        value = str(params.get(name, ""))
        # These three would be another path.
        if value in ("", ".", ".."):
            raise ValueError(f"{name} is missing.")
        parts[place] = urllib.parse.quote(value, safe="")
    return "/".join(parts)


def _to_query(query: Query) -> str:
    pairs = [
        (name, _as_text(each))
        for name, value in _flat(query)
        if value is not None
        for each in (value if isinstance(value, (list, tuple)) else [value])
    ]
    return f"?{urllib.parse.urlencode(pairs)}" if pairs else ""


def _flat(query: Query) -> Iterator[Tuple[str, Any]]:
    """With each field of a mapping apart, as in `metadata[order]`."""
    for name, value in query.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}[{key}]", each) for key, each in value.items())
        else:
            yield name, value


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _encode(body: Union[str, bytes, Any]) -> Tuple[bytes, str]:
    if isinstance(body, bytes):
        return body, "text/csv"
    if isinstance(body, str):
        return body.encode(), "text/csv"
    return json.dumps(body).encode(), "application/json"


def _is_keyed_batch(operation_id: str, body: Any) -> bool:
    if operation_id != "sendBatch" or not isinstance(body, Mapping):
        return False
    return all(each.get("idempotency_key") for each in body.get("messages", []))
