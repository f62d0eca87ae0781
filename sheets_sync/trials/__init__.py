"""The sync's assumptions about Google Sheets, each as a trial that can be run."""

from collections.abc import Iterator

from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_check import SheetFinding
from sheets_sync.sync_errors import SheetFault
from sheets_sync.trials import cell_trials, scratch_tab, structure_trials
from sheets_sync.trials.scratch_tab import ScratchTab

TRIALS = (*cell_trials.TRIALS, *structure_trials.TRIALS)


def trial(service: Service) -> Iterator[SheetFinding]:
    """One finding for each assumption. The tab is removed afterwards, and what an earlier trial may have left."""
    tab: ScratchTab | None = None
    try:
        scratch_tab.remove(service, service.look())
        tab = scratch_tab.made(service)
        yield SheetFinding("a tab made, marked and filled in one write", "well", "So it is.")
        for what, tried in TRIALS:
            yield _one(what, tried, tab)
    except SheetFault as fault:
        yield SheetFinding(
            "a tab made, marked and filled in one write" if tab is None else "trial", "wrong", str(fault)
        )
    finally:
        left = _tidied(service)
    if left:
        yield left


def _one(what: str, tried: scratch_tab.Trial, tab: ScratchTab) -> SheetFinding:
    try:
        so = tried(tab)
    except (KeyError, IndexError, TypeError, ValueError):  # an answer of another shape than we know
        so = False
    except SheetFault as fault:
        return SheetFinding(what, "wrong", str(fault))
    if so:
        return SheetFinding(what, "well", "So it is.")
    return SheetFinding(what, "wrong", "It is not so. Do not sync; please tell the person who looks after the program.")


def _tidied(service: Service) -> SheetFinding | None:
    try:
        scratch_tab.remove(service, service.look())
    except SheetFault:
        words = f"Its tab could not be removed. Delete the tab that begins with {scratch_tab.TITLE} by hand."
        return SheetFinding("trial", "wrong", words)
    return None
