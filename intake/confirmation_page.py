"""The address of a form's last page. It is sealed, so nobody can read or forge it, and works for some days only."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta

from cryptography.fernet import Fernet, InvalidToken

from community.forms import Confirmation

FIELD = "sent"
SHOWN_FOR = timedelta(days=7)
"""Long enough to come back to it; its address stays in the history of a computer that others may use."""


class LastPages:
    """Makes and reads these addresses. Every copy of one works equally well, and none names a person."""

    def __init__(self, secret: str, clock: Callable[[], datetime]) -> None:
        """Seal with a key of its own, which follows from the secret."""
        key = hashlib.blake2b(secret.encode(), digest_size=32, person=b"last page").digest()
        self._fernet, self._clock = Fernet(base64.urlsafe_b64encode(key)), clock

    def address(self, sent: Confirmation) -> str:
        """The address of the last page, relative to the form."""
        told = [sent.form, sent.reference, sent.came.isoformat(), sent.way, dict(sent.codes), list(sent.marks)]
        sealed = self._fernet.encrypt_at_time(json.dumps(told).encode(), self._now())
        return f"./?{FIELD}={sealed.decode()}"

    def read(self, sealed: str, form: str) -> Confirmation | None:
        """The data of this form's last page; None if the address is not ours, is another form's, or has expired."""
        try:
            told = self._fernet.decrypt_at_time(sealed, int(SHOWN_FOR.total_seconds()), self._now())
            name, reference, came, way, codes, marks = json.loads(told)
            chosen = {column: tuple(words) for column, words in codes.items()}
            sent = Confirmation(name, reference, datetime.fromisoformat(came), way, chosen, tuple(marks))
        except (InvalidToken, ValueError, TypeError, AttributeError):
            return None
        return sent if sent.form == form else None

    def _now(self) -> int:
        return int(self._clock().timestamp())
