"""A service account's key that opens nothing, made anew in each run."""

import json
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ADDRESS = "town@example-project.iam.gserviceaccount.com"


@cache
def _private() -> str:
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem, kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return made.private_bytes(pem, kind, serialization.NoEncryption()).decode()


def key(**instead: Any) -> dict[str, Any]:
    """The key as Google's file has it. Its tokens would be fetched from nowhere."""
    told = {
        "type": "service_account",
        "project_id": "example-project",
        "private_key_id": "0123456789",
        "private_key": _private(),
        "client_email": ADDRESS,
        "token_uri": "http://127.0.0.1:1/token",
    }
    return told | instead


def key_file(**instead: Any) -> str:
    """Its text."""
    return json.dumps(key(**instead))
