# Prints what is known of numbers, up to 100 in one request.
import os
import sys

import requests

response = requests.post(
    "http://localhost:3000/api/numbers",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={"numbers": ["48732129000", "+48 22 123 45 67"]},
    timeout=30,
)
found = response.json()
if not response.ok:
    sys.exit(found["detail"])

for each in found["data"]:
    print(each["input"], each["sendable"], each["type"], each["country"])
