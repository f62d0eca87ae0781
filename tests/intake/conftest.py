"""A real service on a port of its own, over a real book, with a clock that the test sets."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import uvicorn

from community.book import Book
from community.book.demo_flag import mark_invented
from community.places import Places
from community.search import Index
from community.settings import Settings, load
from intake import form_page, search_page, static_site
from intake.connection_limits import Connections, Limits
from intake.uvicorn_server import configured
from intake.web_app import Intake
from tests.book.databases import new_book
from tests.site.conftest import built_site

__all__ = ["built_site"]

ERASURE_KEY = b"a key for these tests and nothing else"


@dataclass
class Clock:
    """Monday 23 November 2026, ten in the morning, until the test says otherwise."""

    now: datetime = datetime(2026, 11, 23, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **times: float) -> None:
        self.now += timedelta(**times)


@dataclass
class Service:
    """A running service: its address, and what it stands on."""

    url: str
    book: Book
    clock: Clock
    settings: Settings
    path: Path
    extra: dict[str, Any] = field(default_factory=dict)


class _Server(uvicorn.Server):
    """Uvicorn's server, which ends when it is told to: by itself it looks up ten times in a second only."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        await super().startup(sockets)

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self._over.wait()

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for each in (*self.servers, *(sockets or ())):
            each.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await asyncio.sleep(0)  # those that were silent are gone now; for an answer on its way Uvicorn waits
        await self._wait_tasks_to_complete()
        await self.lifespan.shutdown()


def running(app: Any, connections: Connections | None = None) -> Iterator[str]:
    """Serve the application on a free port of this machine until closed; gives its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = _Server(configured(app, Connections(Limits()) if connections is None else connections))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        thread.join(0.01)
    yield f"http://127.0.0.1:{port}"
    server.end()
    thread.join(20)
    listener.close()


Serve = Callable[..., Service]


@pytest.fixture(scope="session", autouse=True)
def made_ready_once() -> Iterator[None]:
    """Let each file of the built site be made ready once, not anew for the service of each test: most of its start.

    So are the pages of forms, which are cut open, and the index of the search.
    """
    read = cache(lambda text, entries: Index.read(text, dict(entries)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(static_site, "_file", cache(static_site._file))
        for name in ("_Marks", "policy"):
            patch.setattr(form_page, name, cache(getattr(form_page, name)))
        patch.setattr(search_page, "Index", SimpleNamespace(read=lambda text, told: read(text, tuple(told.items()))))
        yield


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Give a function that starts a service. `built` is the folder of a built site, `environ` the environment."""
    begun: list[tuple[Iterator[str], Book]] = []

    def serve(
        *,
        built: Path | None = None,
        environ: dict[str, str] | None = None,
        invented: bool = False,
        limits: Limits | None = None,
    ) -> Service:
        settings = load({"COMMUNITY_HOME": str(tmp_path), "DEMO": "no"} | (environ or {}))
        clock, path = Clock(), tmp_path / f"book{len(begun)}.db"
        book = Book.open(new_book(path), clock=clock, erasure_key=ERASURE_KEY)
        if invented:
            book.write(mark_invented)
        connections = Connections(limits or Limits())
        app = Intake(
            settings,
            book,
            Places.open(settings.home, settings.hubs),
            built=built or tmp_path / "none",
            clock=clock,
            full=lambda: connections.full,
        ).app()
        server = running(app, connections)
        url = next(server)
        begun.append((server, book))
        return Service(url, book, clock, settings, path)

    yield serve
    for server, book in begun:
        next(server, None)
        book.close()


@pytest.fixture
def service(serve: Serve) -> Service:
    """Give a service without a built site: plain pages, the same forms."""
    return serve()
