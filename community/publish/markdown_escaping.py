"""Escapes people's words in Markdown, so that they are text and nothing else."""

import re
from urllib.parse import quote, urlsplit

LONGEST, LONGEST_LINK = 300, 500
# Marks that change the direction of all following text. A name in any script reads well without them.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_BARE_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/.*)?", re.IGNORECASE | re.ASCII)
_SAFE = "/:?#[]@!$&'()*+,;=%-._~"


def text(words: str) -> str:
    """The words on one line, escaped so that neither Markdown, nor its snippets, nor a browser finds markup in them.

    Every ASCII sign that is no letter, digit, space or comma becomes a character reference: no markup can begin.
    """
    line = " ".join(_CONTROL.sub(" ", _TURNING.sub("", words)).split())
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rstrip() + "…"
    return "".join(c if c.isalnum() or c in " ," or not c.isascii() else f"&#{ord(c)};" for c in line)


def link(website: str | None) -> str | None:
    """The address of a website if it is a plain http or https one, without user name or password; else None.

    `shop.example.org` counts as https. What comes back holds ASCII only, so no sign looks like another.
    """
    told = (website or "").strip()
    if not told or len(told) > LONGEST_LINK or _CONTROL.search(told) or any(c in told for c in ' \\<>"`{}|^'):
        return None
    if _BARE_HOST.fullmatch(told):
        told = f"https://{told}"
    try:
        parts = urlsplit(told)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or "." not in host or "@" in parts.netloc:
        return None
    if not re.fullmatch(r"[a-z0-9.-]+", host):
        return None
    address = f"{parts.scheme}://{host}" + (f":{port}" if port else "") + quote(parts.path, safe=_SAFE)
    return address + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")


def anchor(words: str, website: str | None) -> str:
    """The words as a link to the website, or as text if there is none. `rel` withholds our trust and our address."""
    address = link(website)
    if address is None:
        return text(words)
    return f'<a href="{_attribute(address)}" rel="external nofollow noopener noreferrer">{text(words)}</a>'


def _attribute(address: str) -> str:
    return "".join(c if c.isalnum() else f"&#{ord(c)};" for c in address)
