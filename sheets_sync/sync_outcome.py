"""The outcome of one sync: its figures, what is wrong in words, and what was set aside for a person."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Aside:
    """Something a person must look at in the sheet: where, and why. Never what it says."""

    tab: str
    place: int | None
    """Row as the sheet numbers it, from 1; None: the whole tab, or nowhere."""
    id: str | None
    """The record's; of a row that is not taken in yet, the one it will get."""
    why: str


@dataclass
class SyncOutcome:
    """What a sync did."""

    reads: int = 0
    writes: int = 0
    sent: int = 0
    """Rows and changes that the sheet has now and had not before."""
    received: int = 0
    """Rows and changes that the book has now and had not before."""
    corrected: int = 0
    """Cells that a person corrected in the sheet."""
    aside: int = 0
    """Set aside for a person to look at, new ones only."""
    refused: int = 0
    """Rows, corrections and views that Google did not take, new ones only."""
    held: int = 0
    """Those that it did not take before, and that wait to be tried again."""
    conflicts: int = 0
    typed: int = 0
    """Rows that somebody is typing, or has just typed: they are taken in when they say the same at the next read."""
    problems: list[str] = field(default_factory=list)
    still: list[str] = field(default_factory=list)
    """Tabs that stand still: while there are any, what was pulled is not whole."""
