"""Machines that keep a book in step with the stand-in, on a clock of their own."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from community.book import Book
from community.forms import load as load_forms
from community.settings import Settings, load
from sheets_sync.provision import provision
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.status import SyncStatus, status
from sheets_sync.sync import sync
from sheets_sync.sync_errors import SheetFault
from sheets_sync.sync_outcome import SyncOutcome
from tests.faults.virtual import RealClock, VirtualClock
from tests.google_sheets.server import StandIn

GOOGLES_QUOTA = {"Read": 60, "Write": 60}
"""Requests a minute, for a user."""
SYNCS_UNTIL_QUIET = 30


def settings_for(home: Path) -> Settings:
    """The settings of a live book in this folder."""
    return load({"COMMUNITY_HOME": str(home), "DEMO": "no"})


class Machine:
    """A book, its way to the spreadsheet, and what its syncs took."""

    def __init__(self, home: Path, google: StandIn, spreadsheet_id: str, clock: VirtualClock | RealClock) -> None:
        home.mkdir(exist_ok=True)
        self.settings = settings_for(home)
        self.clock = clock
        self.book = Book.open(str(home / "book.db"), clock=clock.utc)
        self.service = Service(SpreadsheetAccess(spreadsheet_id, None, google.root), sleep=clock.sleep, clock=clock)
        self.syncs = 0
        self.gave_up: Counter[str] = Counter()
        self.conflicts = 0

    def provision(self) -> None:
        """Make the tabs."""
        provision(self.service, load_forms(self.settings).values())

    def sync(self) -> SyncOutcome | None:
        """One sync, as `run` makes it: None when it gave up, which the next one makes good."""
        self.syncs += 1
        try:
            done = sync(self.book, self.service, self.settings, now=self.clock.utc)
        except SheetFault as fault:
            self.gave_up[type(fault).__name__] += 1
            return None
        self.conflicts += done.conflicts
        return done

    @property
    def status(self) -> SyncStatus:
        """What the book says of the link."""
        return status(self.book)

    def close(self) -> None:
        """Let go of the book and of the connections."""
        self.service.close()
        self.book.close()


def until_quiet(machines: list[Machine], before: Callable[[], object] = lambda: None) -> None:
    """Sync in turns until nobody has anything to say twice: a row is taken in when a second read finds it unchanged.

    Fails when that does not come.
    """
    quiet = 0
    for _ in range(SYNCS_UNTIL_QUIET):
        before()
        done = [machine.sync() for machine in machines]
        quiet = quiet + 1 if all(each is not None and not (each.writes or each.received) for each in done) else 0
        if quiet == 2:
            return
    raise AssertionError("the machines never come to rest")
