# Sends a code to a number. Keep the ID with the sign-in attempt.
import os
import sys

import requests

response = requests.post(
    "http://localhost:3000/api/verifications",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={"to": "48732129000", "from": "YourBrand", "webotp_domain": "example.com"},
    timeout=30,
)
verification = response.json()
if not response.ok:
    sys.exit(verification["detail"])

print(verification["verification_id"], verification["status"], verification["expires_at"])
