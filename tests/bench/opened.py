"""What each page of the dashboard takes in the community that the environment names: `python -m tests.bench.opened`.

Prints JSON: milliseconds of processor time of a whole rerun on the server, by page, with a record where a page shows
one; what Today sends, what a further session holds, and the most memory held in MB. The boards are made before and
everybody is read, because a page does not wait for these.
"""

import json
import os
import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from community.book import Book, utc_now
from community.casework import User, WorkContext, board_made_within, make_ready_to_find
from community.tables.roles import Role
from community.tables.row_types import PairRow
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
    app = _app()
    told: dict[str, float] = {"first page of all": spent(app.run)}
    for thread in threading.enumerate():
        if thread.name in _BEGUN:
            thread.join()
    for name, page, record in _pages(here.book):
        app.query_params.clear()
        app.query_params.update(record)
        if name != "today":
            app.switch_page(f"dashboard/pages/{page}_page.py")
        told[name] = _again(app, name)
        if name == "today":
            told |= _weighed()
    print(json.dumps(told | {"memory (MB)": peak()}), flush=True)
    os._exit(0)  # a thread may still bring something forward that nobody waits for


def _app() -> AppTest:
    return AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)


def _pages(book: Book) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The name, the page and the address of all that is measured: each page, and those of one record with one."""
    with book.reading() as reader:
        pair = reader.rows(PairRow, limit=1, order="-at")[0]
    for page in PAGES:
        if page not in {"residents", "merge"} and page in pages_for(USER):
            yield page, page, {}
    yield "one resident", "residents", {"id": pair.resident_id}
    yield "one volunteer", "volunteers", {"id": pair.volunteer_id}
    yield "one pair", "history", {"id": pair.id}
    yield "volunteers never asked", "volunteers", {"show": "unused"}
    yield "matches to ring", "matches", {"show": "ring"}


def _again(app: AppTest, page: str) -> float:
    app.run()
    taken: list[float] = []
    began = time.monotonic()
    while len(taken) < TIMES and (not taken or time.monotonic() - began < ENOUGH):
        taken.append(spent(app.run))
    if app.exception:
        raise SystemExit(f"{page}: the page did not work, so there is nothing to measure: {app.exception[0].value}")
    if any("no record with the number" in str(each.proto.body) for each in app.get("html")):
        raise SystemExit(f"{page}: the address is another page's, so there is nothing to measure")
    return statistics.median(taken)


def _weighed() -> Iterator[tuple[str, float]]:
    """What Today sends when it is first opened in a tab, and what each further tab holds on the server."""
    sent = 0
    parse = vars(local_script_runner)["parse_tree_from_messages"]

    def weigh(messages: list[object]) -> object:
        nonlocal sent
        sent = sum(message.ByteSize() for message in messages)  # type: ignore[attr-defined]
        return parse(messages)

    vars(local_script_runner)["parse_tree_from_messages"] = weigh
    before, tabs = _held(), [_app() for _ in range(SESSIONS)]
    taken = [spent(tab.run) for tab in tabs]
    yield "today, first view of a tab", statistics.median(taken)
    yield "today sends (kB)", sent / 1000
    yield "a further tab holds (MB)", max(_held() - before, 0.0) / SESSIONS
    vars(local_script_runner)["parse_tree_from_messages"] = parse


def _held() -> float:
    """The memory that this process holds now, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
