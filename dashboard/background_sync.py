"""For hosts whose disk forgets: begins with an empty book, starts the sync with the spreadsheet, and waits for it.

Free hosting gives a new disk with each start. There the spreadsheet is what counts (BOOK_KEPT_IN=sheet), so nobody
sees or decides anything before all of it has been pulled. docs/without-a-server.md tells how to set this up.
"""

import contextlib
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from community.book import Book, utc_now
from community.casework import WorkContext
from community.matching import is_warm
from community.runtime.book_opening import book_address, open_book
from community.runtime.child_processes import ChildEnded, Children
from community.settings import Settings
from community.tables.canonical import instant
from dashboard import elements
from dashboard.parts import held_tabs
from sheets_sync.status import pulse, questions

SYNC, MATCHING, TABS = "The sync", "The matching", "The tabs of the spreadsheet"
ENGINE = "Making the matching ready"
EVERY = 10
"""Seconds between two syncs: so long, at most, does a decision wait until the spreadsheet has it."""
AGAIN_AFTER = 60.0
"""Seconds after which a program that has ended is started again."""


@dataclass
class Keeper:
    """The processes that run beside this one, and since when this disk has been ours."""

    since: str
    children: Children = field(default_factory=Children)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _began: dict[str, float] = field(default_factory=dict)
    _ended: bool = False
    ready: bool = False
    """Whether the matching was made ready, or can't be: compiling it takes half a minute, and no click waits for it."""

    def begin(self) -> None:
        """Make the missing tabs, then keep book and spreadsheet in step, in the background."""

        def both() -> None:
            # If the spreadsheet can't be made ready, the sync says so, in words for the person who has to mend it.
            with contextlib.suppress(ChildEnded):
                self.children.finish(TABS, "sheets_sync", "provision")
            with self._lock:
                if not self._ended and not self.children.runs(SYNC):
                    self._start(SYNC, "sheets_sync", "run", "--every", str(EVERY))
            with contextlib.suppress(ChildEnded):
                if not is_warm():
                    self.children.finish(ENGINE, "community.matching.engine")
            self.ready = True

        self._began[SYNC] = time.monotonic()
        threading.Thread(target=both, daemon=True).start()

    def tend(self, *, pulled: bool) -> None:
        """Start processes that have ended again; the matching only once there is something to match."""
        with self._lock:
            self._again(SYNC, "sheets_sync", "run", "--every", str(EVERY))
            if pulled:
                self._again(MATCHING, "community", "match", "--watch")

    def end(self) -> None:
        """Stop all processes for good."""
        with self._lock:
            self._ended = True
            self.children.stop()

    def _again(self, name: str, module: str, *arguments: str) -> None:
        before = self._began.get(name)
        if before is None or (time.monotonic() - before > AGAIN_AFTER and not self.children.runs(name)):
            self._start(name, module, *arguments)

    def _start(self, name: str, module: str, *arguments: str) -> None:
        self._began[name] = time.monotonic()
        self.children.start(name, module, *arguments, quiet=True)


def begin(settings: Settings) -> None:
    """Begin, once per process, with an empty book and the sync. Does nothing where the book is kept on a disk."""
    if settings.kept_in_sheet:
        if not Path(book_address(settings)).exists():
            settings.home.mkdir(parents=True, exist_ok=True)
            open_book(settings, make=True).close()
        _keeper(str(settings.home), settings.sheet_id or "")


def wait(context: WorkContext) -> None:
    """Show a plain page, and nothing else, until this process has pulled everything."""
    settings, book = context.settings, context.book
    if not settings.kept_in_sheet:
        return
    keeper = _keeper(str(settings.home), settings.sheet_id or "")
    pulled = _pulled(keeper, book)
    keeper.tend(pulled=pulled)
    if not pulled:
        st.title("Fetching the book")
        _until_pulled(keeper, context)
        st.stop()


@st.fragment(run_every=1)
def _until_pulled(keeper: Keeper, context: WorkContext) -> None:
    book = context.book
    if _pulled(keeper, book):
        st.rerun()
    keeper.tend(pulled=False)
    elements.lead("The spreadsheet keeps everything, and all of it is read before anybody decides. It takes a minute.")
    now = pulse(book)
    if held_tabs.asked(context, questions(book), utc_now()):
        return
    if now.error:
        elements.marks([now.error], "alarm")
    elif now.last and now.whole is None:
        elements.marks(now.problems, "alarm")
        elements.lead(
            "Somebody has to put this right in the spreadsheet first: what can't be read would seem not to be."
        )
    if now.error or (now.last and now.whole is None):
        elements.lead("It is tried again by itself.")


def _pulled(keeper: Keeper, book: Book) -> bool:
    """Whether the spreadsheet has been read since this process began, and the book has all of it."""
    now = pulse(book)
    return keeper.ready and now.whole is not None and (now.last or "") >= keeper.since


@st.cache_resource(show_spinner=False, max_entries=1, on_release=lambda keeper: keeper.end())
def _keeper(home: str, sheet_id: str) -> Keeper:  # noqa: ARG001 - Streamlit tells keepers apart by these
    keeper = Keeper(instant(utc_now()))
    keeper.begin()
    return keeper
