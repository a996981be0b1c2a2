# Fills a draft from a file and starts it, once its rows are checked.
import os
import sys
import time

import requests

CAMPAIGN = "http://localhost:3000/api/campaigns/cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"
# Or: open("customers.csv", "rb")
FILE = b"Phone,First name\n48732129000,Ada\n48732129001,Jan\n"
HEADERS = {"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"}

response = requests.post(
    f"{CAMPAIGN}/recipients",
    params={"file_name": "customers.csv"},
    headers={**HEADERS, "Content-Type": "text/csv"},
    data=FILE,
    timeout=600,
)
result = response.json()
if not response.ok:
    sys.exit(result["detail"])
print(result["rows"], "rows:", *result["mapping"])

for attempt in range(60):
    response = requests.post(f"{CAMPAIGN}/start", headers=HEADERS, timeout=60)
    # 409 with Retry-After: the rows are still being checked.
    if response.status_code != 409 or "Retry-After" not in response.headers:
        break
    time.sleep(int(response.headers["Retry-After"]))
result = response.json()
if not response.ok:
    sys.exit(result["detail"])
print(result["campaign_id"], result["status"])
