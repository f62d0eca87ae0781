"""Security headers: what a page of ours may load, run and be framed by, as strict as the built pages allow."""

import base64
import hashlib
from html.parser import HTMLParser

Headers = list[tuple[bytes, bytes]]

# HTML's list of types that make a script run; anything else in a script element is data.
_RUNS = {"", "text/javascript", "application/javascript", "module"}

COMMON: Headers = [
    (b"x-content-type-options", b"nosniff"),
    # Not no-referrer: browsers that don't send Sec-Fetch-Site would then send `Origin: null` with our own forms.
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
]
NO_STORE: Headers = [(b"cache-control", b"no-store")]
# For the pages on the way: the browser's own Back shows them again with what was typed; nobody in between keeps them.
# With no-store, Back would end in the browser's question whether to send the form again.
FOR_BACK: Headers = [(b"cache-control", b"private, no-cache")]


def transport(public_url: str | None) -> Headers:
    """The header that tells browsers to use nothing but https, if the site's public address is https."""
    secure = (public_url or "").startswith("https://")
    return [(b"strict-transport-security", b"max-age=31536000")] if secure else []


def policy(html: str) -> str:
    """The content security policy of this page, which allows the scripts and styles in it by hash, and nothing else."""
    found = _Inline(html)
    scripts = " ".join(["'self'", *_hashes(found.scripts)])
    attributes = ["'unsafe-hashes'", *_hashes(found.style_attributes)] if found.style_attributes else []
    styles = " ".join(["'self'", *_hashes(found.styles), *attributes])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "img-src 'self' data:",
            "font-src 'self'",
            *(["media-src 'self'"] if "<video" in html else []),
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _hashes(texts: list[str]) -> list[str]:
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{digest}'" for digest in sorted(digests)]


class _Inline(HTMLParser):
    """The scripts and styles that stand in the page itself."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.style_attributes: list[str] = []
        self._into: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note style attributes, and listen to what follows a script or style."""
        told = dict(attrs)
        if told.get("style"):
            self.style_attributes.append(str(told["style"]))
        if tag == "script" and "src" not in told and (told.get("type") or "").strip().lower() in _RUNS:
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles
        else:
            return
        self._into.append("")

    def handle_data(self, data: str) -> None:
        """Take down the text of a script or style."""
        if self._into is not None:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Stop listening."""
        if tag in ("script", "style"):
            self._into = None
