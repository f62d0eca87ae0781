"""Codes of certificates: a module, a day, and a seal over both and the name. The code itself says nothing of the name.

Whoever checks one types the code and the name that stand on the certificate, and learns whether they belong together.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import date, timedelta

from community.tables.ids import SYMBOLS

_FIRST_DAY = date(2020, 1, 1)
_SEAL = 10
"""Symbols of the seal: 50 bits. Guesses are slowed down where codes are checked."""
_FORM = re.compile(rf"([A-Z]{{2}})([{SYMBOLS}]{{3}})([{SYMBOLS}]{{{_SEAL}}})")
_HEARD = str.maketrans("OIL", "011")


def make_code(keys: Sequence[str], letters: str, day: date, name: str) -> str:
    """The code for this module, day and name, as it is printed: `WE-1T7-7K3QF-2MX9A`. `name` is in one form."""
    number = _symbols((day - _FIRST_DAY).days, 3)
    seal = _seal(keys[0], letters, number, name)
    return f"{letters}-{number}-{seal[:5]}-{seal[5:]}"


def read_certificate(keys: Sequence[str], code: str, name: str) -> tuple[str, date] | None:
    """The module's letters and the day of this code, if it was made for this name; however it was typed."""
    squeezed = re.sub(r"[^0-9A-Za-z]", "", code).upper()
    found = _FORM.fullmatch(squeezed[:2] + squeezed[2:].translate(_HEARD))
    if found is None or not name:
        return None
    letters, number, seal = found.groups()
    if not any(_same(seal, _seal(key, letters, number, name)) for key in keys):
        return None
    days = sum(SYMBOLS.index(symbol) * 32**place for place, symbol in enumerate(reversed(number)))
    return letters, _FIRST_DAY + timedelta(days=days)


def _seal(key: str, letters: str, number: str, name: str) -> str:
    told = "\x1f".join([letters, number, name]).encode()
    secret = hashlib.blake2b(key.encode(), digest_size=32, person=b"certificate key").digest()
    digest = hashlib.blake2b(told, key=secret, digest_size=8, person=b"certificate").digest()
    return _symbols(int.from_bytes(digest) >> 14, _SEAL)


def _same(one: str, other: str) -> bool:
    """Whether two seals are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one, other)


def _symbols(number: int, length: int) -> str:
    return "".join(SYMBOLS[number >> 5 * place & 31] for place in reversed(range(length)))
