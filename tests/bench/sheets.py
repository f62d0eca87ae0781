"""Rows to a spreadsheet and back, against the habits people have; each answer takes the service 100 ms."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from community.book import Append, Book, utc_now
from community.forms import load as load_forms
from community.settings import load
from community.tables import TABLES
from sheets_sync.provision import provision
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.sync import sync
from tests.bench.figure import Figure
from tests.book.builders import append_many
from tests.book.town import words_in_every_column
from tests.google_sheets.client import connect

ROOT = Path(__file__).parents[2]
ROWS, ROUNDS, DELAY_MS = 10_000, 3, 100
ONE_BY_ONE = 200
"""Rows that are really added one by one; for all of them the time is multiplied, because it would be a quarter of an
hour, and more than two and a half hours at Google's sixty writes a minute."""
CELLS = 300_000
TABLE = "help_requests"
Taken = tuple[float, int]
"""Seconds, calls."""


def measure() -> Iterator[Figure]:
    """Yield the figures. The ways alternate, so that whatever else the machine does meets all of them."""
    taken: dict[str, list[Taken]] = {}
    keys = [f"town-{number}" for number in range(2 * ROUNDS + 1)]
    with tempfile.TemporaryDirectory() as folder, _stand_in(keys) as root:
        for number in range(ROUNDS):
            home = Path(folder) / str(number)
            for way, each in _round(root, keys[2 * number], keys[2 * number + 1], home):
                taken.setdefault(way, []).append(each)
        median = {way: statistics.median(seconds for seconds, _ in every) for way, every in taken.items()}
        for way, every in taken.items():
            yield Figure(f"{way}: calls", statistics.median(calls for _, calls in every), "calls")
            yield Figure(f"{way}: median of {ROUNDS}", median[way], "s")
        push, pull, again, habit, records, rewrite = median.values()
        yield Figure("all rows, append_row against push", habit * ROWS / ONE_BY_ONE / push, "times", least=50)
        yield Figure("all rows back, get_all_records against pull", records / pull, "times")
        yield Figure("one row more, clear and write again against push", rewrite / again, "times")
        yield from _memory(root, keys[-1], Path(folder) / "memory")


def _round(root: str, ours: str, theirs: str, home: Path) -> Iterator[tuple[str, Taken]]:
    settings = load({"COMMUNITY_HOME": str(home), "DEMO": "no"})
    (home / "other").mkdir(parents=True)
    with (
        closing(Book.open(str(home / "book.db"))) as book,
        closing(Book.open(str(home / "other" / "book.db"))) as other,
        Service(SpreadsheetAccess(ours, None, root)) as service,
    ):
        provision(service, load_forms(settings).values())
        append_many(book, (Append(TABLE, row) for row in _requests(ROWS)), by="web")

        def step(into: Book) -> Callable[[], object]:
            return lambda: sync(into, service, settings, now=utc_now)

        yield f"push {ROWS:,} rows", _timed(step(book), lambda: service.calls.total())
        yield f"pull {ROWS:,} rows into an empty book", _timed(step(other), lambda: service.calls.total())
        book.append(TABLE, _requests(1)[0], by="web")
        yield f"push one row more beside {ROWS:,}", _timed(step(book), lambda: service.calls.total())
    yield from _habits(root, theirs)


def _habits(root: str, key: str) -> Iterator[tuple[str, Taken]]:
    client = connect(root)
    asked: list[str] = []
    send = client.http_client.request

    def counted(method: str, *args: Any, **options: Any) -> Any:
        asked.append(method)
        return send(method, *args, **options)

    client.http_client.request = counted  # type: ignore[method-assign]
    tab = client.open_by_key(key).sheet1
    names = [column.name for column in TABLES[TABLE].columns]
    rows = [[_cell(row.get(name)) for name in names] for row in _requests(ROWS)]
    tab.resize(ROWS + 1, len(names))
    tab.append_row(names)

    def one_by_one() -> None:
        for row in rows[:ONE_BY_ONE]:
            tab.append_row(row)

    def rewrite() -> None:
        tab.clear()
        tab.update([names, *rows])

    yield f"append_row for each of {ONE_BY_ONE} rows (not all {ROWS:,})", _timed(one_by_one, lambda: len(asked))
    written = _timed(rewrite, lambda: len(asked))
    yield f"get_all_records of {ROWS:,} rows", _timed(tab.get_all_records, lambda: len(asked))
    yield f"clear and write {ROWS:,} rows again", written
    client.http_client.session.close()


def _memory(root: str, key: str, home: Path) -> Iterator[Figure]:
    """A pull of many cells, in a process of its own that has imported everything before."""
    settings = load({"COMMUNITY_HOME": str(home), "DEMO": "no"})
    row = words_in_every_column(TABLES[TABLE], "Invented words", status="new")
    home.mkdir()
    with closing(Book.open(str(home / "book.db"))) as book, Service(SpreadsheetAccess(key, None, root)) as service:
        provision(service, load_forms(settings).values())
        book.append(TABLE, row, by="web")
        sync(book, service, settings, now=utc_now)
        cells = sum(1 for tab in service.values([f"'{TABLE}'!A2:AZ2"]) for line in tab for cell in line if cell != "")
        append_many(book, (Append(TABLE, row) for _ in range(CELLS // cells)), by="web")
        sync(book, service, settings, now=utc_now)
    environ = os.environ | {"COMMUNITY_HOME": str(home / "new"), "DEMO": "no", "SHEET_ID": key, "SHEETS_API_ROOT": root}
    (home / "new").mkdir()
    command = [sys.executable, "-m", "tests.bench.pulled"]
    said = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True).stdout
    megabytes, received = map(float, said.split()[-2:])
    yield Figure(f"memory of a pull of {received * cells:,.0f} cells", megabytes, "MB", most=1_000)


def _requests(count: int) -> list[dict[str, Any]]:
    return [
        {
            "for_whom": "myself",
            "name": f"Invented Person {number}",
            "telephone": f"01632 96{number:04}",
            "postcode": "BA2 4DA",
            "address": f"{number} Invented Street",
            "tasks": ["shopping", "phone_call"],
            "details": "Two bags on a Friday, please. The lift is out of order again.",
            "urgency": "this_week",
            "channel": "web",
            "status": "new",
        }
        for number in range(count)
    ]


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value or "")


def _timed(work: Callable[[], object], calls: Callable[[], int]) -> Taken:
    before, began = calls(), time.perf_counter()
    work()
    return time.perf_counter() - began, calls() - before


@contextmanager
def _stand_in(keys: Sequence[str]) -> Iterator[str]:
    """The stand-in as a process of its own; its address."""
    command = [sys.executable, "-m", "tests.google_sheets", "--port", "0", "--delay-ms", str(DELAY_MS)]
    for key in keys:
        command += ["--spreadsheet", key]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.terminate()
