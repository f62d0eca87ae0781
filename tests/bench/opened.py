"""What each page of the dashboard takes in the community that the environment names: `python -m tests.bench.opened`.

Prints JSON: milliseconds of processor time on the server of the first view of a tab and of a whole rerun, and what the
view sends, by page, with a record where a page shows one; what a further session holds, and the most memory held in MB.
The boards are made before and everybody is read, because a page does not wait for these.
"""

import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from community.book import Book, utc_now
from community.casework import User, WorkContext, board_made_within, make_ready_to_find, with_more
from community.tables.roles import Role
from community.tables.row import TableRow
from community.tables.row_types import (
    ComplaintRow,
    HelpRequestRow,
    MatchRow,
    NeedRow,
    OrganisationRow,
    PairRow,
    ReferralRow,
    ServiceRow,
    SessionRow,
)
from dashboard import auth
from dashboard.page_frame import PAGES, pages_for
from dashboard.shared_resources import house
from tests.bench.clicked import peak, spent
from tests.checkout import ROOT

TIMES, ENOUGH = 5, 30
"""How often each page is opened again, or as often as fits in so many seconds."""
PATIENCE = 3_600
SESSIONS = 5
_BEGUN = frozenset({"matching", "find", "board"})
"""Threads that the first page of a process begins: what they take is no page's."""
USER = User("Dilys Director", Role.DIRECTOR)
_ALWAYS_OF_ONE = frozenset({"residents", "merge"})
_OF_ONE: Mapping[type[TableRow[Any, Any]], str] = {
    HelpRequestRow: "triage",
    NeedRow: "matches",
    MatchRow: "matches",
    OrganisationRow: "organisations",
    ServiceRow: "services",
    ReferralRow: "referrals",
    ComplaintRow: "complaints",
    SessionRow: "training",
}
"""Kinds of records that have a page, each with it."""


def main() -> None:
    """Open each page, then again; print."""
    vars(auth)["let_in"] = lambda _: True  # no server runs here, so there is no front that could let anybody in
    compiled = ScriptCache()  # as a server, which compiles a page once for all
    for opens in (app_test, local_script_runner):
        vars(opens)["ScriptCache"] = lambda: compiled
    here = house()
    context = WorkContext(here.book, here.settings, USER, here.places, utc_now)
    for keep_seen in (False, True):
        if not board_made_within(context, PATIENCE, keep_seen=keep_seen):
            raise SystemExit("No board was made.")
    make_ready_to_find(context).join()
    told: dict[str, float] = {"first page of all": spent(_app({}).run)}
    for thread in threading.enumerate():
        if thread.name in _BEGUN:
            thread.join()
    sent = _weighs()
    roles = {code: with_more(here.settings, user) for code, user in auth.roles(here.settings).items()}
    for name, page, address in _views(here.book):
        role = next(code for code, user in roles.items() if page in pages_for(user))
        app = _app(address, role)
        if page != "today":
            app._page_hash = _hash(page, role)
        told[f"{name}, first view"] = _opened(app, name)
        told[f"{name} sends (kB)"] = sent()
        told[name] = _again(app, name)
        print(f"    {name}: {told[name]:,.0f} ms", file=sys.stderr, flush=True)
    before, tabs = _held(), [_app({}) for _ in range(SESSIONS)]
    told["a further tab holds (MB)"] = max(_held_by(tabs) - before, 0.0) / SESSIONS
    print(json.dumps(told | {"memory (MB)": peak()}), flush=True)
    os._exit(0)  # a thread may still bring something forward that nobody waits for


def _app(address: Mapping[str, str], role: str = "director") -> AppTest:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    app.query_params.update(address)
    app.session_state[auth.LOOK_AS] = role
    return app


@cache
def _hash(page: str, role: str) -> str:
    """What an address of this page names it by: an open tab of somebody who may see it tells."""
    app = _app({}, role).run()
    return str(vars(app.switch_page(f"dashboard/pages/{page}_page.py"))["_page_hash"])


def _views(book: Book) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The name, the page and the address of all that is measured: each page, as the first role sees it that may.

    Those that show one record are measured with one as well, and lists that may be long as they are when narrowed.
    """
    with book.reading() as reader:
        pair = reader.rows(PairRow, limit=1, order="-at")[0]
        one = {kind: reader.rows(kind, limit=1, order="-at") for kind in _OF_ONE}
    for page in PAGES:
        if page not in _ALWAYS_OF_ONE:
            yield page, page, {}
    yield "one resident", "residents", {"id": pair.resident_id}
    yield "one volunteer", "volunteers", {"id": pair.volunteer_id}
    yield "one pair", "history", {"id": pair.id}
    for kind, page in _OF_ONE.items():
        for row in one[kind]:
            yield f"one of the {kind.TABLE}", page, {"id": row.id}
    yield "volunteers never asked", "volunteers", {"show": "unused"}
    yield "circulars to the ready", "circulars", {"status": "ready"}
    yield "matches to ring", "matches", {"show": "ring"}


def _opened(app: AppTest, name: str) -> float:
    taken = spent(app.run)
    if app.exception:
        raise SystemExit(f"{name}: the page did not work, so there is nothing to measure: {app.exception[0].value}")
    if any("no record with the number" in str(each.proto.body) for each in app.get("html")):
        raise SystemExit(f"{name}: the address is another page's, so there is nothing to measure")
    return taken


def _again(app: AppTest, name: str) -> float:
    taken: list[float] = []
    began = time.monotonic()
    while len(taken) < TIMES and (not taken or time.monotonic() - began < ENOUGH):
        taken.append(_opened(app, name))
    return statistics.median(taken)


def _weighs() -> Callable[[], float]:
    """What tells how many kilobytes the last run sent to its tab."""
    sent = 0
    parse = vars(local_script_runner)["parse_tree_from_messages"]

    def weigh(messages: list[object]) -> object:
        nonlocal sent
        sent = sum(message.ByteSize() for message in messages)  # type: ignore[attr-defined]
        return parse(messages)

    vars(local_script_runner)["parse_tree_from_messages"] = weigh
    return lambda: sent / 1000


def _held_by(tabs: Iterable[AppTest]) -> float:
    """The memory held once these tabs have shown Today."""
    for tab in tabs:
        tab.run()
    return _held()


def _held() -> float:
    """The memory that this process holds now, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
