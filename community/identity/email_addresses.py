"""Every email address that a field holds, each in one form."""

import re
import unicodedata

_LOOK = 800
_SIGN = r"[^\s<>()\[\],;:\"'@]"
# An apostrophe within the name is part of it: without that, o'brien@example.org would be read as brien@example.org.
_ADDRESS = re.compile(rf"{_SIGN}+(?:'+{_SIGN}+)*@{_SIGN}+\.{_SIGN}+")


def email_addresses(text: str | None) -> tuple[str, ...]:
    """The addresses in the text, each once, in small letters. We don't check whether an address exists."""
    if not text or "@" not in text:
        return ()
    plain = unicodedata.normalize("NFC", text[:_LOOK]).lower()
    return tuple(dict.fromkeys(each.rstrip(".") for each in _ADDRESS.findall(plain)))
