"""The security headers of the dashboard's pages: those of the public site, as far as Streamlit allows."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit

Headers = list[tuple[bytes, bytes]]

_MENU = Path(__file__).parents[1] / "menu.js"
_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def headers(origin: str | None, *, framed: str) -> Headers:
    """The headers of every answer. `framed` says which sites may frame the page: `'none'` or `'self'`.

    `origin` is the origin under which browsers see us. It is named because some browsers don't count a web socket as
    'self'.
    """
    told = [
        (b"content-security-policy", policy(origin, framed=framed).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"x-frame-options", b"DENY" if framed == "'none'" else b"SAMEORIGIN"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ]
    secure = (origin or "").startswith("https://")
    return told + ([(b"strict-transport-security", b"max-age=31536000")] if secure else [])


def policy(origin: str | None, *, framed: str) -> str:
    """The content security policy. Streamlit writes styles into the page while it runs, so these can't be listed.

    The only scripts that run are Streamlit's own files and two known by their hash: one of Streamlit's first page, and
    our menu.js. The page asks nothing of anybody else's server.
    """
    sockets = f" {origin.replace('http', 'ws', 1)}" if origin else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {' '.join(_scripts())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self'",
            f"connect-src 'self'{sockets}",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            f"frame-ancestors {framed}",
        )
    )


@cache
def _scripts() -> list[str]:
    known = [*_INLINE.findall(_INDEX.read_text("utf-8")), menu()]
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in known]


@cache
def menu() -> str:
    """Our one script."""
    return _MENU.read_text("utf-8")
