"""Ids that can be said on the telephone: `R-7K3Q-F2MX-4`.

A letter for the table (two, where the alphabet ran out: `EN-7K3Q-F2MX-4`), eight symbols of Crockford's base 32 (https://www.crockford.com/base32.html: no I, L, O or U, so none
is mistaken for 1 or 0) and one check symbol by Luhn's method modulo 32, which catches every single wrong symbol and nearly every swap.
There are many changes and actions, and their ids are never said aloud, so these have sixteen symbols.
"""

import hashlib
import re
import secrets

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {s: i for i, s in enumerate(SYMBOLS)}
_HEARD = str.maketrans("OIL", "011")


def mint(letter: str) -> str:
    """A new random id for the table with this letter."""
    return _form(letter, secrets.randbits(40))


def mint_long() -> str:
    """Sixteen random symbols (80 bits), for changes and actions."""
    return _symbols(secrets.randbits(80), 16)


def derive(letter: str, *parts: str) -> str:
    """The id derived from these parts: the same on every machine and at every try."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=5, person=b"community-id").digest()
    return _form(letter, int.from_bytes(digest))


def derive_long(*parts: str) -> str:
    """Sixteen symbols derived from these parts, for changes that several machines find independently."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10, person=b"community-id").digest()
    return _symbols(int.from_bytes(digest), 16)


def check(text: str) -> str | None:
    """The id in canonical form, however it was typed or heard (case, spaces, O for 0); None when it can't be one."""
    squeezed = re.sub(r"[^0-9A-Za-z]", "", text).upper()
    if len(squeezed) not in (10, 11):
        return None
    letter, body, last = squeezed[:-9], squeezed[-9:-1].translate(_HEARD), squeezed[-1].translate(_HEARD)
    if not letter.isalpha() or any(s not in _VALUE for s in body + last) or _luhn(body) != last:
        return None
    return f"{letter}-{body[:4]}-{body[4:]}-{last}"


def pack(record_id: str) -> bytes:
    """The id's eight symbols in five bytes; the letter is left out. `record_id` is in canonical form."""
    number = 0
    _, first, second, _ = record_id.split("-")
    for symbol in first + second:
        number = number << 5 | _VALUE[symbol]
    return number.to_bytes(5)


def unpack(letter: str, packed: bytes) -> str:
    """The id with this letter whose eight symbols are these five bytes."""
    return _form(letter, int.from_bytes(packed))


def _form(letter: str, number: int) -> str:
    body = _symbols(number, 8)
    return f"{letter}-{body[:4]}-{body[4:]}-{_luhn(body)}"


def _symbols(number: int, length: int) -> str:
    return "".join(SYMBOLS[(number >> 5 * place) & 31] for place in reversed(range(length)))


def _luhn(body: str) -> str:
    total = 0
    for place, symbol in enumerate(reversed(body)):
        value = _VALUE[symbol] * (1 if place % 2 else 2)
        total += value // 32 + value % 32
    return SYMBOLS[-total % 32]
