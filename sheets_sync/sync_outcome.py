"""What came of one sync, in numbers and in the words of what is wrong with the spreadsheet."""

from dataclasses import dataclass, field


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
