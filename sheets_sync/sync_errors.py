"""The errors between us and the spreadsheet, in words for the person who has to fix them.

Of the service's own words only those come through that can't have stood in a cell: see `refusal_words`.
"""

from collections.abc import Sequence

from community.errors import UserFacingError
from community.wording import joined


class NotInStep(UserFacingError):
    """Nothing can be synced before somebody mends the spreadsheet."""


class SheetFault(UserFacingError):
    """Something about the spreadsheet prevents the sync."""


class KeyRefused(SheetFault):
    """Google refuses the key. Nothing works until somebody puts that right, so the loop stops."""


class NotShared(SheetFault):
    """The key is good, and may not do this: the spreadsheet is not shared, a range is protected, the API is off."""


class NotASpreadsheet(SheetFault):
    """There is a file with this id, and it is no Google spreadsheet: an Excel file in Drive, most often."""


class NoSuchSpreadsheet(SheetFault):
    """There is no spreadsheet with this id."""


class LogGone(SheetFault):
    """A tab that holds what was decided or erased was deleted, while others stand. Made anew it would be empty."""

    def __init__(self, titles: Sequence[str]) -> None:
        """Say which, and how to have it back."""
        each = joined(titles)
        super().__init__(
            f"The tab {each} was deleted, and with it what was decided. Nothing is read or written meanwhile. Open the "
            "spreadsheet: File, Version history, See version history. Choose a version from before, and press Restore."
        )


class NewerSpreadsheet(SheetFault):
    """A newer program added tabs or columns. This one does not know what they hold, so it writes nothing."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "A newer version of this program has added to the spreadsheet, so this one only reads there. What it has "
            "to write waits, and nothing is lost. Update the program, then start it again."
        )


class AnswerNeeded(SheetFault):
    """The whole spreadsheet is held until a person answers: what was read is not believed, and nothing is written."""


class Busy(SheetFault):
    """Tried again and again for about five minutes, and given up for now. Nothing was written."""


class Unsure(SheetFault):
    """A write got no clear answer: it may have been done, now or later. Read again before anything else."""


class RequestRefused(SheetFault):
    """Google refused a request as it stands; nothing was written.

    `status` is the answer's (400, 413), `message` our words for the reason, `index` the number of the request in the
    batch that Google named, counted from 0, or None. `read` says that nothing was to be written. `said` is Google's own
    sentence, `kind` what was asked for, where either is known.
    """

    def __init__(
        self,
        status: int,
        message: str,
        index: int | None = None,
        *,
        read: bool = False,
        said: str = "",
        kind: str | None = None,
    ) -> None:
        """Put the reason into the words."""
        own = f"Google’s own words{f' about {kind}' if kind else ''}: “{said}”" if said else ""
        self.status, self.message, self.index = status, f"{message}. {own}" if own else message, index
        super().__init__(
            f"Google refused to tell what stands in the spreadsheet ({status}): {self.message}."
            if read
            else f"Google refused what was to be written ({status}): {self.message}. Nothing was written."
        )


class Full(RequestRefused):
    """The spreadsheet is full. No single row is to blame: all of them wait until somebody makes room."""


class RowsMoved(RequestRefused):
    """A tab or a column is no longer where it was read. Read again."""


class Faster(RequestRefused):
    """Another writer took the next `sync_` name first: what was read is no longer so. Read again."""
