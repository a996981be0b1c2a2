"""What each library has to do, as a program that the tests run against a real server: a command, and its input as JSON."""

import json
import os
import sys

from depesza import Depesza, DepeszaError, is_signed, read_webhook, sign_webhook

given = json.load(sys.stdin)


def client():
    timeout = int(os.environ.get("TIMEOUT_MS", "10000")) / 1000
    return Depesza(
        os.environ["DEPESZA_URL"],
        os.environ["ACTIO_TOKEN"],
        timeout=timeout,
        max_retries=4,
        max_response_bytes=1_000_000,
    )


def request():
    return given["secret"], given["headers"], given["body"].encode()


COMMANDS = {
    "send": lambda: client().send(given),
    "batch": lambda: client().send_batch(given["messages"])["data"],
    "read": lambda: client().message(given["message_id"]),
    "cancel": lambda: client().cancel(given["message_id"]),
    "list": lambda: [message["message_id"] for message in client().messages(**given)],
    "account": lambda: client().call("getAccount"),
    "template": lambda: client().call("createTemplate", body=given),
    "csv": lambda: client().call("exportOptOuts"),
    "call": lambda: client().call(given["operation"], body=given["given"]),
    "verify": lambda: [
        is_signed(each["secret"], each["headers"], each["body"].encode(), now=each["now"])
        for each in given["cases"]
    ],
    "sign": lambda: sign_webhook(given["secret"], given["id"], given["body"].encode(), now=given["now"]),
    "event": lambda: read_webhook(*request()),
}

try:
    print(json.dumps(COMMANDS[sys.argv[1]]()))
except DepeszaError as error:
    refusal = {"status": error.status, "code": error.code, "errors": error.errors}
    print(json.dumps({"error": {**refusal, "key": error.idempotency_key, "detail": str(error)}}))
    sys.exit(1)
except ValueError as error:
    print(json.dumps({"error": {"code": "misuse", "detail": str(error)}}))
    sys.exit(1)
