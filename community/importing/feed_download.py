"""Fetches a whole feed of services from its address: every page of it, and every service in full."""

import json
import re
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

import requests
from urllib3.exceptions import HTTPError

from community.importing.list_file import MOST_BYTES
from community.importing.not_a_list import NotAList
from community.importing.open_referral_feed import MOST_SERVICES, Told, parsed, services_of

MOST_PAGES = 500
WAITS = (10, 30)
"""Seconds until a feed has to begin its answer, and to go on with it."""
SECONDS = 600
"""So long all of it may take."""
_MOST_MOVES = 5
"""So often one address may lead on to another."""
_PORTS = {"http": 80, "https": 443}
_GONE = (404, 410)
_IN_FULL = frozenset(
    {"phones", "schedules", "service_at_locations", "cost_options", "languages", "service_areas", "contacts"}
)
"""What stands in a service only where it is told in full."""
_LISTED = re.compile(r"/services(\.json)?/?$")
_MOST_MEGABYTES = MOST_BYTES // 1_000_000


def is_address(told: str) -> bool:
    """Whether it is an address on the web."""
    return told.strip().lower().startswith(("http://", "https://"))


def download(address: str) -> bytes:
    """All services of the feed at this address, each in full, as one feed. Raises NotAList."""
    if not is_address(address):
        raise NotAList("The address of a feed begins with https://.")
    with requests.Session() as session:
        fetched = _Fetching(session)
        told = fetched.json(address.strip())
        if isinstance(told, dict) and not _LISTED.search(urlsplit(address).path) and "version" in told:
            address = f"{address.strip().rstrip('/')}/services"  # what stands above the list says which standard it is
            told = fetched.json(address)
        found: dict[str | tuple[int, int], Told] = {}
        last: list[Told] = []
        for number, page in enumerate(_pages(address.strip(), told, fetched)):
            # One without an id is known by its page and its place there.
            fresh = {str(each.get("id") or "") or (number, place): each for place, each in enumerate(page)}
            if page and (page == last or fresh.keys() <= found.keys()):
                break  # a feed that knows no pages gives the same one again
            found, last = found | fresh, page
            if len(found) > MOST_SERVICES:
                raise NotAList(f"The feed has more than {MOST_SERVICES:,} services. Give the address of a part of it.")
        full = [_in_full(address.strip(), each, fetched) for each in found.values()]
    return json.dumps([each for each in full if each is not None]).encode()


class _Fetching:
    """Asks for one address after another, and keeps count of what came."""

    def __init__(self, session: requests.Session) -> None:
        """Begin with nothing."""
        self._session, self._left, self._until = session, MOST_BYTES, time.monotonic() + SECONDS

    def json(self, address: str, *, may_be_gone: bool = False) -> Any:
        """What the address answers; None if it is gone and may be. Raises NotAList."""
        try:
            with self._answer(address) as answer:
                if may_be_gone and answer.status_code in _GONE:
                    return None
                if answer.status_code != requests.codes.ok:
                    raise NotAList(
                        f"The feed answered with {answer.status_code}, so nothing of it is taken. "
                        "Is the address right? If it is, try again later."
                    )
                return parsed(self._body(answer))
        except (requests.RequestException, HTTPError, ValueError):  # the last: of a host that can't be one
            raise NotAList(
                "The feed can't be reached, or broke off, so nothing of it is taken. Is the address right?"
            ) from None

    def _answer(self, address: str) -> requests.Response:
        """What the address answers, or the one to which it leads on at the same host. Raises NotAList."""
        for _ in range(_MOST_MOVES + 1):
            answer = self._session.get(
                address, timeout=WAITS, stream=True, allow_redirects=False, headers={"Accept": "application/json"}
            )
            if not answer.is_redirect:
                return answer
            answer.close()
            old, address = urlsplit(address), urljoin(address, answer.headers["location"])
            check_same_host(old, urlsplit(address))
        raise requests.TooManyRedirects

    def _body(self, answer: requests.Response) -> bytes:
        body = b""
        for piece in answer.iter_content(65_536):
            body += piece
            self._left -= len(piece)
            if self._left < 0:
                raise NotAList(f"The feed is larger than {_MOST_MEGABYTES} MB. Give the address of a part of it.")
            if time.monotonic() > self._until:
                raise NotAList(
                    "The feed takes too long. Try again at another time, or give the address of a part of it."
                )
        if body.lstrip()[:1] == b"<":
            raise NotAList("This is the address of a web page, and not of a feed. That often ends in /services.")
        return body


def check_same_host(old: SplitResult, new: SplitResult) -> None:
    """Raise NotAList unless it stays where it was, or becomes https: or a feed could choose whom this machine asks."""
    was, now = ((each.scheme, each.hostname, each.port or _PORTS.get(each.scheme)) for each in (old, new))
    if now not in (was, ("https", old.hostname, _PORTS["https"])):
        raise NotAList(
            f"The feed leads on to {quote(f'{new.scheme}://{new.netloc}', safe=':/[]')}. Is that theirs? Then type its "
            "address there, so that you choose whom we ask."
        )


def _pages(address: str, first: Any, fetched: _Fetching) -> Iterator[list[Told]]:
    """The services page by page."""
    yield services_of(first)
    last = first.get("total_pages") if isinstance(first, dict) else 1
    last = last if isinstance(last, int) else 1
    if last > MOST_PAGES:
        raise NotAList(f"The feed has more than {MOST_PAGES} pages. Give the address of a part of it.")
    for number in range(2, last + 1):
        yield services_of(fetched.json(_page(address, number)))


def _page(address: str, number: int) -> str:
    """The address of this page: of files alone as we lay them, of all else as the standard says."""
    parts = urlsplit(address)
    if parts.path.endswith(".json"):
        return urlunsplit(parts._replace(path=f"{parts.path.removesuffix('.json')}/page-{number}.json"))
    query = {**dict(parse_qsl(parts.query)), "page": str(number)}
    return urlunsplit(parts._replace(query=urlencode(query)))


def _in_full(address: str, service: Told, fetched: _Fetching) -> Told | None:
    """The service with all that belongs to it; None if it has gone since the list was made."""
    own, parts = service.get("id"), urlsplit(address)
    if _IN_FULL & service.keys() or not isinstance(own, str | int) or not _LISTED.search(parts.path):
        return service
    path, end = re.sub(r"(\.json)?/?$", "", parts.path), ".json" if parts.path.endswith(".json") else ""
    told = fetched.json(
        urlunsplit(parts._replace(path=f"{path}/{quote(str(own), safe='')}{end}", query="")), may_be_gone=True
    )
    return told if isinstance(told, dict) else None
