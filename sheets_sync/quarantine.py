"""What the program leaves alone in the spreadsheet, for a person to look at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Aside:
    """Something a person must look at in the sheet: where, and why. Never what it says."""

    tab: str
    place: int | None
    """Row as the sheet numbers it, from 1; None: the whole tab, or nowhere."""
    id: str | None
    """The record's; of a row that is not taken in yet, the one it will get."""
    why: str
