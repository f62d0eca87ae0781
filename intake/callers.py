"""Who is calling, as far as we need to know: how often, and from our own pages or another site's."""

import ipaddress
from urllib.parse import urlsplit

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

# A day centre where twenty people fill in a form together stays below all of these.
MANY = RateLimitItemPerHour(30, namespace="forms")
ABSURD = RateLimitItemPerMinute(400, namespace="posts")


class Callers:
    """Counts in memory only, by address; nothing of it is written down."""

    def __init__(self, *, trusted_proxy: bool, public_url: str | None) -> None:
        """With `trusted_proxy` the last entry of X-Forwarded-For, which that proxy wrote, is who is calling."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._proxy = trusted_proxy
        self._public = urlsplit(public_url or "").netloc

    def too_many(self, request: Request) -> bool:
        """Whether more forms came from there within an hour than people fill in: something to look at."""
        return self._over(MANY, request)

    def absurd(self, request: Request) -> bool:
        """Whether more is posted from there within a minute than even a full room of people would."""
        return self._over(ABSURD, request)

    def ours(self, request: Request) -> bool:
        """Whether a post comes from our own pages (or from no page at all) rather than from another site."""
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = urlsplit(request.headers.get("origin", "")).netloc
        return bool(origin) and origin in (request.headers.get("host"), self._public or None)

    def _over(self, limit: RateLimitItem, request: Request) -> bool:
        who = self._who(request)
        return who is not None and not self._limiter.hit(limit, who)

    def _who(self, request: Request) -> str | None:
        """The caller's address, IPv6 by its network; None for this machine itself.

        Behind a proxy that nobody told us of, every caller looks like this machine. Then we count nobody: better than
        to count all as one.
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
