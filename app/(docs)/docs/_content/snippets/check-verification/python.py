# Checks the code that a person entered. Only "approved" proves the number.
import os
import sys

import requests

verification_id = "ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA"
response = requests.post(
    f"http://localhost:3000/api/verifications/{verification_id}/check",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={"code": "123456"},
    timeout=30,
)
check = response.json()
if not response.ok:
    sys.exit(check["detail"])

print(check["status"])
