"""What people said of the help, in the words that the director prints with their leave."""

from collections.abc import Iterable

from community.book import Reader
from community.identity import name_to_say
from community.publish.markdown_escaping import text
from community.tables.message_codes import MayPublish
from community.tables.row_types import FeedbackRow, ResidentRow
from community.tables.statuses import FeedbackStatus
from community.tables.vocabulary import YesNo

MOST = 24
"""So many are printed, the newest first."""
_SOMEBODY = "Somebody we helped"


def voices(reader: Reader) -> str:
    """The printed words as a piece of HTML, each with a first name only where they gave leave for that."""
    leave = (MayPublish.WITHOUT_NAME, MayPublish.WITH_FIRST_NAME)
    rows = reader.rows(
        FeedbackRow,
        lambda c: [c.status == FeedbackStatus.PUBLISHED, c.may_publish.in_(leave), c.as_printed.is_not(None)],
        order="-at",
    )[:MOST]
    if not rows:
        return (
            "Nobody’s words stand here yet. When we have helped you, we ask how it was, and whether we may print it.\n"
        )
    return "\n".join(['<ul class="voices">', *_entries(reader, rows), "</ul>"]) + "\n"


def _entries(reader: Reader, rows: Iterable[FeedbackRow]) -> Iterable[str]:
    for row in rows:
        yield f"<li><blockquote>{text(row.as_printed or '')}</blockquote><p>{text(_who(reader, row))}</p></li>"


def _who(reader: Reader, row: FeedbackRow) -> str:
    """The first name, if they gave leave for it and nothing says that they have to stay hidden."""
    if row.may_publish != MayPublish.WITH_FIRST_NAME or not row.from_whom:
        return _SOMEBODY
    whose = reader.get(ResidentRow, row.from_whom)
    if whose is None or whose.protected_address == YesNo.YES or (whose.say_instead or "").strip():
        return _SOMEBODY
    return name_to_say(whose.name) or _SOMEBODY
