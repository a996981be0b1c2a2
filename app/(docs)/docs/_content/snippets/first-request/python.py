import os
import requests

response = requests.post(
    "http://localhost:3000/api/sms",
    headers={"Authorization": f"Bearer {os.environ['ACTIO_TOKEN']}"},
    json={
        "from": "YourBrand",
        "to": "48732129000",
        "body": "Your login code: 482910",
    },
    timeout=30,
)
print(response.status_code, response.text)
