# Adds an opt-out: the number gets no more messages of any sender.
# Takes a token with the scope manage.
import os
import sys

import requests

response = requests.post(
    "http://localhost:3000/api/opt-outs",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={"number": "48732129000", "reason": "Asked by phone"},
    timeout=30,
)
opt_out = response.json()
if not response.ok:
    sys.exit(opt_out["detail"])

print(opt_out["number"], opt_out["created_at"])
