"""Connection limits: how many there may be, how long each may be silent, and how much it may send before a request.

Uvicorn waits for ever for silent clients and accepts any number of connections. Its `limit_concurrency` would turn
honest clients away together with silent ones. So each connection is watched from outside: when there is no room, the
one that has been silent longest is closed for the newcomer. A request that is being answered is never cut off.
"""

import asyncio
import ipaddress
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import structlog
from uvicorn.protocols.http.auto import AutoHTTPProtocol

_log = structlog.get_logger(__name__)
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 10\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
SECONDS_FULL_IS_TOLD = 10


@dataclass(frozen=True)
class Limits:
    """How many connections, how long (seconds) and how large (bytes)."""

    most: int = 1_000
    of_one: int = 120
    """From one address. A browser keeps six; twenty people in a day centre share one address."""
    head_seconds: float = 20
    """From connecting, or from the last answer, until a request's headers are here. Also between two requests."""
    head_bytes: int = 64 * 1024
    body_seconds: float = 150
    """Longer than a form may take, which is told so in words."""
    answer_seconds: float = 300
    """To take an answer: the largest page over the slowest line."""
    every: float = 1
    """How often it is looked who has been silent for too long."""


class Phase(IntEnum):
    """What a connection is doing. The lower the phase, the sooner it makes room for another."""

    SILENT = 0
    SENDING = 1
    ANSWERED = 2


def address(host: str | None, *, trusted_proxy: bool = False) -> str | None:
    """The address under which connections are counted; None for a proxy or this machine, which may stand for everybody.

    IPv6 is counted by its network. A trusted proxy has a private address; clients that bypass it are counted.
    """
    try:
        there = ipaddress.ip_address(host or "")
    except ValueError:
        return None
    if there.is_loopback or (trusted_proxy and there.is_private):
        return None
    return str(ipaddress.ip_network((there, 64), strict=False)) if there.version == 6 else str(there)


class Connections:
    """All connections of one service. `protocol` is what uvicorn makes for each."""

    def __init__(self, limits: Limits, whose: Callable[[str | None], Hashable | None] = address) -> None:
        """`whose` tells from a peer's address with whom it is counted; None: with nobody."""
        self.limits, self._whose = limits, whose
        self._open: dict[LimitedConnection, Hashable | None] = {}
        self._looking: asyncio.TimerHandle | None = None
        self._refused = -SECONDS_FULL_IS_TOLD * 2.0

    def protocol(self, **given: Any) -> asyncio.Protocol:
        """One more connection, as uvicorn asks for it."""
        return LimitedConnection(self, AutoHTTPProtocol(**given))

    @property
    def full(self) -> bool:
        """Whether a client was just turned away because every place was taken by requests being answered."""
        return time.monotonic() - self._refused < SECONDS_FULL_IS_TOLD

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def take(self, new: "LimitedConnection", host: str | None) -> bool:
        """Whether there is room for this connection. A silent one may be closed to make room."""
        whose = self._whose(host)
        theirs = [c for c, who in self._open.items() if who == whose] if whose is not None else []
        if len(theirs) >= self.limits.of_one and not self._make_room(theirs):
            return False
        if len(self._open) >= self.limits.most and not self._make_room(list(self._open)):
            self._refused = time.monotonic()
            _log.error("connections_full", most=self.limits.most)
            return False
        self._open[new] = whose
        self._look_again()
        return True

    def gone(self, one: "LimitedConnection") -> None:
        """This one has ended."""
        self._open.pop(one, None)

    def _make_room(self, among: list["LimitedConnection"]) -> bool:
        oldest = min(among, key=lambda c: (c.look(), c.since))
        if oldest.phase is Phase.ANSWERED:
            return False
        self.gone(oldest)
        oldest.close()
        return True

    def _look_again(self) -> None:
        if self._looking is None:
            self._looking = asyncio.get_running_loop().call_later(self.limits.every, self._look)

    def _look(self) -> None:
        self._looking = None
        for each in list(self._open):
            each.close_if_late()
        if self._open:
            self._look_again()


class LimitedConnection(asyncio.Protocol):
    """One connection: passes everything on to uvicorn's protocol, and watches how far the request is."""

    def __init__(self, all_: Connections, inner: Any) -> None:
        """Nothing has come yet."""
        self._all, self._inner = all_, inner
        self._transport: Any = None
        self.phase, self.since = Phase.SILENT, time.monotonic()
        self._seen: tuple[object, Phase] = (None, Phase.SILENT)
        self._head = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, if there is room."""
        self._transport = transport
        peer = transport.get_extra_info("peername")
        if not self._all.take(self, peer[0] if isinstance(peer, tuple) else None):
            self._inner = None
            self._transport.write(_FULL)
            self._transport.close()
            return
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Pass it on; more than a request's headers may be is not read any further."""
        if self._inner is None or self._transport.is_closing():
            return
        before = self._inner.cycle
        self._inner.data_received(data)
        self.look()
        waits = self._inner.cycle is before and self.phase is Phase.SILENT and not self._lingers()
        self._head = self._head + len(data) if waits else 0
        if self._head > self._all.limits.head_bytes:
            self._transport.write(_TOO_LONG)
            self._transport.close()

    def look(self) -> Phase:
        """The connection's phase now; `since` says when it began."""
        cycle = None if self._inner is None else self._inner.cycle
        if cycle is None or (cycle.response_complete and not self._transport.get_write_buffer_size()):
            self.phase = Phase.SILENT
        else:
            sending = cycle.more_body and not cycle.response_complete
            self.phase = Phase.SENDING if sending else Phase.ANSWERED
        if self._seen != (cycle, self.phase):
            self._seen, self.since = (cycle, self.phase), time.monotonic()
        return self.phase

    def close_if_late(self) -> None:
        """Close it when it has taken longer than its phase may take."""
        limits = self._all.limits
        seconds = {
            Phase.SILENT: limits.body_seconds if self._lingers() else limits.head_seconds,
            Phase.SENDING: limits.body_seconds,
            Phase.ANSWERED: limits.answer_seconds,
        }[self.look()]
        if time.monotonic() - self.since > seconds:
            self.close()

    def close(self) -> None:
        """End it at once, whatever waits to be sent."""
        if self._transport is not None:
            self._transport.abort()

    def _lingers(self) -> bool:
        """Whether the client has its answer and still sends, as a browser does after we told it to stop."""
        return self._inner.cycle is not None and self._inner.cycle.more_body

    def connection_lost(self, exc: Exception | None) -> None:
        """Pass it on, and let go."""
        self._all.gone(self)
        if self._inner is not None:
            self._inner.connection_lost(exc)

    def eof_received(self) -> bool | None:
        """Pass it on."""
        return None if self._inner is None else self._inner.eof_received()

    def pause_writing(self) -> None:
        """Pass it on."""
        if self._inner is not None:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Pass it on."""
        if self._inner is not None:
            self._inner.resume_writing()
