"""Who may come in and who may upload a file, judged by what this process itself knows: its secret, address, login.

Nothing that a client or a proxy says of itself is trusted. A proxy on this machine that sends `Host: 127.0.0.1`, a page
from another port, a name that leads here (DNS rebinding): none of these has the secret or the right origin.

Streamlit takes uploads from anybody with a session, logged in or not. Here a session is let through only after the page
was drawn in it for a user who may bring in a list, and not for long.
"""

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal

from streamlit.runtime.scriptrunner import get_script_run_ctx

Verdict = Literal["in", "take_cookie", "gone", "origin", "no_secret", "passed_on", "open_to_all", "not_here"]

SECRET = "DASHBOARD_SECRET"  # noqa: S105 (the name of a variable)
SHORTEST = 32
PARAMETER = "secret"
"""The name in the address that `run` prints."""
VOUCHED = b"x-community-front"
_VOUCHER = secrets.token_urlsafe(32)

HEALTH = "/_stcore/health"
UPLOADS = "/_stcore/upload_file"
NEVER = ("/_stcore/metrics", "/_stcore/agent", UPLOADS, "/_stcore/script-health-check")
"""What Streamlit answers and nobody needs here: figures about the process, an interface for programs, and uploads, but
for those of a session to which the box for a list was shown."""

_PASSED_ON = ("x-forwarded", "x-original", "x-envoy", "x-amzn", "x-arr-", "cf-", "fly-", "fastly-", "x-vercel")
_PASSED_ON_WHOLE = frozenset(
    {
        *("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "x-cluster-client-ip", "x-proxyuser-ip"),
        *("x-remote-ip", "x-remote-addr", "x-host", "x-http-host-override", "proxy-connection", "max-forwards"),
    }
)


@dataclass(frozen=True)
class RequestFacts:
    """What we know of one request. Of its headers, we read only those that every browser sends by itself."""

    socket: bool
    method: str
    path: str
    scheme: str
    port: int
    """Ours, as the system tells it."""
    peer: str
    """The other end of the connection, as the system tells it."""
    headers: tuple[tuple[str, str], ...]
    cookies: Mapping[str, str]
    secret: str | None
    """What stood in the address."""

    def every(self, name: str) -> list[str]:
        """All values of this header."""
        return [value for each, value in self.headers if each == name]


def with_login(asked: RequestFacts, own_origin: str | None) -> Verdict:
    """The verdict where people log in: Streamlit asks for the login itself. `own_origin` is as the login names it."""
    if _is_never(asked.path):
        return "gone"
    if asked.socket and asked.every("origin") != [own_origin]:
        return "origin"
    return "in"


def without_login(asked: RequestFacts, *, secret: str, only_here: bool) -> Verdict:
    """The verdict without a login: the request must bring the secret, from this machine, with nothing in between."""
    if _is_never(asked.path):
        return "gone"
    if not only_here or not _is_here(asked.peer):
        return "open_to_all"
    if any(name.startswith(_PASSED_ON) or name in _PASSED_ON_WHOLE for name, _ in asked.headers):
        return "passed_on"
    hosts = asked.every("host")
    if len(hosts) != 1 or hosts[0].lower() not in own_hosts(asked.port, asked.scheme):
        return "not_here"
    origins = asked.every("origin")
    if (asked.socket or origins) and origins != [f"{asked.scheme}://{hosts[0].lower()}"]:
        return "origin"
    if len(secret) < SHORTEST:
        return "no_secret"
    shown = asked.cookies.get(cookie_name(asked.port), "")
    if hmac.compare_digest(shown.encode(), cookie(secret).encode()):
        # Even with the cookie, a link with the secret leads to one without it, so that no address keeps the secret.
        return "in" if asked.secret is None or asked.socket else "take_cookie"
    if asked.secret is not None and not asked.socket and asked.method == "GET":
        return "take_cookie" if hmac.compare_digest(asked.secret.encode(), secret.encode()) else "no_secret"
    return "no_secret"


def own_hosts(port: int, scheme: str) -> frozenset[str]:
    """The names under which a browser on this machine can call us."""
    names = ("127.0.0.1", "localhost", "[::1]")
    bare = port == {"http": 80, "https": 443}.get(scheme)
    return frozenset([f"{name}:{port}" for name in names] + (list(names) if bare else []))


def cookie_name(port: int) -> str:
    """The name of the cookie, with the port in it: two dashboards may run on one machine, and cookies ignore ports."""
    return f"community_dashboard_{port}"


def cookie(secret: str) -> str:
    """The value of the cookie: proof of the secret, and not the secret itself."""
    return hmac.new(secret.encode(), b"the cookie of the dashboard", hashlib.sha256).hexdigest()


def voucher() -> bytes:
    """The mark that the front puts on requests it let in. Nothing outside this process knows it."""
    return _VOUCHER.encode()


def let_in(headers: Mapping[str, str]) -> bool:
    """Whether the front of this process let this web socket in because of the secret."""
    return hmac.compare_digest(headers.get(VOUCHED.decode(), "").encode(), voucher())


def _is_never(path: str) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in NEVER) and not may_upload(path)


def _is_here(peer: str) -> bool:
    try:
        return ip_address(peer).is_loopback
    except ValueError:
        return False


_SECONDS = 3_600.0
_permits: dict[str, float] = {}
_lock = threading.Lock()


def permit_upload() -> None:
    """Let the session of this run upload, for an hour from now. Nothing happens outside a run."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is not None:
        with _lock:
            now = time.monotonic()
            for session in [each for each, until in _permits.items() if until < now]:
                del _permits[session]
            _permits[context.session_id] = now + _SECONDS


def may_upload(path: str) -> bool:
    """Whether this path is the upload of a session that may do so."""
    session = path.removeprefix(f"{UPLOADS}/").partition("/")[0] if path.startswith(f"{UPLOADS}/") else ""
    with _lock:
        return _permits.get(session, 0.0) >= time.monotonic()
