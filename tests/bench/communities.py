"""The communities in which clicks, pages and commands are measured: a town that the demo made, and copies of it.

`BENCH_SIZES="2500 50000"` takes only these sizes. `BENCH_READY` takes data folders, or addresses of databases, that are
filled already; what is approved in them stays approved. PostgreSQL is measured where `TEST_DATABASE_URL` names one.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from community.runtime.book_opening import open_book
from community.settings import load
from community.tables.row_types import NeedRow, VolunteerRow
from community.tables.statuses import NeedStatus
from tests.bench.town_copies import fill
from tests.book.databases import SERVER, begun
from tests.checkout import ROOT

TOWN = 2_500
REQUESTS = 500
"""About one in three leaves a need that is open: fifty thousand in a nation."""
COUNTY, NATION = 20 * TOWN, 300 * TOWN
SIZES = (TOWN, COUNTY, NATION)
KINDS = ("sqlite", "postgresql")
QUIET = {"STREAMLIT_LOGGER_LEVEL": "error"}


@dataclass(frozen=True)
class Community:
    """A filled book; `environment` is what a program needs to open it."""

    kind: str
    environment: Mapping[str, str]
    volunteers: int
    open_needs: int

    @property
    def size(self) -> int:
        """The size that it stands for."""
        return min(SIZES, key=lambda each: abs(each - self.volunteers))

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run a module of ours in it."""
        return subprocess.run(
            [sys.executable, "-m", *command], cwd=ROOT, env=os.environ | self.environment | QUIET, text=True,
            stdout=subprocess.PIPE, check=False,
        )  # fmt: skip


def communities(sizes: Iterable[int] = SIZES, kinds: Iterable[str] = KINDS) -> Iterator[Community]:
    """Each size on each kind of database, each made when it is its turn, and gone after it."""
    if ready := os.environ.get("BENCH_READY", "").split():
        yield from map(_found, ready)
        return
    sizes = [int(each) for each in os.environ.get("BENCH_SIZES", "").split()] or sizes
    kinds = [kind for kind in kinds if kind == "sqlite" or SERVER]
    with tempfile.TemporaryDirectory() as folder:
        town = Path(folder) / "town"
        made = [sys.executable, "-m", "community", "demo", "--volunteers", str(TOWN), "--requests", str(REQUESTS)]
        environment = os.environ | {"COMMUNITY_HOME": str(town), "DEMO": "yes"}
        subprocess.run(made, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        for size in sizes:
            for kind in kinds:
                with ExitStack() as until:
                    place = _place(kind, until)
                    began = time.process_time()
                    fill(_address(place), town / "demo" / "book.db", round(size / TOWN))
                    spent = time.process_time() - began
                    print(
                        f"    {size:,} on {kind}: a made town, copied {round(size / TOWN)} times in {spent:.0f} s CPU"
                    )
                    yield _found(place)
    if not SERVER:
        print("    Not measured on PostgreSQL: TEST_DATABASE_URL names none.")


def _place(kind: str, until: ExitStack) -> str:
    """A new data folder, or the address of a new database; both go in the end."""
    home = Path(until.enter_context(tempfile.TemporaryDirectory()))
    if kind == "postgresql":
        return until.enter_context(begun(kind, home))
    (home / "demo").mkdir()
    return str(home)


def _address(place: str) -> str:
    return place if "://" in place else str(Path(place) / "demo" / "book.db")


def _found(place: str) -> Community:
    environment = {"COMMUNITY_HOME": place, "DEMO": "yes"}
    if on_server := "://" in place:
        url = place.replace("postgresql+psycopg", "postgresql")
        # The keys of the data folder belong to the database, so a folder of its own that stays as long.
        home = Path(tempfile.gettempdir()) / f"bench-{url.rpartition('/')[2]}"
        environment = {"COMMUNITY_HOME": str(home), "DEMO": "no", "DATABASE_URL": url}
    book = open_book(load(environment))
    volunteers = book.count(VolunteerRow)
    needs = book.count(NeedRow, lambda c: [c.status == NeedStatus.OPEN])
    book.close()
    return Community("PostgreSQL" if on_server else "SQLite", environment, volunteers, needs)
