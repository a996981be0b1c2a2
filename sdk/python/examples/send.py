import os
import sys

from depesza import Depesza, DepeszaError

client = Depesza(os.environ["DEPESZA_URL"], os.environ["ACTIO_TOKEN"])

try:
    message = client.send(
        {
            "from": "YourBrand",
            "to": "48732129000",
            "body": "Your parcel is on its way.",
        }
    )
    print(message["message_id"], message["status"])
except DepeszaError as error:
    sys.exit(f"{error.code} {error}")
