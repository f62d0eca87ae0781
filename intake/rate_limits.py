"""Rate limits: how often a caller posts, and whether from our own pages or another site's."""

import ipaddress
from urllib.parse import urlsplit

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

# A day centre where twenty people fill in a form together stays below all of these.
MANY = RateLimitItemPerHour(30, namespace="forms")
ABSURD = RateLimitItemPerMinute(400, namespace="posts")
# Proxies and Host headers give a name without a scheme, so they don't say whether people came by https.
_USUAL_PORTS = {"http": (None, 80), "https": (None, 443), "": (None, 80, 443)}


class Callers:
    """Counts posts by address, in memory only; nothing is written down."""

    def __init__(self, *, trusted_proxy: bool, public_url: str | None) -> None:
        """With `trusted_proxy` the caller is the last entry of X-Forwarded-For, which that proxy wrote."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._proxy = trusted_proxy
        self._public = _host(public_url or "")

    def too_many(self, request: Request) -> bool:
        """Whether more forms came from this caller within an hour than people fill in, so that a person should look."""
        return self._over(MANY, request)

    def absurd(self, request: Request) -> bool:
        """Whether this caller posts more within a minute than even a full room of people would."""
        return self._over(ABSURD, request)

    def ours(self, request: Request) -> bool:
        """Whether a post comes from our own pages (or from no page at all) rather than from another site.

        Browsers say so themselves in Sec-Fetch-Site, but for those from before 2023 and for addresses without https.
        There the Origin has to be ours; where that is hidden or was never sent, the page it came from (Referer).
        As soon as one of them names another site, the rest are not asked.
        """
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = request.headers.get("origin", "null")
        came_from = request.headers.get("referer", "") if origin == "null" else origin
        return bool(whose := _host(came_from)) and whose in self._our_hosts(request)

    def _our_hosts(self, request: Request) -> set[str]:
        """Our host names: from the request, from the trusted proxy and from the settings."""
        told = [request.headers.get("host", "")]
        if self._proxy:
            # Each proxy adds what it was asked for at the end; ours is the last.
            told.append(request.headers.get("x-forwarded-host", "").rpartition(",")[2].strip())
        return {_host(f"//{name}") for name in told} | {self._public}

    def _over(self, limit: RateLimitItem, request: Request) -> bool:
        who = self._who(request)
        return who is not None and not self._limiter.hit(limit, who)

    def _who(self, request: Request) -> str | None:
        """The caller's address, IPv6 by its network; None for this machine itself.

        Behind a proxy that we were not told of, every caller looks like this machine. Then nobody is counted, which is
        better than counting all of them as one.
        """
        told = request.client.host if request.client else ""
        if self._proxy:
            told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip() or told
        try:
            address = ipaddress.ip_address(told)
        except ValueError:
            return told or None
        if address.is_loopback:
            return None
        return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else told


def _host(address: str) -> str:
    """The host of an address and its port, if that is not the usual one: `example.org`, `example.org:8080`, or nothing.

    A proxy may name the usual port where a browser leaves it out, so it is left out here.
    """
    try:
        parts = urlsplit(address)
        usual = _USUAL_PORTS.get(parts.scheme, (None,))
        port = "" if parts.port in usual else f":{parts.port}"
    except ValueError:
        return ""
    return f"{parts.hostname}{port}" if parts.hostname else ""
