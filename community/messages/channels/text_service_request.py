"""A request to the service that sends texts, and its answer, in the form that the settings describe.

Python's own HTTP client says how far a request got. Libraries above it follow redirects, try again and report a refused
connection like a lost answer; here that would send a text twice, or to somewhere else.
"""

import base64
import contextlib
import http.client
import json
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from community.messages.connection_deadline import cut_after
from community.settings import TextService
from community.tables.message_codes import SendReason

SECONDS = 20.0
"""The longest wait for the next part of an answer."""
LONGEST = 60.0
"""Seconds: the longest request."""
_MUCH = 65_536
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}")


class NoService(Exception):
    """There is no connection, so nothing was sent. `reason` says why."""

    def __init__(self, reason: SendReason) -> None:
        """Keep the reason only."""
        super().__init__(reason)
        self.reason = reason


class AnswerLost(Exception):
    """The request went out, at least in part, and no answer came."""


@dataclass(frozen=True)
class ServiceAnswer:
    """The HTTP status, and what the service said, read as JSON; None where it is none."""

    status: int
    told: Any = field(repr=False)

    def at(self, place: str) -> str | None:
        """What stands at this place, such as `messages.0.id`, as text; None where nothing does."""
        value = self.told
        for name in place.split("."):
            match value:
                case dict():
                    value = value.get(name)
                case list() if name.isdigit() and int(name) < len(value):
                    value = value[int(name)]
                case _:
                    return None
        return None if value is None or isinstance(value, dict | list) else str(value)

    def id_at(self, place: str) -> str | None:
        """The service's id of the text, if what stands there looks like one."""
        found = self.at(place) if place else None
        return found if found and _ID.fullmatch(found) else None


def connect(service: TextService) -> http.client.HTTPConnection:
    """A connection on which nothing was sent yet. Raises NoService."""
    address = urlsplit(service.url)
    host = address.hostname or ""
    try:
        connection = (
            http.client.HTTPSConnection(host, address.port, timeout=SECONDS, context=ssl.create_default_context())
            if address.scheme == "https"
            else http.client.HTTPConnection(host, address.port, timeout=SECONDS)
        )
        connection.connect()
    except ssl.SSLError:
        raise NoService(SendReason.NOT_ENCRYPTED) from None
    except (OSError, UnicodeError, ValueError):
        raise NoService(SendReason.UNREACHABLE) from None
    return connection


def ask(service: TextService, key: str, fields: Mapping[str, str]) -> ServiceAnswer:
    """The service's answer to one request. Raises NoService, and AnswerLost."""
    body, kind = _body(service, fields)
    connection = connect(service)
    socket = connection.sock  # the library forgets it before the answer was read
    with contextlib.closing(connection), cut_after(LONGEST, lambda: socket):
        try:
            headers = {"Content-Type": kind, "Accept": "application/json", service.key_header: _key(service, key)}
            connection.request(service.method, urlsplit(service.url).path or "/", body, headers)
            answer = connection.getresponse()
        except ValueError:  # a key that no header can carry; the library's own words would repeat it
            raise NoService(SendReason.KEY_REFUSED) from None
        except (OSError, http.client.HTTPException):
            raise AnswerLost from None
        try:
            return ServiceAnswer(answer.status, _json(answer.read(_MUCH)))
        except (OSError, http.client.HTTPException):
            return ServiceAnswer(answer.status, None)  # the status is the answer; the rest is only told with it


def _key(service: TextService, key: str) -> str:
    if service.key_word.lower() == "basic":
        key = base64.b64encode(key.encode()).decode("ascii")
    return f"{service.key_word} {key}".strip()


def _body(service: TextService, fields: Mapping[str, str]) -> tuple[bytes, str]:
    if service.body == "form":
        return urlencode(fields).encode("ascii"), "application/x-www-form-urlencoded"
    told: dict[str, Any] = {}
    for place, value in fields.items():
        _put(told, place, value)
    return json.dumps(_with_lists(told)).encode("ascii"), "application/json"


def _put(told: dict[str, Any], place: str, value: str) -> None:
    *way, last = place.split(".")
    for name in way:
        told = told.setdefault(name, {})
    told[last] = value


def _with_lists(told: Any) -> Any:
    """What stands under 0, 1, 2 is a list."""
    if not isinstance(told, dict):
        return told
    inner = {name: _with_lists(value) for name, value in told.items()}
    return list(inner.values()) if list(inner) == [str(place) for place in range(len(inner))] else inner


def _json(said: bytes) -> Any:
    try:
        return json.loads(said)
    except (ValueError, RecursionError):
        return None
