# Saves a contact; if the number is known, its fields are merged.
# Takes a token with the scope manage.
import os
import sys

import requests

response = requests.post(
    "http://localhost:3000/api/contacts",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={"number": "48732129000", "fields": {"first_name": "Ada"}},
    timeout=30,
)
contact = response.json()
if not response.ok:
    sys.exit(contact["detail"])

print(contact["contact_id"], contact["number"])
