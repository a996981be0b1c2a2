"""Client of the Depesza SMS API. Standard library only."""

from .client import Depesza, DepeszaError
from .webhook import is_signed, read_webhook, sign_webhook

__all__ = ["Depesza", "DepeszaError", "is_signed", "read_webhook", "sign_webhook"]
__version__ = "0.2.0"
